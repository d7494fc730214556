package org.stillpoint.bench.faults;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The way in: {@code bench/faults}. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "What happens to what was acknowledged when something else fails.",
        subcommands = {Kills.class, Servers.class, Flips.class, DiskFaults.class, ClockFaults.class})
public final class Faults implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return 2;
    }
}
