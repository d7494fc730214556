package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.stillpoint.app.bench.MadeUpNetwork.MadeUpPractice;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.joint.BeforeAfter;
import org.stillpoint.evidence.joint.JointAnswer;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.ComparedArms;
import org.stillpoint.evidence.joint.SmallestCell;
import org.stillpoint.evidence.joint.TellingRule;
import org.stillpoint.evidence.joint.ToldShares;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.StudentT;
import org.stillpoint.evidence.trial.MixedModel;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench study}: summaries of practices beside all their rows, and what suppression costs. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Made-up networks of practices of unequal sizes, whose effects lie apart: what is pooled from summaries, beside all rows at once"
                    + " (a mixed model), for several smallest cells. Twice: where effects have nothing to do with a practice's size,"
                    + " and where small practices have larger ones, which suppression leaves out.",
            "",
            "Truth is the mean effect over practices. --json gives for each row: cell, bySize, telling and people (shares), bias,"
                    + " fromRows (mean distance to all rows), width, widthOfRows, coverage, shares (share of practices that tell"
                    + " who got better), biasOfShares."
        })
public final class StudyBenchCommand implements Callable<Integer> {

    /** Nothing is withheld but what has no error. */
    private static final int NO_CELL = 2;

    private static final List<Integer> CELLS = List.of(NO_CELL, 5, 10);

    private static final double BETTER_BY = 0.3;
    private static final double ROUND_OFF = 1e-9;

    /** Points for each e-fold of size; own choice, 2026. */
    private static final List<Double> BY_SIZE = List.of(0.0, 0.3);

    private static final double LEVEL = 0.975;
    private static final int LEAST_PRACTICES = 5;

    @Option(names = "--networks", paramLabel = "N", description = "How many of each kind (${DEFAULT-VALUE}).")
    private int networks = 100;

    @Option(names = "--practices", paramLabel = "N", description = "In each network (${DEFAULT-VALUE}).")
    private int practices = 40;

