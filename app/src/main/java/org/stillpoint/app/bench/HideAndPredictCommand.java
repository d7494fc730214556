package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Json;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.painmap.PainMapTable;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.truth.HideAndPredict;
import org.stillpoint.trace.truth.HideAndPredict.Estimate;
import org.stillpoint.trace.truth.HideAndPredict.Report;
import org.stillpoint.trace.truth.HideAndPredict.Score;
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
            "Hides a fifth of each map's regions and predicts them from the rest: does the body model know something that prevalence, distance and the mirror side do not?",
            "",
            "The table is one of pain maps, as for trace; above 0 counts as marked. At least ten persons.",
            "",
            "AUC: within a person, averaged over the persons with both kinds hidden. Log loss: per hidden region, lower is better; a score becomes a probability through two weights learned on other people's maps (five folds of persons). Intervals: 95 %, persons drawn anew 1000 times.",
            "",
            "--json gives maps, persons, models (name, auc, low, high, aucPooled, logScore with logScoreLow and logScoreHigh, learns: whether its order rests on other people's maps) and bodyAddsBeyondDistance (auc and logScore, each value, low, high). logScore is the log loss."
        })
public final class HideAndPredictCommand implements Callable<Integer> {
    private static final int LEAST_PERSONS = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of pain maps.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Atlas atlas = Atlas.standard();
        PainMapTable table = PainMapTable.read(file, atlas, List.of());
        List<PainMap> maps = table.maps();
        long persons = maps.stream().map(PainMap::id).distinct().count();
        if (persons < LEAST_PERSONS) {
            throw new BadInput(Problem.ofFile(
                    table.name(), "holds " + persons + " persons; at least " + LEAST_PERSONS + " are needed"));
        }
        if (maps.stream().noneMatch(map -> marked(map, true)) || maps.stream().noneMatch(map -> marked(map, false))) {
            throw new BadInput(Problem.ofFile(table.name(), "holds only marked or only unmarked regions"));
        }
        TraceModel model = StandardBody.of(atlas).trace();
        Report report = HideAndPredict.run(
                model,
                maps.stream().map(PainMap::id).toList(),
                maps.stream().map(PainMap::pain).toList());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer(report));
        } else {
            print(report, out);
        }
        return ExitCode.OK;
    }

    private static boolean marked(PainMap map, boolean wanted) {
        for (float value : map.values()) {
            if (!Float.isNaN(value) && value > 0 == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Json answer(Report report) {
        return new Json()
                .put("maps", report.maps())
                .put("persons", report.persons())
                .put(
                        "models",
                        report.scores().stream()
                                .map(score -> new Json()
                                        .put("name", score.model().words())
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
                        "bodyAddsBeyondDistance",
                        new Json()
                                .put("auc", estimate(report.bodyAddsAuc()))
                                .put("logScore", estimate(report.bodyAddsLogLoss())));
    }

    private static Json estimate(Estimate estimate) {
        return new Json()
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
        out.printf("%-42s %-22s %-7s %-20s %s%n", "", "AUC within a person", "pooled", "log loss", "learned on maps");
        for (Score score : report.scores()) {
            out.printf(
                    Locale.ROOT,
                    "%-42s %.3f (%.3f to %.3f) %.3f   %.3f (%.3f to %.3f) %s%n",
                    score.model().words(),
                    score.auc().value(),
                    score.auc().low(),
                    score.auc().high(),
                    score.pooledAuc(),
                    score.logLoss().value(),
                    score.logLoss().low(),
                    score.logLoss().high(),
                    score.model().learns() ? "yes" : "no");
        }
        Estimate auc = report.bodyAddsAuc();
        Estimate loss = report.bodyAddsLogLoss();
        out.printf(
                Locale.ROOT,
                "%nWhat the body model adds beyond distance and mirror side: AUC %+.4f (%+.4f to %+.4f), log loss %+.4f (%+.4f to %+.4f).%n",
                auc.value(),
                auc.low(),
                auc.high(),
                loss.value(),
                loss.low(),
                loss.high());
        boolean adds = auc.low() > 0 && loss.high() < 0;
        out.println(
                adds
                        ? "It adds something that distance does not know; how much is told by the figures."
                        : "It is not shown to add anything that distance does not know.");
    }
}
