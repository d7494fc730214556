package org.stillpoint.app.keep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint export --all FILE}: the whole record on its way to another database. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole record to FILE, in the form of a backup and checked like one: import puts it into SQLite or"
                    + " PostgreSQL, row by row.",
            "The file opens with the master key alone."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written, read again, and all of it holds", "3:there is no record, or it does not hold"})
public final class ExportCommand implements Callable<Integer> {

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--all", paramLabel = "FILE", required = true, description = "The file; it may not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, () -> {
            if (Files.exists(file)) {
                spec.commandLine().getErr().println("There is a file " + file + " already; name another.");
                return ExitCode.BAD_INPUT;
            }
            return BackupCommand.say(
                    spec, Backup.writeTo(where.there(false), file.toAbsolutePath(), Clock.systemUTC()), json);
        });
    }
}
