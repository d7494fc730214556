package org.stillpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.StillpointCommand;
import org.stillpoint.app.cli.Program.Outcome;
import picocli.CommandLine;

class CommandLineTest {

    @Test
    void help_showsEveryCommandAndTheExitCodes() {
        Outcome outcome = Program.run("--help");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        for (Map.Entry<String, CommandLine> command :
                StillpointCommand.commandLine("--help").getSubcommands().entrySet()) {
            if (isHidden(command.getValue())) {
                continue;
            }
            assertThat(outcome.out()).contains(command.getKey());
        }
        assertThat(outcome.out()).contains("Exit codes:", "hypothesis");
    }

    @Test
    void help_ofEveryCommand_describesIt() {
        for (Map.Entry<String, CommandLine> command :
                StillpointCommand.commandLine("--help").getSubcommands().entrySet()) {
            if (isHidden(command.getValue())) {
                continue;
            }
            Outcome outcome = Program.run(command.getKey(), "--help");
            assertThat(outcome.code()).as(command.getKey()).isEqualTo(ExitCode.OK);
            assertThat(outcome.out()).as(command.getKey()).contains("Usage: stillpoint " + command.getKey());
        }
    }

    @Test
    void commandThatIsNamed_isReadAlone() {
        assertThat(StillpointCommand.commandLine("serve", "--demo")
                        .getSubcommands()
                        .keySet())
                .containsExactlyInAnyOrder("serve", "help");
        assertThat(Program.run("help", "serve").out()).contains("Usage: stillpoint serve");
    }

    @Test
    void unknownCommand_isAUsageErrorOnStandardError() {
        Outcome outcome = Program.run("no-such-command");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("no-such-command");
        assertThat(outcome.out()).isEmpty();
    }

    /** Commands for the build alone are not shown. */
    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }
}
