package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.trial.Arm;
import org.stillpoint.evidence.trial.NOfOne;
import org.stillpoint.evidence.trial.ResponseVariance;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.CommonWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence trial FILE}: two arms, or several N-of-1 trials. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Many clients. Two forms of table are understood:",
            "",
            "One row per person, with a score before, a score after and an arm: difference adjusted for the score before (ANCOVA), how much response varies between people, and responders beside those of the comparison arm. Without an arm the variation question is refused, with the reason.",
            "",
            "One row per entry, with a person, a value and a condition (on or off): N-of-1 trials, each person's difference pooled by REML with Hartung-Knapp and a prediction interval.",
            "",
            "Who responded depends on which way the measure gets better: as --better says, as the measure is known (--measure, or the columns' or the file's name), else lower, and the answer says which. Differences of two shares have Newcombe's interval. Rows without a score are left out and counted; a person twice is refused.",
            "",
            "--json gives read (what was made of the table), treatedArm, comparisonArm, better, nTreated, nComparison, ancova, sdIR, responders30 and responders50 (treated, comparison, atZero, riskDiff, ci, ciWald, NNT), hedgesG; for N-of-1 est, ci and predictionInterval (Hartung-Knapp; where people do not differ at all the careful one), careful (never narrower than without it, as in the text), hartungKnapp, tau2."
        })
public final class TrialCommand implements Callable<Integer> {

    /** Per cent of the scatter between people below which they do not differ but by round-off. */
    private static final double LEAST_DIFFERENCE = 1e-4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table.")
    private Path file = Path.of("");

    @Option(names = "--before", paramLabel = "COLUMN", description = "Scores before (else before, pre, baseline).")
    private @Nullable String before;

    @Option(names = "--after", paramLabel = "COLUMN", description = "Scores after (else after, post, followup).")
    private @Nullable String after;

    @Option(names = "--arm", paramLabel = "COLUMN", description = "Arms (else arm, group, treated, treatment).")
    private @Nullable String arm;

    @Option(
            names = "--treated",
            paramLabel = "VALUE",
            description =
                    "The treated arm (else the one that is called treated, treatment, active, ..., the one beside control, placebo, sham, ..., or 1 beside 0; else asked for).")
    private @Nullable String treated;

    @Option(names = "--comparison", paramLabel = "VALUE", description = "The comparison arm (else the only other).")
    private @Nullable String comparison;

    @Option(names = "--person", paramLabel = "COLUMN", description = "Persons (else person, subject, client, id, ...).")
    private @Nullable String person;

    @Option(names = "--value", paramLabel = "COLUMN", description = "N-of-1: values (else value, outcome, y, score).")
    private @Nullable String value;

    @Option(
            names = "--condition",
            paramLabel = "COLUMN",
            description =
                    "N-of-1: whether the treatment was on (1, on, B, yes) or off (0, off, A, no) (else condition, intervention, intervention_period, phase).")
    private @Nullable String condition;

    @Option(
            names = "--better",
            paramLabel = "low|high",
            description = "Which way the measure gets better (else as the measure is known, else low).")
    private DiaryOptions.@Nullable BetterWhen better;

    @Option(
            names = "--measure",
            paramLabel = "ID",
            description = "The measure, for its direction and scale, such as psfs, nrs_pain, gad7.")
    private @Nullable String measure;

    @Option(
            names = "--range",
            paramLabel = "LOW:HIGH",
            description = "Lowest and highest score; one outside is refused (else the measure's).")
    private @Nullable String range;

