package org.stillpoint.app.keep;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stillpoint.store.Backup;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint restore}: a backup becomes a record again. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup back where no record is: in a folder, or with --database on a PostgreSQL server. From whichever of"
                    + " the two it was written, it goes into either, row by row.",
            "It is read and checked whole before anything is put anywhere. Clients who were erased since are erased again:"
                    + " their ids stand in the file erased-clients beside the backups.",
            "The master key must be there: in FOLDER, or named by --key-file."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:restored, and all of it holds", "3:the file cannot be used, or there is a record already"})
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A backup.")
    private Path file = Path.of("");

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, () -> {
            StoreSettings settings = where.settings(false);
            return BackupCommand.say(spec, Backup.restore(file.toAbsolutePath(), settings), json);
        });
    }
}
