package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.painmap.PainMapTable;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.truth.HideAndPredict;
import org.stillpoint.trace.truth.HideAndPredict.BootstrapEstimate;
import org.stillpoint.trace.truth.HideAndPredict.Maps;
import org.stillpoint.trace.truth.HideAndPredict.ModelScore;
import org.stillpoint.trace.truth.HideAndPredict.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench hide-and-predict FILE}. */
@Command(
        name = "hide-and-predict",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Hides a fifth of each map's regions and predicts them from the rest: does the network of the body know something that where muscles are felt, distance and the mirror side do not?",
            "",
            "The table is one of pain maps, as for trace; above 0 counts as marked. At least ten persons. Columns named age (AGE_AT_CONTACT) and sex (PAT_SEX; male, female) are used by the learned layer where they are there.",
            "",
            "The controls are rows: distance as a field (kriging) without and with the mirror side; where muscles are felt, without any network; the network alone; the network with its muscles shuffled; as many anonymous bumps in place of the muscles. The rows of marks are what the trace itself expects in the hidden regions.",
            "",
            "AUC: within a person, averaged over the persons with both kinds hidden. Log loss: per hidden region, lower is better; a score becomes a probability through two weights learned on other people's maps (five folds of persons, or --learned-on). Intervals: 95 %%, persons drawn anew 1000 times.",
            "",
            "--json gives maps, persons, models (name, auc, low, high, aucPooled, logScore with logScoreLow and logScoreHigh, learns: whether its order rests on other people's maps) and networkAddsToFeltMap (auc and logScore, each value, low, high). logScore is the log loss."
        })
public final class HideAndPredictCommand implements Callable<Integer> {
    private static final int LEAST_PERSONS = 10;
    private static final Pattern AGE = Pattern.compile("\\d{1,3}(\\.\\d+)?");

    /** The layer's inputs stand about -1 to 1: the middle and the spread of ages in a pain clinic. */
    private static final double MIDDLE_AGE = 55;

    private static final double AGES = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of pain maps.")
    private Path file = Path.of("");

    @Option(
            names = "--learned-on",
            paramLabel = "FILE",
            description = "Learn on this table alone, and score on the other.")
    private @Nullable Path learnedOn;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Atlas atlas = Atlas.standard();
        Maps maps = read(file, atlas);
        Path other = learnedOn;
        Maps learners = other == null ? maps : read(other, atlas);
        long persons = learners.ids().stream().distinct().count();
        if (persons < LEAST_PERSONS) {
            throw new BadInput(Problem.ofFile(
                    String.valueOf((other == null ? file : other).getFileName()),
                    "holds " + persons + " persons; at least " + LEAST_PERSONS + " are needed"));
        }
        TraceModel model = StandardBody.of(atlas).trace();
        Report report = other == null ? HideAndPredict.run(model, maps) : HideAndPredict.run(model, maps, learners);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer(report));
        } else {
            print(report, out);
        }
        return ExitCode.OK;
    }

    private static Maps read(Path file, Atlas atlas) {
        PainMapTable table = PainMapTable.read(file, atlas, List.of());
        List<PainMap> maps = table.maps();
        if (maps.stream().noneMatch(map -> marked(map, true)) || maps.stream().noneMatch(map -> marked(map, false))) {
            throw new BadInput(Problem.ofFile(table.name(), "holds only marked or only unmarked regions"));
        }
        return new Maps(
                maps.stream().map(PainMap::id).toList(),
                maps.stream().map(PainMap::pain).toList(),
                about(file));
    }

    /** Age over thirty years from 55, whether it is known, and sex (1 male, -1 female, 0 unknown) of each row. */
    private static List<double[]> about(Path file) {
        try (Table table = Table.open(file)) {
            Optional<Column> age = find(table, "AGE_AT_CONTACT", "AGE");
            Optional<Column> sex = find(table, "PAT_SEX", "SEX");
            List<double[]> about = new ArrayList<>();
            for (Row row : table) {
                double years = age.map(row::text)
                        .filter(text -> AGE.matcher(text).matches())
                        .map(Double::parseDouble)
                        .orElse(Double.NaN);
                boolean known = !Double.isNaN(years);
                String own = sex.map(row::text).orElse("").toLowerCase(Locale.ROOT);
                about.add(new double[] {
                    known ? (years - MIDDLE_AGE) / AGES : 0,
                    known ? 1 : 0,
                    own.equals("male") ? 1 : own.equals("female") ? -1 : 0
                });
            }
            return about;
        }
    }

    private static Optional<Column> find(Table table, String... names) {
        return table.columns().stream()
                .filter(column -> Arrays.stream(names).anyMatch(column.name()::equalsIgnoreCase))
                .findFirst();
    }

    private static boolean marked(PainMap map, boolean wanted) {
        for (float value : map.values()) {
            if (!Float.isNaN(value) && value > 0 == wanted) {
                return true;
            }
        }
        return false;
    }

    private static JsonAnswer answer(Report report) {
        return new JsonAnswer()
                .put("maps", report.maps())
                .put("persons", report.persons())
                .put(
                        "models",
                        report.scores().stream()
                                .map(score -> new JsonAnswer()
                                        .put("name", score.model().title())
                                        .put("auc", score.auc().value())
                                        .put("low", score.auc().low())
                                        .put("high", score.auc().high())
                                        .put("aucPooled", score.pooledAuc())
                                        .put("logScore", score.logLoss().value())
                                        .put("logScoreLow", score.logLoss().low())
                                        .put("logScoreHigh", score.logLoss().high())
                                        .put("learns", score.model().learns()))
                                .toList())
                .put(
                        "networkAddsToFeltMap",
                        new JsonAnswer()
                                .put("auc", estimate(report.networkAddsAuc()))
                                .put("logScore", estimate(report.networkAddsLogLoss())));
    }

    private static JsonAnswer estimate(BootstrapEstimate estimate) {
        return new JsonAnswer()
                .put("value", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    private static void print(Report report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "A fifth of the regions hidden, %,d maps of %,d persons.%n%n",
                report.maps(),
                report.persons());
        out.printf("%-50s %-22s %-7s %-20s %s%n", "", "AUC within a person", "pooled", "log loss", "learned on maps");
        for (ModelScore score : report.scores()) {
            out.printf(
                    Locale.ROOT,
                    "%-50s %.3f (%.3f to %.3f) %.3f   %.3f (%.3f to %.3f) %s%n",
                    score.model().title(),
                    score.auc().value(),
                    score.auc().low(),
                    score.auc().high(),
                    score.pooledAuc(),
                    score.logLoss().value(),
                    score.logLoss().low(),
                    score.logLoss().high(),
                    score.model().learns() ? "yes" : "no");
        }
        BootstrapEstimate auc = report.networkAddsAuc();
        BootstrapEstimate loss = report.networkAddsLogLoss();
        out.printf(
                Locale.ROOT,
                "%nWhat the network adds to distance, mirror side and felt map: AUC %+.4f (%+.4f to %+.4f), log loss %+.4f (%+.4f to %+.4f).%n",
                auc.value(),
                auc.low(),
                auc.high(),
                loss.value(),
                loss.low(),
                loss.high());
        boolean adds = auc.low() > 0 && loss.high() < 0;
        out.println(
                adds
                        ? "It adds something that they do not know; how much is told by the figures."
                        : "It is not shown to add anything that they do not know.");
    }
}
