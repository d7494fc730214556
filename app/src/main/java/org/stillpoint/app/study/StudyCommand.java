package org.stillpoint.app.study;

import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code stillpoint study}. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "A study by several practices, by files: each works out its own summary, sees it before it leaves and signs it; whoever"
                    + " coordinates puts the summaries together. No client's record leaves its practice.",
            "docs/studies.md tells what leaves, field by field, and by which formulas it is pooled."
        },
        subcommands = {
            StudyKey.class,
            NewStudy.class,
            ContributeToStudyCommand.class,
            PoolStudy.class,
            CommandLine.HelpCommand.class
        })
public final class StudyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
