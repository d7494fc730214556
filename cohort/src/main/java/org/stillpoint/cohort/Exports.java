package org.stillpoint.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.stillpoint.cohort.PartRead.PartTold;
import org.stillpoint.exchange.BadInput;
import scala.Tuple2;

/**
 * The exports of many practices, read on a cluster: small files each at once, large ones as rows that run through to the part of their client.
 *
 * @param <T> of one client's diary, or of one map
 * @param files those that can be used
 * @param reads what was made of each of them, in the same order
 * @param items how many there are in all
 * @param marksOnly of each practice, by its index, whether its table holds nothing but marks
 * @param leftAside what is wrong with those that cannot be used
 */
record Exports<T>(
        JavaRDD<PartRead<T>> parts,
        List<PracticeFile> files,
        List<Map<String, Object>> reads,
        long repeatedRows,
        long items,
        Map<Integer, Boolean> marksOnly,
        List<FileProblem> leftAside) {

    /** What must be the same in all parts of one table. */
    private static final Set<String> ONE_WAY = Set.of(
            "columnsUsed",
            "columnsLeft",
            "times",
            "zone",
            "decimalSign",
            "direction",
            "measure",
            "scale",
            "layout",
            "regions");

    /** What counts, and is counted over the parts. */
    private static final Set<String> COUNTED = Set.of("rows", "people", "entries", "missing", "repeatedRows");

    /** @throws BadInput where a file cannot be used and none is to be left aside, or where none can be used */
    static <T> Exports<T> read(Cluster cluster, ExportKind kind, ExportOptions which, PartReader<T> reader) {
        List<PracticeFile> files = PracticeFile.list(
                which.paths(), kind, which.partBytes(), cluster.spark().hadoopConfiguration());
        JavaRDD<PartRead<T>> all =
                parts(cluster, files, new PartReading<>(reader)).persist(StorageLevel.MEMORY_AND_DISK_SER());
        Map<Integer, List<PartTold>> told = new TreeMap<>();
        all.map(PartRead::told)
                .collect()
                .forEach(one -> told.computeIfAbsent(one.key().practice(), any -> new ArrayList<>())
                        .add(one));
        List<FileProblem> problems = new ArrayList<>();
        List<PracticeFile> usable = new ArrayList<>();
        List<Map<String, Object>> reads = new ArrayList<>();
        for (PracticeFile file : files) {
            List<PartTold> own = told.getOrDefault(file.index(), List.of());
            List<FileProblem> wrong = wrong(file, own);
            problems.addAll(wrong);
            if (wrong.isEmpty()) {
                usable.add(file);
                reads.add(joined(file, own));
            }
        }
        if (!problems.isEmpty() && (!which.leavesBroken() || usable.isEmpty())) {
            throw new BadInput(problems.stream().map(FileProblem::problem).toList());
        }
        Set<Integer> used = usable.stream().map(PracticeFile::index).collect(Collectors.toCollection(TreeSet::new));
        List<PartTold> inUse = used.stream()
                .flatMap(index -> told.getOrDefault(index, List.of()).stream())
                .toList();
        Map<Integer, Boolean> marks = new HashMap<>();
        inUse.forEach(part -> marks.merge(part.key().practice(), part.marksOnly(), Boolean::logicalAnd));
        return new Exports<>(
                all.filter(part -> used.contains(part.told().key().practice())),
                usable,
                reads,
                inUse.stream().mapToLong(PartTold::repeatedRows).sum(),
                inUse.stream().mapToLong(PartTold::items).sum(),
                marks,
                problems);
    }

    private static <T> JavaRDD<PartRead<T>> parts(Cluster cluster, List<PracticeFile> files, PartReading<T> reading) {
        JavaSparkContext spark = cluster.spark();
        List<PracticeFile> whole = files.stream().filter(PracticeFile::isWhole).toList();
        List<PracticeFile> others =
                files.stream().filter(file -> !file.isWhole()).toList();
        JavaRDD<PartRead<T>> small =
                spark.parallelize(whole, cluster.parts(whole.size(), 1)).map(reading::whole);
        if (others.isEmpty()) {
            return small;
        }
        Broadcast<List<PracticeFile>> known = spark.broadcast(files);
        PartReader<T> reader = reading.reader();
        JavaRDD<PartRead<T>> large = spark.parallelize(others, others.size())
                .flatMapToPair(file -> new PartRows(file, reader, Cluster.files()))
                .groupByKey(new HashPartitioner(
                        others.stream().mapToInt(PracticeFile::parts).sum()))
                .map(part -> reading.part(known.value().get(part._1().practice()), part._1(), part._2()));
        return whole.isEmpty() ? large : small.union(large);
    }

    private static List<FileProblem> wrong(PracticeFile file, List<PartTold> parts) {
        List<FileProblem> wrong =
                parts.stream().flatMap(part -> part.problems().stream()).toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (parts.stream().mapToInt(PartTold::items).sum() == 0) {
            return List.of(FileProblem.ofFile(file.name(), "holds no row"));
        }
        for (String key : ONE_WAY) {
            if (parts.stream()
                            .filter(part -> part.items() > 0)
                            .map(part -> String.valueOf(part.read().get(key)))
                            .distinct()
                            .count()
                    > 1) {
                return List.of(FileProblem.ofFile(
                        file.name(),
                        "is understood in two ways by parts (" + key
                                + "); say how it is to be read, or raise --part-bytes so that it is read at once"));
            }
        }
        return List.of();
    }

    /** What was made of a table in all its parts. */
    private static Map<String, Object> joined(PracticeFile file, List<PartTold> parts) {
        if (file.isWhole()) {
            return parts.getFirst().read();
        }
        List<Map<String, Object>> reads = parts.stream()
                .filter(part -> part.items() > 0)
                .map(PartTold::read)
                .toList();
        Map<String, Object> joined = new LinkedHashMap<>(reads.getFirst());
        for (String key : COUNTED) {
            joined.computeIfPresent(
                    key,
                    (any, first) -> reads.stream()
                            .map(read -> read.get(key))
                            .mapToLong(count -> count instanceof Number number ? number.longValue() : 0)
                            .sum());
        }
        joined.put("written", file.isParquet() ? "Parquet" : "CSV");
        if (reads.size() > 1) {
            joined.remove("days");
            joined.put("parts", reads.size());
            joined.put(
                    "notes",
                    reads.stream()
                            .flatMap(read -> ((List<?>) read.getOrDefault("notes", List.of())).stream())
                            .distinct()
                            .toList());
        }
        return joined;
    }

    /** Whether the answer is of one practice alone, and reads as that of one machine. */
    boolean isOfOne() {
        return files.size() == 1 && leftAside.isEmpty();
    }

    String name(int practice) {
        return files.stream()
                .filter(file -> file.index() == practice)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The items spread evenly, whatever practice they are of: a large practice is worked on by all. */
    JavaRDD<OfPractice<T>> spread(Cluster cluster, int perPart) {
        JavaPairRDD<String, OfPractice<T>> keyed = parts.flatMapToPair(part -> {
            List<Tuple2<String, OfPractice<T>>> own = new ArrayList<>();
            PartKey key = part.told().key();
            for (T item : part.items()) {
                own.add(new Tuple2<>(
                        key.practice() + "|" + key.part() + "|" + own.size(), new OfPractice<>(key.practice(), item)));
            }
            return own.iterator();
        });
        return keyed.partitionBy(new HashPartitioner(cluster.parts(items, perPart)))
                .values();
    }
}