    @Option(names = "--seed", paramLabel = "N", description = "Of the first network (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One network under one smallest cell; not a number where fewer than two practices tell. */
    private record OneRun(
            int telling, double people, double estimate, Pooled.Interval interval, int shares, double betterShare) {}

    /**
     * One network from all rows.
     *
     * @param truth mean of what is true of its practices; of all networks, what intervals should hold
     * @param betterShare mean over practices of the difference of the shares that got better
     */
    private record AllRows(double truth, double estimate, double width, double betterShare, List<OneRun> byCell) {}

    @Override
    public Integer call() {
        if (networks < 1 || practices < LEAST_PRACTICES) {
            throw new BadInput(Problem.ofValue(
                    "--networks, --practices",
                    networks + ", " + practices,
                    "is too few; 1 network of " + LEAST_PRACTICES + " practices at least"));
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Map<String, Double>> rows = new ArrayList<>();
        try (ProgressBar bar = ProgressBar.of("networks", (long) networks * BY_SIZE.size())) {
            for (double bySize : BY_SIZE) {
                List<AllRows> all = LongStream.range(0, networks)
                        .parallel()
                        .mapToObj(i -> {
                            AllRows one = run(seed + i, bySize);
                            bar.advance(1);
                            return one;
                        })
                        .toList();
                IntStream.range(0, CELLS.size()).forEach(cell -> rows.add(row(all, cell, bySize)));
            }
        }
        if (json) {
            rows.forEach(row -> {
                JsonAnswer line = new JsonAnswer();
                row.forEach(line::put);
                out.println(line.line());
            });
        } else {
            print(rows, out);
        }
        return ExitCode.OK;
    }

    private AllRows run(long networkSeed, double bySize) {
        MadeUpNetwork network = MadeUpNetwork.of(networkSeed, practices, bySize);
        MixedModel rows = network.fromAllRows();
        double width = 2
                * StudentT.quantile(LEVEL, practices - 1)
                * rows.standardErrors().getFirst();
        double truth = network.practices().stream()
                .mapToDouble(MadeUpPractice::effect)
                .average()
                .orElseThrow();
        return new AllRows(
                truth,
                rows.coefficients().getFirst(),
                width,
                network.practices().stream()
                        .mapToDouble(StudyBenchCommand::betterShare)
                        .average()
                        .orElseThrow(),
                CELLS.stream().map(cell -> one(network, cell)).toList());
    }

    private static double betterShare(MadeUpPractice practice) {
        return share(practice.treated()) - share(practice.waiting());
    }

    private static double share(List<BeforeAfter> people) {
        return people.stream()
                .filter(one -> one.before() > 0)
                .mapToInt(one -> one.after() <= (1 - BETTER_BY) * one.before() + ROUND_OFF ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static List<JointSummary> summaries(MadeUpNetwork network, int cell) {
        Measure pain = Measures.find("pain").orElseThrow();
        TellingRule rule = TellingRule.of(new SmallestCell(cell), pain, BETTER_BY, 1);
        return network.practices().stream()
                .map(one -> JointSummary.compared(one.treated(), one.waiting(), rule))
                .toList();
    }

    private static OneRun one(MadeUpNetwork network, int cell) {
        List<JointSummary> summaries = summaries(network, cell);
        List<ComparedArms> told = summaries.stream()
                .filter(ComparedArms.class::isInstance)
                .map(ComparedArms.class::cast)
                .toList();
        if (told.size() < 2) {
            return new OneRun(told.size(), 0, Double.NaN, new Pooled.Interval(Double.NaN, Double.NaN), 0, Double.NaN);
        }
        int people =
                told.stream().mapToInt(one -> one.treated() + one.waiting()).sum();
        Pooled pooled = JointAnswer.of(Studies.of(
                        told.stream().mapToDouble(ComparedArms::difference).toArray(),
                        told.stream()
                                .mapToDouble(one -> one.error() * one.error())
                                .toArray()))
                .pooled();
        Optional<JointAnswer> shares = shares(summaries);
        return new OneRun(
                told.size(),
                people / (double) network.people(),
                pooled.estimate(),
                pooled.neverNarrower().interval(),
                shares.map(found -> found.meta().studies().size()).orElse(0),
                shares.map(found -> found.pooled().estimate()).orElse(Double.NaN));
    }

    private static Optional<JointAnswer> shares(List<JointSummary> summaries) {
        List<ToldShares> told = summaries.stream()
                .filter(ComparedArms.class::isInstance)
                .flatMap(one -> ((ComparedArms) one).better().stream())
                .toList();
        return told.size() < 2
                ? Optional.empty()
                : Optional.of(JointAnswer.of(Studies.of(
                        told.stream().mapToDouble(ToldShares::difference).toArray(),
                        told.stream().mapToDouble(ToldShares::variance).toArray())));
    }

    private Map<String, Double> row(List<AllRows> all, int cell, double bySize) {
        double mean = mean(all, AllRows::truth);
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("cell", (double) CELLS.get(cell));
        row.put("bySize", bySize);
        row.put("telling", mean(all, one -> one.byCell().get(cell).telling() / (double) practices));
        row.put("people", mean(all, one -> one.byCell().get(cell).people()));
        row.put("bias", mean(all, one -> one.byCell().get(cell).estimate() - one.truth()));
        row.put("biasOfRows", mean(all, one -> one.estimate() - one.truth()));
        row.put("fromRows", mean(all, one -> Math.abs(one.byCell().get(cell).estimate() - one.estimate())));
        row.put("width", mean(all, one -> width(one.byCell().get(cell).interval())));
        row.put("widthOfRows", mean(all, AllRows::width));
        row.put("coverage", mean(all, one -> holds(one.byCell().get(cell).interval(), mean)));
        row.put("shares", mean(all, one -> one.byCell().get(cell).shares() / (double) practices));
        row.put("biasOfShares", mean(all, one -> one.byCell().get(cell).betterShare() - one.betterShare()));
        return row;
    }

    private static double width(Pooled.Interval interval) {
        return interval.high() - interval.low();
    }

    private static double holds(Pooled.Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    private static double number(Map<String, Double> row, String name) {
        return row.getOrDefault(name, Double.NaN);
    }

    private static double mean(List<AllRows> all, ToDoubleFunction<AllRows> of) {
        return all.stream().mapToDouble(of).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    private void print(List<Map<String, Double>> rows, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d networks of %d practices a row; a mean effect of %.1f points, %.1f apart. Bias and widths in points.%n",
                networks,
                practices,
                MadeUpNetwork.EFFECT,
                MadeUpNetwork.BETWEEN);
        out.println(
                "small larger  cell  tell   people  bias    from rows  width  of rows  holds  shares  bias of shares");
        for (Map<String, Double> row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-12s %5.0f  %4.0f %% %5.0f %%  %+.3f  %.3f      %.3f  %.3f    %3.0f %%  %4.0f %%  %+.3f%n",
                    number(row, "bySize") > 0 ? "yes" : "no",
                    number(row, "cell"),
                    100 * number(row, "telling"),
                    100 * number(row, "people"),
                    number(row, "bias"),
                    number(row, "fromRows"),
                    number(row, "width"),
                    number(row, "widthOfRows"),
                    100 * number(row, "coverage"),
                    100 * number(row, "shares"),
                    number(row, "biasOfShares"));
        }
    }
}
