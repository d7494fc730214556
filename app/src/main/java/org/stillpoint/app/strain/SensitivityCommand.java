package org.stillpoint.app.strain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.Sensitivity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** How much the body model's answers move with what is uncertain. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description =
                "How much the influence of muscles on each other moves when stiffness, tone or fascia are changed.")
public final class SensitivityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() {
        List<Sensitivity.SensitivityRow> rows =
                Sensitivity.of(StandardBody.of(Atlas.standard()).network());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(Map.of("changes", rows)));
            return ExitCode.OK;
        }
        out.println("The influence of every muscle on every other, against the standard body:");
        out.println();
        out.println("change                          correlation  median size  signs kept  ten strongest kept");
        for (Sensitivity.SensitivityRow row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-30s  %11.3f  %10.2fx  %8.0f %%  %16.0f %%%n",
                    row.change(),
                    row.correlation(),
                    row.medianRatio(),
                    100 * row.signsKept(),
                    100 * row.strongestKept());
        }
        return ExitCode.OK;
    }
}
