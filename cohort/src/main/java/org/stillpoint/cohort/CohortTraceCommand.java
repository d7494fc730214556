package org.stillpoint.cohort;

import java.io.PrintWriter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.trace.MapOptions;
import org.stillpoint.app.trace.TracedMap;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint cohort trace PATH...}: {@code trace} over many practices. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Pain maps of many practices traced to places worth feeling, each as 'trace' traces it.",
            "",
            "Of the tables of './stillpoint tables --deidentified' it reads pain_maps, and calls a map by its person and number. Any other table is read as 'trace' reads it.",
            "",
            "--json prints one object a line, as 'trace --json' does; of several practices with the practice. The first of each practice holds read."
        })
final class CohortTraceCommand implements Callable<Integer> {

    /** Maps of one task: a second or two of work. */
    private static final int PER_TASK = 5_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ExportOptions exports = new ExportOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Mixin
    private MapOptions maps = new MapOptions();

    /**
     * What was found in some maps.
     *
     * @param withSet maps with at least one set
     * @param unexplained sum of the parts of the pain that no set accounts for
     */
    private record TracedCount(long maps, long withSet, double unexplained) implements Serializable {
        TracedCount plus(TracedCount other) {
            return new TracedCount(maps + other.maps, withSet + other.withSet, unexplained + other.unexplained);
        }
    }

    /** @param line the map as an object in JSON */
    private record TracedLine(String line, boolean withSet, double unexplained) implements Serializable {
        static TracedLine of(String id, Trace trace) {
            return new TracedLine(
                    TracedMap.json(id, trace).line(), !trace.places().isEmpty(), trace.unexplained());
        }
    }

    @Override
    public Integer call() {
        long from = System.nanoTime();
        Retold told = Retold.ofMaps(spec);
        try (Cluster machines = Cluster.open("trace", cluster)) {
            Exports<ToldMap> read = Exports.read(machines, ExportKind.PAIN_MAPS, exports, new MapParts(told));
            HashMap<Integer, Boolean> marksOnly = new HashMap<>(read.marksOnly());
            JavaRDD<OfPractice<TracedLine>> traced = read.spread(machines, PER_TASK)
                    .mapPartitions(some -> traced(EveryBody.STANDARD.trace(), marksOnly, some))
                    .persist(StorageLevel.MEMORY_AND_DISK_SER());
            TracedCount count = traced
                    .mapPartitions(some -> List.of(count(some)).iterator())
                    .collect()
                    .stream()
                    .reduce(new TracedCount(0, 0, 0), TracedCount::plus);
            double seconds = (System.nanoTime() - from) / 1e9;
            CohortAnswer.sayLeftAside(spec.commandLine().getErr(), read);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                print(out, read, traced.toLocalIterator());
            }
            say(json ? spec.commandLine().getErr() : out, read, count, seconds);
        }
        return ExitCode.OK;
    }

    private static Iterator<OfPractice<TracedLine>> traced(
            TraceModel model, Map<Integer, Boolean> marksOnly, Iterator<OfPractice<ToldMap>> some) {
        return OfPractice.each(some, one -> {
            boolean marks = marksOnly.getOrDefault(one.practice(), false);
            return new OfPractice<>(
                    one.practice(),
                    TracedLine.of(one.item().id(), TracedMap.of(one.item().map(), marks, model)));
        });
    }

    private static TracedCount count(Iterator<OfPractice<TracedLine>> some) {
        TracedCount count = new TracedCount(0, 0, 0);
        while (some.hasNext()) {
            TracedLine one = some.next().item();
            count = count.plus(new TracedCount(1, one.withSet() ? 1 : 0, one.unexplained()));
        }
        return count;
    }

    private static void print(PrintWriter out, Exports<ToldMap> read, Iterator<OfPractice<TracedLine>> lines) {
        Map<Integer, JsonAnswer> first = new HashMap<>();
        for (int k = 0; k < read.files().size(); k++) {
            JsonAnswer fields = new JsonAnswer();
            read.reads().get(k).forEach(fields::put);
            first.put(read.files().get(k).index(), new JsonAnswer().put("read", fields));
        }
        Map<Integer, String> names = new HashMap<>();
        read.files()
                .forEach(file -> names.put(
                        file.index(),
                        new JsonAnswer().put("practice", file.name()).line()));
        while (lines.hasNext()) {
            OfPractice<TracedLine> one = lines.next();
            List<String> parts = new ArrayList<>(List.of(one.item().line()));
            if (!read.isOfOne()) {
                parts.add(names.getOrDefault(one.practice(), ""));
            }
            JsonAnswer said = first.remove(one.practice());
            if (said != null) {
                parts.add(said.line());
            }
            out.println(joined(parts));
        }
    }

    /** Objects in JSON, as one. */
    private static String joined(List<String> objects) {
        StringBuilder all = new StringBuilder("{");
        for (String object : objects) {
            all.append(all.length() > 1 ? "," : "").append(object, 1, object.length() - 1);
        }
        return all.append('}').toString();
    }

    private static void say(PrintWriter to, Exports<?> read, TracedCount count, double seconds) {
        to.printf(
                Locale.ROOT,
                "Traced %,d maps (practices: %,d) in %.1f s (%,.0f a second); %.1f %% got at least one set, and %.0f %% of the pain stays unexplained.%n",
                count.maps(),
                read.files().size(),
                seconds,
                count.maps() / seconds,
                100.0 * count.withSet() / count.maps(),
                100 * count.unexplained() / count.maps());
    }
}
