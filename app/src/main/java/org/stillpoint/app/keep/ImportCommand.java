package org.stillpoint.app.keep;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stillpoint.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint import FILE}: what was exported, into a database that is empty. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Puts what export wrote into an empty database: in a folder, or with --database on a PostgreSQL server. Counts and"
                    + " hashes of every table are compared, and all of it is checked."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is there, and all of it holds",
            "3:the file cannot be used, or there is a record already"
        })
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What export, or backup, wrote.")
    private Path file = Path.of("");

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(
                spec,
                () -> BackupCommand.say(spec, Backup.restore(file.toAbsolutePath(), where.settings(false)), json));
    }
}
