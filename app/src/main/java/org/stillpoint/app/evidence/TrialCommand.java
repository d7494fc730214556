package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.Drawn;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Json;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.trial.Arm;
import org.stillpoint.evidence.trial.NOfOne;
import org.stillpoint.evidence.trial.ResponseVariance;
import org.stillpoint.evidence.trial.Trial;
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
            "Lower is better for responders. Rows without a score are left out and counted."
        })
public final class TrialCommand implements Callable<Integer> {

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
            description = "The treated arm (else 1, treated, treatment, active).")
    private @Nullable String treated;

    @Option(names = "--comparison", paramLabel = "VALUE", description = "The comparison arm (else the only other).")
    private @Nullable String comparison;

    @Option(
            names = "--person",
            paramLabel = "COLUMN",
            description = "N-of-1: persons (else person, subject, client, id, manuscript_ID).")
    private @Nullable String person;

    @Option(names = "--value", paramLabel = "COLUMN", description = "N-of-1: values (else value, outcome, y, score).")
    private @Nullable String value;

    @Option(
            names = "--condition",
            paramLabel = "COLUMN",
            description =
                    "N-of-1: whether the treatment was on (1, on, B, yes) or off (0, off, A, no) (else condition, intervention, intervention_period, phase).")
    private @Nullable String condition;

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
        try (Table table = Table.open(file)) {
            Optional<Column> conditions =
                    Columns.find(table, condition, "condition", "intervention", "intervention_period", "phase");
            Optional<Column> befores = Columns.find(table, before, "before", "pre", "baseline");
            if (conditions.isPresent() && (befores.isEmpty() || condition != null)) {
                nOfOne(table, conditions.get(), out);
            } else {
                arms(table, out);
            }
        }
        return ExitCode.OK;
    }

    private record People(List<Double> before, List<Double> after) {
        Arm arm() {
            return Arm.of(
                    before.stream().mapToDouble(Double::doubleValue).toArray(),
                    after.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private void arms(Table table, PrintWriter out) {
        Column befores = Columns.get(table, before, "--before", "before", "pre", "baseline");
        Column afters = Columns.get(table, after, "--after", "after", "post", "followup");
        Optional<Column> armColumn = Columns.find(table, arm, "arm", "group", "treated", "treatment");
        Map<String, People> arms = new LinkedHashMap<>();
        int missing = 0;
        for (Row row : table) {
            double from = row.numberOrMissing(befores, -Columns.MOST, Columns.MOST);
            double to = row.numberOrMissing(afters, -Columns.MOST, Columns.MOST);
            if (row.isMissing(befores) || row.isMissing(afters)) {
                missing++;
                continue;
            }
            String which = armColumn.map(row::required).orElse("");
            People people = arms.computeIfAbsent(which, w -> new People(new ArrayList<>(), new ArrayList<>()));
            people.before().add(from);
            people.after().add(to);
        }
        table.check();
        String treatedName =
                named(table, arms, treated, List.of("1", "treated", "treatment", "active", ""), "--treated");
        Arm treatedArm = sized(table, arms, treatedName);
        Json answer = new Json().put("missing", missing).put("nTreated", treatedArm.size());
        if (armColumn.isEmpty() || arms.size() == 1) {
            ResponseVariance.Refused refused = (ResponseVariance.Refused) ResponseVariance.of(treatedArm, null);
            answer.put("responseVariance", new Json().put("refused", refused.reason()));
            if (json) {
                out.println(answer);
            } else {
                out.println(refused.reason());
            }
            return;
        }
        List<String> others =
                arms.keySet().stream().filter(n -> !n.equals(treatedName)).toList();
        String comparisonName = comparison != null || others.size() > 1
                ? named(table, arms, comparison, others.size() == 1 ? others : List.of("0", "control"), "--comparison")
                : others.getFirst();
        Arm comparisonArm = sized(table, arms, comparisonName);
        if (!varies(treatedArm) && !varies(comparisonArm)) {
            throw new BadInput(
                    Problem.ofFile(
                            table.name(),
                            "column " + befores.name()
                                    + " never differs within an arm; scores before that differ were expected, to adjust for them"));
        }
        report(new Trial(treatedArm, comparisonArm), answer, out);
    }

    private static boolean varies(Arm arm) {
        return Arrays.stream(arm.before()).distinct().count() > 1;
    }

    private static String named(
            Table table, Map<String, People> arms, @Nullable String told, List<String> usual, String option) {
        Optional<String> found = told != null
                ? arms.keySet().stream().filter(told::equals).findFirst()
                : usual.stream()
                        .flatMap(u -> arms.keySet().stream().filter(n -> n.equalsIgnoreCase(u)))
                        .findFirst();
        return found.orElseThrow(() -> new BadInput(Problem.ofFile(
                table.name(),
                "which arm is meant cannot be told; name it with " + option + ": "
                        + String.join(", ", arms.keySet()))));
    }

    private static Arm sized(Table table, Map<String, People> arms, String name) {
        People people = arms.getOrDefault(name, new People(List.of(), List.of()));
        if (people.before().size() < 3) {
            throw new BadInput(Problem.ofFile(
                    table.name(),
                    (name.isEmpty() ? "the table" : "arm " + name) + " has "
                            + people.before().size() + " people with both scores; three or more were expected"));
        }
        return people.arm();
    }

    private void report(Trial trial, Json answer, PrintWriter out) {
        Trial.Ancova ancova = trial.ancova();
        Trial.Responders r30 = trial.responders(0.3);
        Trial.Responders r50 = trial.responders(0.5);
        ResponseVariance.Estimated v = (ResponseVariance.Estimated) trial.responseVariance();
        if (json) {
            out.println(answer.put("nComparison", trial.comparison().size())
                    .put(
                            "ancova",
                            new Json()
                                    .put("diff", ancova.difference())
                                    .put("ci", new double[] {ancova.low(), ancova.high()})
                                    .put("p", ancova.p())
                                    .put("slopePre", ancova.slope())
                                    .put("residSd", ancova.residualSd()))
                    .put(
                            "sdIR",
                            new Json()
                                    .put("sdTreated", v.treatedSd())
                                    .put("sdComparison", v.comparisonSd())
                                    .put("varIR", v.variance())
                                    .put("sdIR", v.sd())
                                    .put("ci", new double[] {v.low(), v.high()})
                                    .put("lnVR", v.logRatio())
                                    .put("lnVRse", v.logRatioError()))
                    .put("responders30", responders(r30))
                    .put("responders50", responders(r50))
                    .put("hedgesG", trial.hedgesG()));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d treated, %d in the comparison arm%n%n",
                trial.treated().size(),
                trial.comparison().size());
        out.printf(
                Locale.ROOT,
                "Difference afterwards at equal scores before: %.2f (%.2f to %.2f), p %.2g%n",
                ancova.difference(),
                ancova.low(),
                ancova.high(),
                ancova.p());
        out.printf(
                Locale.ROOT,
                "Response varies between people by (standard deviation): %.2f (%.2f to %.2f); a negative end means: not at all%n",
                v.sd(),
                v.low(),
                v.high());
        line(out, 30, r30);
        line(out, 50, r50);
    }

    private static void line(PrintWriter out, int percent, Trial.Responders r) {
        out.printf(
                Locale.ROOT,
                "%d %% better: %d of %d treated, %d of %d without: difference %.0f %% (%.0f to %.0f)%n",
                percent,
                r.treated(),
                r.ofTreated(),
                r.comparison(),
                r.ofComparison(),
                100 * r.difference(),
                100 * r.low(),
                100 * r.high());
    }

    private static Json responders(Trial.Responders r) {
        return new Json()
                .put("treated", List.of(r.treated(), r.ofTreated()))
                .put("comparison", List.of(r.comparison(), r.ofComparison()))
                .put("riskDiff", r.difference())
                .put("ci", new double[] {r.low(), r.high()})
                .put("NNT", r.numberNeeded());
    }

    private void nOfOne(Table table, Column conditions, PrintWriter out) {
        Column persons = Columns.get(table, person, "--person", "person", "subject", "client", "id", "manuscript_ID");
        Column values = Columns.get(table, value, "--value", "value", "outcome", "y", "score");
        Map<String, List<List<Double>>> entries = new LinkedHashMap<>();
        int missing = 0;
        for (Row row : table) {
            double number = row.numberOrMissing(values, -Columns.MOST, Columns.MOST);
            String who = row.required(persons);
            Optional<Boolean> on = on(row.required(conditions));
            if (on.isEmpty()) {
                row.problem(conditions, "is neither on (1, on, B, yes) nor off (0, off, A, no)");
            } else if (row.isMissing(values)) {
                missing++;
            } else {
                entries.computeIfAbsent(who, w -> List.of(new ArrayList<>(), new ArrayList<>()))
                        .get(on.get() ? 1 : 0)
                        .add(number);
            }
        }
        table.check();
        Map<String, NOfOne.Person> people = new LinkedHashMap<>();
        entries.forEach((name, both) -> people.put(name, new NOfOne.Person(both.get(1), both.get(0))));
        if (people.values().stream().filter(NOfOne.Person::canDiffer).count() < 2) {
            throw new BadInput(
                    Problem.ofFile(
                            table.name(),
                            "fewer than two persons have three entries in each condition, with values that are not all the same"));
        }
        NOfOne.TwoStage stages = NOfOne.twoStage(people);
        Pooled pooled = stages.meta().pooled(Estimator.REML, MetaAnalysis.FULL_STEPS);
        if (plot != null) {
            Drawn.write(
                    plot,
                    StudiesDrawing.forest(stages.meta(), pooled, "Difference of each person, treatment on less off"));
        }
        Pooled.Interval ci = pooled.hartungKnapp().interval();
        if (json) {
            out.println(new Json()
                    .put("k", stages.meta().studies().size())
                    .put("leftOut", stages.leftOut())
                    .put("missing", missing)
                    .put("est", pooled.estimate())
                    .put("ci", MetaCommand.ends(ci))
                    .put("tau2", pooled.tau2())
                    .put("I2", pooled.i2())
                    .put(
                            "predictionInterval",
                            pooled.predictions()
                                    .map(p -> MetaCommand.ends(p.rileyHartungKnapp()))
                                    .orElse(null)));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d persons (%d left out: too few entries in a condition)%n",
                stages.meta().studies().size(),
                stages.leftOut().size());
        out.printf(Locale.ROOT, "Treatment on less off: %.2f (%.2f to %.2f)%n", pooled.estimate(), ci.low(), ci.high());
        pooled.predictions()
                .ifPresent(p -> out.printf(
                        Locale.ROOT,
                        "For a new person it may lie anywhere from %.2f to %.2f%n",
                        p.rileyHartungKnapp().low(),
                        p.rileyHartungKnapp().high()));
    }

    private static Optional<Boolean> on(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "on", "b", "yes", "true", "treatment", "treated" -> Optional.of(true);
            case "0", "off", "a", "no", "false", "control", "baseline" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
