package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.Drawn;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Json;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence meta FILE}: a meta-analysis. */
@Command(
        name = "meta",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Many studies of one question: fixed effect (FE) and random effects (DL, REML, PM), each with Hartung-Knapp and a prediction interval.",
            "",
            "A row is a study: its effect and the variance of the effect, or its standard error, or its 95 %% interval. Rows without them are left out and counted.",
            "",
            "--json gives k, Q, Qp, tau2Interval, small-study tests, and under FE, DL, REML, PM each: est, se, ci, tau2, I2, HartungKnapp (se, t, df, p, ci), predictionInterval (t with k - 2 degrees of freedom) and others beside it."
        })
public final class MetaCommand implements Callable<Integer> {

    /** Variances and errors beyond this and its inverse are slips: their weights leave the numbers a computer has. */
    private static final double LEAST_ERROR = 1e-9;

    static final List<Estimator> SHOWN = List.of(Estimator.FE, Estimator.DL, Estimator.REML, Estimator.PM);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of studies.")
    private Path file = Path.of("");

    @Option(
            names = "--effect",
            paramLabel = "COLUMN",
            description = "Effect sizes (else yi, effect, estimate, est, te, d, g, smd).")
    private @Nullable String effect;

    @Option(names = "--variance", paramLabel = "COLUMN", description = "Their variances (else vi, variance, var, v).")
    private @Nullable String variance;

    @Option(
            names = "--error",
            paramLabel = "COLUMN",
            description = "Their standard errors, where there are no variances (else sei, se, standard_error).")
    private @Nullable String error;

    @Option(
            names = "--low",
            paramLabel = "COLUMN",
            description = "Low ends of their 95 %% intervals, where there is neither (else ci_low, low, ci_lb, lower).")
    private @Nullable String low;

    @Option(names = "--high", paramLabel = "COLUMN", description = "High ends (else ci_high, high, ci_ub, upper).")
    private @Nullable String high;

    @Option(
            names = "--study",
            paramLabel = "COLUMN",
            description = "What the studies are called (else study, name, author, trial, id).")
    private @Nullable String study;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw a forest plot.")
    private @Nullable Path plot;

    @Option(names = "--funnel", paramLabel = "OUT.svg", description = "Draw a funnel plot.")
    private @Nullable Path funnel;

    @Override
    public Integer call() {
        Told told = read();
        MetaAnalysis meta = new MetaAnalysis(told.studies());
        PrintWriter out = spec.commandLine().getOut();
        String heading = "Effects from " + file.getFileName();
        if (plot != null) {
            Drawn.write(plot, StudiesDrawing.forest(meta, meta.pooled(Estimator.REML), heading));
        }
        if (funnel != null && meta.studies().size() > 2) {
            Drawn.write(funnel, StudiesDrawing.funnel(meta, meta.pooled(Estimator.REML), heading));
        }
        if (json) {
            out.println(answer(meta).put("missing", told.missing()));
        } else {
            print(meta, out);
            if (told.missing() > 0) {
                out.printf("%nLeft out: %d without an effect or its error%n", told.missing());
            }
        }
        return ExitCode.OK;
    }

    /** The studies, and how many rows lacked a number. */
    private record Told(Studies studies, int missing) {}

    private Told read() {
        try (Table table = Table.open(file)) {
            Column effects =
                    Columns.get(table, effect, "--effect", "yi", "effect", "estimate", "est", "te", "d", "g", "smd");
            Optional<Column> variances = Columns.find(table, variance, "vi", "variance", "var", "v");
            Optional<Column> errors = Columns.find(table, error, "sei", "se", "standard_error", "std_error", "seTE");
            Optional<Column> lows = Columns.find(table, low, "ci_low", "low", "ci_lb", "lower");
            Optional<Column> highs = Columns.find(table, high, "ci_high", "high", "ci_ub", "upper");
            if (variances.isEmpty() && errors.isEmpty() && (lows.isEmpty() || highs.isEmpty())) {
                throw new BadInput(
                        Problem.ofFile(
                                table.name(),
                                "no column holds variances, standard errors or intervals; name one with --variance, --error, or --low and --high"));
            }
            Optional<Column> names =
                    Columns.find(table, study, "study", "name", "author", "trial", "id", "manuscript_ID");
            List<String> called = new ArrayList<>();
            List<Double> yi = new ArrayList<>();
            List<Double> vi = new ArrayList<>();
            List<Column> needed = variances
                    .or(() -> errors)
                    .map(column -> List.of(effects, column))
                    .orElseGet(() -> List.of(effects, lows.orElseThrow(), highs.orElseThrow()));
            int missing = 0;
            for (Row row : table) {
                if (needed.stream().anyMatch(row::isMissing)) {
                    missing++;
                    continue;
                }
                yi.add(row.number(effects, -Columns.MOST, Columns.MOST));
                vi.add(variances
                        .map(c -> positive(row, c))
                        .or(() -> errors.map(c -> square(positive(row, c))))
                        .orElseGet(() -> fromInterval(row, lows.orElseThrow(), highs.orElseThrow())));
                called.add(names.map(row::text).filter(t -> !t.isEmpty()).orElse("study " + yi.size()));
            }
            table.check();
            if (yi.size() < 2) {
                throw new BadInput(
                        Problem.ofFile(table.name(), "holds " + yi.size() + " studies; two or more were expected"));
            }
            return new Told(Studies.of(called, array(yi), array(vi)), missing);
        }
    }

