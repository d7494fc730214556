package org.stillpoint.app.bench;

import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.evidence.AssociationCommand;
import org.stillpoint.app.strain.RemoteEffectsCommand;
import org.stillpoint.app.strain.SensitivityCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench}: how the methods fare against what is known. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TABLE",
        description = "Holds the model and the methods against what is known and prints the table, good or bad.",
        subcommands = {
            RemoteEffectsCommand.class,
            SensitivityCommand.class,
            FalseAlarmsCommand.class,
            ForecastsCommand.class,
            SusieCommand.class,
            HideAndPredictCommand.class,
            CalibrationCommand.class,
            LivesCommand.class,
            StudyBenchCommand.class,
            AssociationCommand.class
        })
public final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
