package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.practice.body.StandardBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench lives}. */
@Command(
        name = "lives",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws lives from the model, each with one to five held contractions, follows each to the age of 55, rounds its pain map with a noise of one point, and traces it blind, on all cores. No life is kept, so memory does not grow with their number.",
            "",
            "--json gives lives, seed, cores, seconds, livesPerSecond, heapPeakBytes, heapLimitBytes, withSet (share of lives), sets, coverage (share of sets that hold a true muscle), unexplained, and growth: lives, seconds, livesPerSecond, heapPeakBytes at every power of ten. The figures but the times depend on the seed alone."
        })
public final class LivesCommand implements Callable<Integer> {
    private static final long FIRST_MARK = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lives", paramLabel = "N", description = "How many lives (${DEFAULT-VALUE}).")
    private long lives = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Where the chance begins (${DEFAULT-VALUE}).")
    private long seed = 4;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** How far it was, and when. */
    private record Milestone(long lives, double seconds, long heapPeak) {
        double perSecond() {
            return lives / seconds;
        }
    }

    @Override
    public Integer call() {
        if (lives < 1 || lives > 1_000_000_000) {
            throw new BadInput(Problem.ofValue("--lives", String.valueOf(lives), "is not between 1 and 1000000000"));
        }
        StandardBody body = StandardBody.of(Atlas.standard());
        LivesTally tally = new LivesTally();
        List<Milestone> marks = new ArrayList<>();
        try (ProgressBar progress = ProgressBar.of("lives", lives)) {
            long next = Math.min(FIRST_MARK, lives);
            for (int round = 0; tally.lives() < lives; round++) {
                int now = (int) Math.min(LivesTally.AT_ONCE, next - tally.lives());
                tally.add(LivesTally.ofRound(
                        body, seed, round, IntStream.range(0, now).parallel(), progress::advance));
                if (tally.lives() == next) {
                    marks.add(new Milestone(next, progress.seconds(), heapPeak()));
                    next = Math.min(10 * next, lives);
                }
            }
        }
        if (json) {
            spec.commandLine().getOut().println(answer(tally, marks));
        } else {
            print(tally, marks, spec.commandLine().getOut());
        }
        return ExitCode.OK;
    }

    /** Most bytes of heap in use at any time, garbage that had not yet been collected included. */
    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private JsonAnswer answer(LivesTally tally, List<Milestone> marks) {
        Milestone last = marks.getLast();
        return tally.json()
                .put("seed", seed)
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("seconds", last.seconds())
                .put("livesPerSecond", last.perSecond())
                .put("heapPeakBytes", last.heapPeak())
                .put("heapLimitBytes", Runtime.getRuntime().maxMemory())
                .put(
                        "growth",
                        marks.stream()
                                .map(mark -> new JsonAnswer()
                                        .put("lives", mark.lives())
                                        .put("seconds", mark.seconds())
                                        .put("livesPerSecond", mark.perSecond())
                                        .put("heapPeakBytes", mark.heapPeak()))
                                .toList());
    }

    private static void print(LivesTally tally, List<Milestone> marks, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d lives simulated and traced on %d cores, heap limit %,d MiB%n",
                tally.lives(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        out.println("       lives   seconds  lives a second  most heap, MiB");
        for (Milestone mark : marks) {
            out.printf(
                    Locale.ROOT,
                    "%,12d  %8.1f  %,14.0f  %,14d%n",
                    mark.lives(),
                    mark.seconds(),
                    mark.perSecond(),
                    mark.heapPeak() >> 20);
        }
        tally.print(out);
    }
}
