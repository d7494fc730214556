package org.stillpoint.app.strain;

import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The truth tables: how the model fares against what is known. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TABLE",
        description = "Holds the model against what is known and prints the table, good or bad.",
        subcommands = {RemoteEffectsCommand.class})
public final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
