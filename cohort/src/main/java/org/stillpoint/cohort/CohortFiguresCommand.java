package org.stillpoint.cohort;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint cohort figures}: how fast the others are here, and what that makes of many machines. */
@Command(
        name = "figures",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes up exports of 40 practices, one of them with a fifth of all, and times the other commands on them, a tenth of each first: on one core and on two. From the core time of the two sizes it tells what one diary, map or life costs, and from that what many cores would take: see cohort/README.md for what is assumed."
        })
final class CohortFiguresCommand implements Callable<Integer> {

    private static final int PRACTICES = 40;
    private static final int TENTH = 10;
    private static final int[] MANY = {1, 10, 100, 1000};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--diaries", paramLabel = "N", description = "How many diaries (${DEFAULT-VALUE}).")
    private int diaries = 20_000;

    @Option(names = "--maps", paramLabel = "N", description = "How many pain maps (${DEFAULT-VALUE}).")
    private int maps = 200_000;

    @Option(names = "--lives", paramLabel = "N", description = "How many lives (${DEFAULT-VALUE}).")
    private int lives = 200_000;

    /**
     * One command, timed.
     *
     * @param heap most bytes of heap in use at any time, garbage included
     */
    private record Timed(String what, int items, int cores, double seconds, TaskCosts.Costs costs, long heap) {

        /** What passed besides the tasks: the start, what is listed, planned and joined in one place. */
        double besides() {
            return seconds - costs.coreSeconds() / cores;
        }
    }

    /** What is made up for one command. */
    private interface MadeUp {
        void in(Path folder, int items) throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "| what | how many | cores | seconds | a second | core seconds in tasks | shuffled, MB | most heap, MiB |");
        out.println("|---|---|---|---|---|---|---|---|");
        model(
                out,
                "diaries",
                1_000_000,
                timed(out, "evidence", diaries, (folder, n) -> MadeUpExports.diaries(folder, PRACTICES, n)));
        model(
                out,
                "maps",
                10_000_000,
                timed(out, "trace", maps, (folder, n) -> MadeUpExports.maps(folder, PRACTICES, n, EveryBody.STANDARD)));
        model(out, "lives", 10_000_000, timed(out, "lives", lives, (folder, n) -> {}));
        return 0;
    }

    private List<Timed> timed(PrintWriter out, String command, int items, MadeUp madeUp) throws IOException {
        List<Timed> all = new ArrayList<>();
        for (int size : new int[] {items / TENTH, items}) {
            Path folder = Files.createTempDirectory("stillpoint-figures");
            try {
                madeUp.in(folder, size);
                if (all.isEmpty()) {
                    run(command, size, 1, folder); // Java compiles what is run often: not counted
                }
                for (int cores = 1; cores <= Math.min(2, Runtime.getRuntime().availableProcessors()); cores++) {
                    Timed one = run(command, size, cores, folder);
                    all.add(one);
                    out.printf(
                            Locale.ROOT,
                            "| %s | %,d | %d | %.1f | %,.0f | %.1f | %.1f | %,d |%n",
                            one.what(),
                            one.items(),
                            one.cores(),
                            one.seconds(),
                            one.items() / one.seconds(),
                            one.costs().coreSeconds(),
                            one.costs().shuffledBytes() / 1e6,
                            one.heap() >> 20);
                }
            } finally {
                try (Stream<Path> there = Files.walk(folder)) {
                    for (Path path : there.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
        return all;
    }

    private static Timed run(String command, int items, int cores, Path folder) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--master",
                "local[" + cores + "]",
                "--spark",
                "spark.extraListeners=" + JobProgress.class.getName() + "," + TaskCosts.class.getName()));
        words.addAll(command.equals("lives") ? List.of("--lives", String.valueOf(items)) : List.of(folder.toString()));
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        TaskCosts.Costs before = TaskCosts.soFar();
        long from = System.nanoTime();
        int code = CohortProgram.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(words.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("cohort " + command + " ended with " + code);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Timed(command, items, cores, seconds, TaskCosts.soFar().since(before), heapPeak());
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** What one item costs a core: the slope between the two sizes on as many cores as there are, when Java has compiled all. */
    private static void model(PrintWriter out, String what, int wanted, List<Timed> timed) {
        Timed large = timed.getLast();
        Timed small = timed.stream()
                .filter(one -> one.cores() == large.cores())
                .findFirst()
                .orElseThrow();
        double each = (large.costs().coreSeconds() - small.costs().coreSeconds()) / (large.items() - small.items());
        double besides = Math.max(0, small.besides());
        out.printf(
                Locale.ROOT,
                "%nOf %s: %.1f s besides the tasks, each %.3f ms of one core; %,d would take %s%n%n",
                what,
                besides,
                1000 * each,
                wanted,
                Arrays.stream(MANY)
                        .mapToObj(many ->
                                String.format(Locale.ROOT, "%,.0f s on %,d", besides + each * wanted / many, many))
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow());
    }
}
