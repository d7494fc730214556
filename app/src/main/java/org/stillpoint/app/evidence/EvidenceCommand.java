package org.stillpoint.app.evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence}: one client, a practice, many studies, a trial, forecasts. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Did it help? From a table (CSV, plain or gzipped) in your own columns.",
            "Nothing here can show what caused a change; only a comparison group can."
        },
        subcommands = {
            DiaryCommand.class,
            PracticeCommand.class,
            MetaCommand.class,
            TrialCommand.class,
            ScoreCommand.class
        })
public final class EvidenceCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which one: diary, practice, meta, trial or score?");
    }
}
