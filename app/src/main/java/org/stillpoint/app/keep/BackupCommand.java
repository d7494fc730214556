package org.stillpoint.app.keep;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.Backup;
import org.stillpoint.store.Backup.CheckedBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stillpoint backup}: the whole record in one encrypted file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole record to one encrypted file, beside a running practice or not, and reads it again: it is"
                    + " decrypted whole, put together elsewhere, and every ciphertext, the ledger and the account are"
                    + " checked.",
            "The file opens with the master key alone: keep a copy of the key, but not beside the backups."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written, read again, and all of it holds", "3:there is no record, or it does not hold"})
public final class BackupCommand implements Callable<Integer> {

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "The folder for the file.")
    private Path to = Path.of("");

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Remove older backups of this practice there, until N are left. Without it none is removed.")
    private int keep;

    @Option(names = "--json", description = "Print JSON: file, clients, records, the heads of ledger and account.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (keep < 0) {
            throw new ParameterException(spec.commandLine(), "--keep is a count.");
        }
        return KeptWhere.told(spec, () -> {
            CheckedBackup written = Backup.write(where.there(false), to.toAbsolutePath(), Clock.systemUTC());
            if (keep > 0) {
                Backup.keepNewest(written, keep);
            }
            return say(spec, written, json);
        });
    }

    static int say(CommandSpec spec, CheckedBackup backup, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckSaid.json(backup.checked())
                    .put("file", backup.file().toString())
                    .put("madeAt", backup.madeAt().toString())
                    .line());
        } else {
            out.println("Backup: " + backup.file() + ", made " + backup.madeAt() + ".");
            CheckSaid.print(out, backup.checked());
        }
        return backup.checked().holds() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