    private static double positive(Row row, Column column) {
        double value = row.number(column);
        if (value <= 0) {
            row.problem(column, "is not above 0");
        } else if (value < LEAST_ERROR || value > 1 / LEAST_ERROR) {
            row.problem(column, "is not between " + LEAST_ERROR + " and " + 1 / LEAST_ERROR);
        }
        return value;
    }

    private static double fromInterval(Row row, Column low, Column high) {
        double from = row.number(low, -Columns.MOST, Columns.MOST);
        double to = row.number(high, -Columns.MOST, Columns.MOST);
        if (from >= to) {
            row.problem(high, "is not above the low end of the interval");
        }
        return square((to - from) / (2 * Normal.Z975));
    }

    private static double square(double x) {
        return x * x;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static Json answer(MetaAnalysis meta) {
        MetaAnalysis.Heterogeneity scatter = meta.heterogeneity();
        Json answer = new Json()
                .put("k", meta.studies().size())
                .put("Q", scatter.q())
                .put("df", scatter.df())
                .put("Qp", scatter.p())
                .put("tau2Interval", ends(meta.tau2Interval()))
                .put("I2Interval", ends(meta.i2Interval()));
        for (Estimator estimator : SHOWN) {
            answer.put(estimator.name(), one(meta.pooled(estimator)));
        }
        if (meta.studies().size() > 2 && meta.studies().errorsDiffer()) {
            SmallStudies small = new SmallStudies(meta.studies());
            answer.put("eggerT", small.egger().t())
                    .put("eggerP", small.egger().p())
                    .put("beggTau", small.begg().tauB())
                    .put("beggP", small.begg().p());
        }
        return answer;
    }

    private static Json one(Pooled pooled) {
        Json one = new Json()
                .put("est", pooled.estimate())
                .put("se", pooled.standardError())
                .put("z", pooled.z())
                .put("p", 2 * Normal.cdf(-Math.abs(pooled.z())))
                .put("ci", ends(pooled.interval()))
                .put("tau2", pooled.tau2())
                .put("seTau2", pooled.tau2Error())
                .put("I2", pooled.i2())
                .put("H2", pooled.h2())
                .put("HartungKnapp", withT(pooled, pooled.hartungKnapp()))
                .put("HartungKnappNeverNarrower", withT(pooled, pooled.neverNarrower()))
                .put(
                        "predictionInterval",
                        pooled.predictions().map(p -> ends(p.riley())).orElse(null));
        pooled.predictions()
                .ifPresent(p -> one.put("predictionIntervalHartungKnapp", ends(p.rileyHartungKnapp()))
                        .put("predictionIntervalLessOne", ends(p.lessOne()))
                        .put("predictionIntervalNormal", ends(p.normal())));
        return one.put(
                "converged",
                new Json()
                        .put("est", pooled.converged().estimate())
                        .put("se", pooled.converged().standardError())
                        .put("tau2", pooled.converged().tau2()));
    }

    private static Json withT(Pooled pooled, Pooled.WithT t) {
        return new Json()
                .put("est", pooled.estimate())
                .put("se", t.standardError())
                .put("t", t.t())
                .put("df", t.df())
                .put("p", t.p())
                .put("ci", ends(t.interval()));
    }

    private static void print(MetaAnalysis meta, PrintWriter out) {
        MetaAnalysis.Heterogeneity scatter = meta.heterogeneity();
        out.printf(
                Locale.ROOT,
                "%d studies; Q = %.2f on %d, p = %.3g%n%n",
                meta.studies().size(),
                scatter.q(),
                scatter.df(),
                scatter.p());
        out.printf(
                "%-5s %9s %9s  %-20s %10s %6s  %-20s %-20s%n",
                "", "effect", "se", "95 %", "tau2", "I2 %", "Hartung-Knapp", "a new study");
        for (Estimator estimator : SHOWN) {
            Pooled p = meta.pooled(estimator);
            out.printf(
                    Locale.ROOT,
                    "%-5s %9.4f %9.4f  %-20s %10.4f %6.1f  %-20s %-20s%n",
                    estimator,
                    p.estimate(),
                    p.standardError(),
                    text(p.interval()),
                    p.tau2(),
                    p.i2(),
                    text(p.hartungKnapp().interval()),
                    p.predictions().map(x -> text(x.riley())).orElse("-"));
        }
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.4f to %.4f", interval.low(), interval.high());
    }
}
