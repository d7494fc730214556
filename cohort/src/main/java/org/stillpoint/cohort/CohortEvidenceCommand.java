package org.stillpoint.cohort;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.evidence.DiaryOptions;
import org.stillpoint.app.evidence.JudgedClient;
import org.stillpoint.app.evidence.PracticeCommand;
import org.stillpoint.app.evidence.PracticeTally;
import org.stillpoint.app.evidence.ToldDiary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint cohort evidence PATH...}: {@code evidence practice} over many practices. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Who changed, who did not and who got worse, over the clients of many practices: each is judged as 'evidence practice' judges them.",
            "",
            "Of the tables of './stillpoint tables --deidentified' it reads check_ins (--value names the measure, else pain), and sessions: somebody starts with their first session. Any other table is read as 'evidence practice' reads it.",
            "",
            "Without a comparison group this cannot show what caused a change.",
            "",
            "--json gives what 'evidence practice --json' gives; of several practices, read holds one object for each, people a practice each, and practices the counts of each. leftAside says what is wrong with files that were left aside."
        })
final class CohortEvidenceCommand implements Callable<Integer> {

    /** Diaries of one task: a second or two of work, so that little is done again and the end is reached together. */
    private static final int PER_TASK = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExportOptions exports = new ExportOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Mixin
    private DiaryOptions diaries = new DiaryOptions();

    @Override
    public Integer call() {
        long from = System.nanoTime();
        Retold told = Retold.ofDiaries(spec);
        try (Cluster machines = Cluster.open("evidence", cluster)) {
            Exports<ToldDiary> read = Exports.read(machines, ExportKind.DIARIES, exports, new DiaryParts(told));
            JavaRDD<OfPractice<JudgedClient>> judged = judge(machines, read, told);
            Map<Integer, PracticeTally> tallies = tallies(judged);
            PracticeTally all = new PracticeTally();
            tallies.values().forEach(all::add);
            double seconds = (System.nanoTime() - from) / 1e9;
            CohortAnswer.sayLeftAside(spec.commandLine().getErr(), read);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                print(out, read, judged, all, tallies, seconds);
            } else {
                out.printf(
                        "Practices: %d of %d%n",
                        read.files().size(), read.files().size() + broken(read));
                all.print(out, seconds);
                all.printFalseAlarms(out);
                out.println(PracticeCommand.NO_CAUSE);
            }
        }
        return ExitCode.OK;
    }

    private static long broken(Exports<?> read) {
        return read.leftAside().stream().map(FileProblem::file).distinct().count();
    }

    /** Each client's diary, wherever there is room, kept for as long as the answer takes. */
    private static JavaRDD<OfPractice<JudgedClient>> judge(Cluster machines, Exports<ToldDiary> read, Retold told) {
        return read.spread(machines, PER_TASK)
                .mapPartitions(some -> {
                    DiaryOptions options = told.diaries();
                    return OfPractice.each(some, one -> new OfPractice<>(one.practice(), options.judge(one.item())));
                })
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
    }

    /** The counts of each practice: added up in each part, then over the parts in their order. */
    private static Map<Integer, PracticeTally> tallies(JavaRDD<OfPractice<JudgedClient>> judged) {
        Map<Integer, PracticeTally> all = new TreeMap<>();
        judged.mapPartitions(some -> List.of(tally(some)).iterator())
                .collect()
                .forEach(part ->
                        part.forEach((practice, tally) -> all.computeIfAbsent(practice, any -> new PracticeTally())
                                .add(tally)));
        return all;
    }

    private static TreeMap<Integer, PracticeTally> tally(Iterator<OfPractice<JudgedClient>> some) {
        TreeMap<Integer, PracticeTally> own = new TreeMap<>();
        some.forEachRemaining(one ->
                own.computeIfAbsent(one.practice(), any -> new PracticeTally()).add(one.item()));
        return own;
    }

    private static void print(
            PrintWriter out,
            Exports<ToldDiary> read,
            JavaRDD<OfPractice<JudgedClient>> judged,
            PracticeTally all,
            Map<Integer, PracticeTally> tallies,
            double seconds) {
        JsonAnswer head = all.json().put("seconds", seconds).put("repeatedRows", read.repeatedRows());
        CohortAnswer.putReads(head, read);
        List<JsonAnswer> practices = new ArrayList<>();
        tallies.forEach((practice, tally) -> practices.add(tally.json().put("practice", read.name(practice))));
        head.put("practices", practices);
        boolean one = read.isOfOne();
        Map<Integer, String> names = new TreeMap<>();
        read.files().forEach(file -> names.put(file.index(), file.name()));
        CohortAnswer.print(out, head, "people", OfPractice.each(judged.toLocalIterator(), person -> {
            JsonAnswer json = person.item().json();
            return (one ? json : json.put("practice", names.get(person.practice()))).line();
        }));
    }
}