    @Option(
            names = "--rows-alike",
            paramLabel = "once|each",
            description =
                    "Rows of nobody's name that are alike in everything: one person (N-of-1: entry without a date) written twice, or each one of its own (else each where numbers are rounded, else asked for).")
    private RowsAlike.Choice alike = RowsAlike.Choice.ASK;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = "--plot",
            paramLabel = "OUT.svg",
            description = "N-of-1: draw every person's difference and the pooled one.")
    private @Nullable Path plot;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Table table = Table.open(file, written.how());
        Optional<Column> conditions =
                Columns.find(table, condition, "condition", "intervention", "intervention_period", "phase");
        Optional<Column> befores = Columns.find(table, before, ArmTable.BEFORE);
        if (conditions.isPresent() && (befores.isEmpty() || condition != null)) {
            nOfOne(ConditionTable.read(table, conditions.get(), person, value, bound(), alike), out);
        } else {
            arms(table, out);
        }
        return ExitCode.OK;
    }

    /** The measure that was told. */
    private Optional<Measure> told() {
        return measure == null
                ? Optional.empty()
                : Optional.of(Measures.find(measure)
                        .orElseThrow(() -> new BadInput(Problem.ofValue(
                                "--measure",
                                String.valueOf(measure),
                                "is not known; known are: "
                                        + String.join(
                                                ", ",
                                                Measures.list().stream()
                                                        .map(Measure::id)
                                                        .toList())))));
    }

    private DiaryTable.@Nullable Bound bound() {
        Setting.Scale told = Ranges.parse(range);
        return told != null
                ? new DiaryTable.Bound(told, new CommonWords.Verbatim("the range that was told"))
                : told().map(m -> new DiaryTable.Bound(
                                new Setting.Scale(m.low(), m.high()),
                                new CommonWords.Verbatim("the scale of " + m.id())))
                        .orElse(null);
    }

    private void arms(Table table, PrintWriter out) {
        ArmTable people = ArmTable.read(
                table, new ArmTable.NamedArms(before, after, arm, treated, comparison, person, bound(), alike));
        Direction direction = direction(people);
        people.read().decided("direction", direction.phrase());
        JsonAnswer answer = new JsonAnswer()
                .put("missing", people.missing())
                .put("nTreated", people.treated().size())
                .put("better", direction.better() == Better.LOWER ? "low" : "high");
        if (people.comparison().isEmpty()) {
            ResponseVariance.NotEstimable refused =
                    (ResponseVariance.NotEstimable) ResponseVariance.of(people.treated(), null);
            if (json) {
                out.println(answer.put("responseVariance", new JsonAnswer().put("refused", refused.reason()))
                        .put("read", people.read().fields()));
            } else {
                out.println(people.read().line());
                out.println(refused.reason());
            }
            return;
        }
        if (!varies(people.treated()) && !varies(people.comparison().get())) {
            throw new BadInput(
                    Problem.ofFile(
                            table.name(),
                            "column " + people.before().name()
                                    + " never differs within an arm; scores before that differ were expected, to adjust for them"));
        }
        new ArmReport(people, direction).print(json, answer, out);
    }

    private static boolean varies(Arm arm) {
        return Arrays.stream(arm.before()).distinct().count() > 1;
    }

    /** Which way is better, and what says so. */
    record Direction(Better better, String why, boolean known) {
        String phrase() {
            return (better == Better.LOWER ? "lower" : "higher") + " is better (" + why + ")";
        }
    }

    private Direction direction(ArmTable people) {
        if (better != null) {
            boolean low = better == DiaryOptions.BetterWhen.LOW || better == DiaryOptions.BetterWhen.LOWER;
            return new Direction(low ? Better.LOWER : Better.HIGHER, "as told", true);
        }
        String stem = people.read().file().replaceFirst("\\.[A-Za-z.]+$", "");
        Optional<Measure> known = told().or(() -> Measures.find(ArmTable.measureOf(people.before())))
                .or(() -> Measures.find(stem));
        return known.map(m -> new Direction(m.better(), "as " + m.id() + " is known", true))
                .orElse(new Direction(Better.LOWER, "taken for granted; --better high for the other way", false));
    }

    private void nOfOne(ConditionTable table, PrintWriter out) {
        if (table.people().values().stream()
                        .filter(NOfOne.Participant::canDiffer)
                        .count()
                < 2) {
            throw new BadInput(
                    Problem.ofFile(
                            table.read().file(),
                            "fewer than two persons have three entries in each condition, with values that are not all the same"));
        }
        NOfOne.TwoStage stages = NOfOne.twoStage(table.people());
        Pooled pooled = stages.meta().pooled(Estimator.REML, MetaAnalysis.FULL_STEPS);
        if (plot != null) {
            ChartFiles.write(
                    plot,
                    StudiesDrawing.forest(stages.meta(), pooled, "Difference of each person, treatment on less off"));
        }
        Pooled.Interval ci = pooled.neverNarrower().interval();
        Pooled.Interval plain = pooled.hartungKnapp().interval();
        boolean differ = pooled.i2() > LEAST_DIFFERENCE;
        if (json) {
            out.println(new JsonAnswer()
                    .put("k", stages.meta().studies().size())
                    .put("leftOut", stages.leftOut())
                    .put("missing", table.missing())
                    .put("repeatedRows", table.repeatedRows())
                    .put("est", pooled.estimate())
                    .put("ci", MetaCommand.ends(differ ? plain : ci))
                    .put("hartungKnapp", MetaCommand.wide(plain))
                    .put(
                            "careful",
                            new JsonAnswer()
                                    .put("ci", MetaCommand.ends(ci))
                                    .put(
                                            "predictionInterval",
                                            pooled.predictions()
                                                    .map(p -> MetaCommand.ends(p.careful()))
                                                    .orElse(null)))
                    .put("tau2", pooled.tau2())
                    .put("I2", pooled.i2())
                    .put(
                            "predictionInterval",
                            pooled.predictions()
                                    .map(p -> MetaCommand.ends(differ ? p.rileyHartungKnapp() : p.careful()))
                                    .orElse(null))
                    .put("read", table.read().fields()));
            return;
        }
        out.println(table.read().line());
        out.println();
        out.printf(
                Locale.ROOT,
                "%d persons (%d left out: too few entries in a condition, or all the same)%n",
                stages.meta().studies().size(),
                stages.leftOut().size());
        out.printf(Locale.ROOT, "Treatment on less off: %.2f (%.2f to %.2f)%n", pooled.estimate(), ci.low(), ci.high());
        pooled.predictions()
                .ifPresent(p -> out.printf(
                        Locale.ROOT,
                        "For a new person it may lie anywhere from %.2f to %.2f%n",
                        p.careful().low(),
                        p.careful().high()));
    }
}
