package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.ThreeLevel;
import org.stillpoint.evidence.numeric.Normal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Hartung-Knapp in the text is never narrower than the interval without it; --json holds the plain one as well (HartungKnapp, HartungKnappNeverNarrower).",
            "",
            "--json gives read (what was made of the table), effects, studies, threeLevel (est, se, ci, careful, tau2Between, tau2Within) where a study has several effects, k, Q, Qp, tau2Interval, small-study tests, and under FE, DL, REML, PM each: est, se, ci, tau2, I2, HartungKnapp (se, t, df, p, ci), predictionInterval (t with k - 2 degrees of freedom) and others beside it."
        })
public final class MetaCommand implements Callable<Integer> {

    private static final double NO_WIDTH = 1e-9;

    static final List<Estimator> SHOWN = List.of(Estimator.FE, Estimator.DL, Estimator.REML, Estimator.PM);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of studies.")
    private Path file = Path.of("");

    @Option(
            names = "--effect",
            paramLabel = "or|rr|hr|smd|md",
            description =
                    "What the effects are: odds, risk or hazard ratios are pooled as logarithms and printed as ratios; standardised or plain mean differences as they are (else as the column's name says). The name of a column is understood as well.")
    private @Nullable String effect;

    @Option(
            names = "--effect-column",
            paramLabel = "COLUMN",
            description = "Effects (else yi, effect, estimate, est, te, d, g, smd, or, rr, hr, ...).")
    private @Nullable String effectColumn;

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
            description =
                    "What the studies are called (else study, name, author with year, trial, id). Effects of one study are not independent: with several of them a three-level model is fitted.")
    private @Nullable String study;

    @Option(
            names = "--rows-alike",
            paramLabel = "once|each",
            description =
                    "Rows that are alike in everything: one study written twice, or each a study of its own (else once where they name their study, each where they do not and are rounded, and asked for otherwise).")
    private RowsAlike.Choice alike = RowsAlike.Choice.ASK;

    @Option(
            names = "--range",
            paramLabel = "LOW:HIGH",
            description =
                    "Lowest and highest effect that can be, as in the table; without it an isolated 99, 999, -99, ... is asked about.")
    private @Nullable String range;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw a forest plot.")
    private @Nullable Path plot;

    @Option(names = "--funnel", paramLabel = "OUT.svg", description = "Draw a funnel plot.")
    private @Nullable Path funnel;

    @Override
    public Integer call() {
        StudyTable table = StudyTable.read(
                file,
                new StudyTable.NamedColumns(effect, effectColumn, variance, error, low, high, study),
                written.how(),
                alike,
                Ranges.parse(range));
        MetaAnalysis meta = new MetaAnalysis(table.studies());
        Optional<ThreeLevel> three =
                ThreeLevel.isNeeded(table.studies()) ? Optional.of(ThreeLevel.of(table.studies())) : Optional.empty();
        draw(meta, three);
        PrintWriter out = spec.commandLine().getOut();
        Printing scale = new Printing(table.kind());
        if (json) {
            out.println(answer(meta, scale)
                    .put("effects", table.studies().size())
                    .put("studies", ThreeLevel.counts(table.studies()).size())
                    .put(
                            "effectKind",
                            table.kind()
                                    .map(k -> k.name().toLowerCase(Locale.ROOT))
                                    .orElse(null))
                    .put("threeLevel", three.map(t -> json(t, scale)).orElse(null))
                    .put("missing", table.missing())
                    .put("repeatedRows", table.repeatedRows())
                    .put("read", table.read().fields()));
        } else {
            out.println(table.read().line());
            out.println();
            print(meta, scale, out);
            out.println();
            say(table, meta, three, scale, out);
        }
        return ExitCode.OK;
    }

    private void draw(MetaAnalysis meta, Optional<ThreeLevel> three) {
        String heading = "Effects from " + file.getFileName();
        Pooled two = meta.pooled(Estimator.REML);
        Pooled pooled = three.map(t -> t.instead(two)).orElse(two);
        if (plot != null) {
            ChartFiles.write(plot, StudiesDrawing.forest(meta, pooled, heading));
        }
        if (funnel != null && meta.studies().size() > 2) {
            ChartFiles.write(funnel, StudiesDrawing.funnel(meta, pooled, heading));
        }
    }

    /** How a pooled number is printed: ratios out of their logarithms, everything else as it is. */
    private record Printing(Optional<EffectKind> kind) {
        boolean isRatio() {
            return kind.filter(EffectKind::isRatio).isPresent();
        }

        double of(double pooled) {
            return isRatio() ? Math.exp(pooled) : pooled;
        }

        double[] ends(Interval interval) {
            return new double[] {of(interval.low()), of(interval.high())};
        }

        String text(Interval interval) {
            return String.format(Locale.ROOT, "%.4f to %.4f", of(interval.low()), of(interval.high()));
        }
    }

    private static JsonAnswer json(ThreeLevel t, Printing scale) {
        JsonAnswer json = new JsonAnswer()
                .put("est", scale.of(t.estimate()))
                .put("se", t.standardError())
                .put("ci", scale.ends(t.interval()))
                .put("careful", new JsonAnswer().put("df", t.studies() - 1).put("ci", scale.ends(t.careful())))
                .put("tau2Between", t.tau2Between())
                .put("tau2Within", t.tau2Within())
                .put("effects", t.effects())
                .put("studies", t.studies());
        return scale.isRatio()
                ? json.put("logs", new JsonAnswer().put("est", t.estimate()).put("ci", ends(t.interval())))
                : json;
    }

    private static void say(
            StudyTable table, MetaAnalysis meta, Optional<ThreeLevel> three, Printing scale, PrintWriter out) {
        String what = table.kind().map(k -> k.noun() + " ").orElse("");
        if (three.isPresent()) {
            ThreeLevel t = three.get();
            ThreeLevel.counts(table.studies()).entrySet().stream()
                    .filter(e -> e.getValue() > 1)
                    .limit(5)
                    .forEach(e -> out.printf("%s stands there %d times.%n", e.getKey(), e.getValue()));
            out.printf(
                    Locale.ROOT,
                    "Effects of one study are not independent: %d effects of %d studies are pooled on three levels (REML).%n"
                            + "Together: %s%.4f (se %.4f, %s; by t on %d degrees of freedom %s); variance between studies %.4f, within %.4f.%n"
                            + "The table above takes each effect for a study of its own, and is too sure.%n",
                    t.effects(),
                    t.studies(),
                    what,
                    scale.of(t.estimate()),
                    t.standardError(),
                    scale.text(t.interval()),
                    t.studies() - 1,
                    scale.text(t.careful()),
                    t.tau2Between(),
                    t.tau2Within());
        } else {
            Pooled p = meta.pooled(Estimator.REML);
            out.printf(
                    Locale.ROOT,
                    "Together (REML): %s%.4f (%s)%s.%n",
                    what,
                    scale.of(p.estimate()),
                    scale.text(p.neverNarrower().interval()),
                    p.predictions()
                            .map(x -> "; in a new study anywhere from " + scale.text(x.careful()))
                            .orElse(""));
        }
        if (table.missing() > 0) {
            out.printf("Left out: %d without an effect or its error%n", table.missing());
        }
    }

    /** The ends of an interval; null where it has no width, which is no knowledge. */
    static double @Nullable [] wide(Interval interval) {
        return interval.high() - interval.low() > NO_WIDTH * Math.max(1, Math.abs(interval.low()))
                ? ends(interval)
                : null;
    }

    static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static JsonAnswer answer(MetaAnalysis meta, Printing scale) {
        MetaAnalysis.Heterogeneity scatter = meta.heterogeneity();
        JsonAnswer answer = new JsonAnswer()
                .put("k", meta.studies().size())
                .put("Q", scatter.q())
                .put("df", scatter.df())
                .put("Qp", scatter.p())
                .put("tau2Interval", ends(meta.tau2Interval()))
                .put("I2Interval", ends(meta.i2Interval()));
        for (Estimator estimator : SHOWN) {
            answer.put(estimator.name(), one(meta.pooled(estimator), scale));
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

    private static JsonAnswer one(Pooled pooled, Printing scale) {
        JsonAnswer one = new JsonAnswer()
                .put("est", scale.of(pooled.estimate()))
                .put("se", pooled.standardError())
                .put("z", pooled.z())
                .put("p", 2 * Normal.cdf(-Math.abs(pooled.z())))
                .put("ci", scale.ends(pooled.interval()))
                .put("tau2", pooled.tau2())
                .put("seTau2", pooled.tau2Error())
                .put("I2", pooled.i2())
                .put("H2", pooled.h2())
                .put("HartungKnapp", withT(pooled, pooled.hartungKnapp(), scale))
                .put("HartungKnappNeverNarrower", withT(pooled, pooled.neverNarrower(), scale))
                .put(
                        "predictionInterval",
                        pooled.predictions().map(p -> scale.ends(p.riley())).orElse(null));
        pooled.predictions()
                .ifPresent(p -> one.put("predictionIntervalHartungKnapp", scale.ends(p.rileyHartungKnapp()))
                        .put("predictionIntervalNeverNarrower", scale.ends(p.careful()))
                        .put("predictionIntervalLessOne", scale.ends(p.lessOne()))
                        .put("predictionIntervalNormal", scale.ends(p.normal())));
        if (scale.isRatio()) {
            one.put("logs", new JsonAnswer().put("est", pooled.estimate()).put("ci", ends(pooled.interval())));
        }
        return one.put(
                "converged",
                new JsonAnswer()
                        .put("est", scale.of(pooled.converged().estimate()))
                        .put("se", pooled.converged().standardError())
                        .put("tau2", pooled.converged().tau2()));
    }

    private static JsonAnswer withT(Pooled pooled, Pooled.WithT t, Printing scale) {
        return new JsonAnswer()
                .put("est", scale.of(pooled.estimate()))
                .put("se", t.standardError())
                .put("t", t.t())
                .put("df", t.df())
                .put("p", t.p())
                .put("ci", wide(t.interval()) == null ? null : scale.ends(t.interval()));
    }

    private static void print(MetaAnalysis meta, Printing scale, PrintWriter out) {
        MetaAnalysis.Heterogeneity scatter = meta.heterogeneity();
        out.printf(
                Locale.ROOT,
                "%d effects; Q = %.2f on %d, p = %.3g%n%n",
                meta.studies().size(),
                scatter.q(),
                scatter.df(),
                scatter.p());
        out.printf(
                "%-5s %9s %9s  %-20s %10s %6s  %-20s %-20s%n",
                "",
                scale.isRatio() ? "ratio" : "effect",
                scale.isRatio() ? "se log" : "se",
                "95 %",
                "tau2",
                "I2 %",
                "Hartung-Knapp",
                "a new study");
        for (Estimator estimator : SHOWN) {
            Pooled p = meta.pooled(estimator);
            out.printf(
                    Locale.ROOT,
                    "%-5s %9.4f %9.4f  %-20s %10.4f %6.1f  %-20s %-20s%n",
                    estimator,
                    scale.of(p.estimate()),
                    p.standardError(),
                    scale.text(p.interval()),
                    p.tau2(),
                    p.i2(),
                    scale.text(p.neverNarrower().interval()),
                    p.predictions().map(x -> scale.text(x.careful())).orElse("-"));
        }
    }
}
