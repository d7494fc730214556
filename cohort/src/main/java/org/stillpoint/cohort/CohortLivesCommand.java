package org.stillpoint.cohort;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.stillpoint.app.bench.LivesTally;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint cohort lives}: {@code bench lives} on many machines. */
@Command(
        name = "lives",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates lives and traces each blind, as 'bench lives' does: the same seed finds the same on any number of machines.",
            "",
            "--json gives lives, withSet, sets, coverage, unexplained, seed, seconds and livesPerSecond."
        })
final class CohortLivesCommand implements Callable<Integer> {

    private static final long MOST = 100_000_000_000L;

    /** Rounds of one task: a few seconds of work. */
    private static final int PER_TASK = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lives", paramLabel = "N", description = "How many lives (${DEFAULT-VALUE}).")
    private long lives = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Where the chance begins (${DEFAULT-VALUE}).")
    private long seed = 4;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (lives < 1 || lives > MOST) {
            throw new BadInput(Problem.ofValue("--lives", String.valueOf(lives), "is not between 1 and " + MOST));
        }
        long from = System.nanoTime();
        try (Cluster machines = Cluster.open("lives", cluster)) {
            LivesTally tally = simulate(machines, lives, seed);
            double seconds = (System.nanoTime() - from) / 1e9;
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(tally.json()
                        .put("seed", seed)
                        .put("seconds", seconds)
                        .put("livesPerSecond", tally.lives() / seconds));
            } else {
                out.printf(
                        Locale.ROOT,
                        "%,d lives simulated and traced in %.1f s (%,.0f a second)%n",
                        tally.lives(),
                        seconds,
                        tally.lives() / seconds);
                tally.print(out);
            }
        }
        return ExitCode.OK;
    }

    /** Rounds are dealt out in runs; what each run found is added up in their order. */
    static LivesTally simulate(Cluster machines, long lives, long seed) {
        long rounds = (lives + LivesTally.AT_ONCE - 1) / LivesTally.AT_ONCE;
        int tasks = machines.parts(rounds, PER_TASK);
        List<Integer> runs = new ArrayList<>();
        for (int run = 0; run < tasks; run++) {
            runs.add(run);
        }
        LivesTally all = new LivesTally();
        machines.spark()
                .parallelize(runs, tasks)
                .map(run -> run(lives, seed, rounds * run / tasks, rounds * (run + 1) / tasks))
                .collect()
                .forEach(all::add);
        return all;
    }

    private static LivesTally run(long lives, long seed, long from, long to) {
        LivesTally tally = new LivesTally();
        for (long round = from; round < to; round++) {
            int now = (int) Math.min(LivesTally.AT_ONCE, lives - round * LivesTally.AT_ONCE);
            tally.add(LivesTally.ofRound(EveryBody.STANDARD, seed, round, IntStream.range(0, now), life -> {}));
        }
        return tally;
    }
}
