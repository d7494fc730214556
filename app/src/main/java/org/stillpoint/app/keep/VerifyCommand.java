package org.stillpoint.app.keep;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.Backup;
import org.stillpoint.store.CheckedRecord;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint verify}: whether a backup, or the record in place, is whole. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "With FILE: reads a backup whole, as a restore would, and leaves nothing behind.",
            "Without: checks the record in its folder, beside a running practice or not: the database's own check, every"
                    + " ciphertext, the ledger and the account."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all of it holds", "3:it does not, or there is none; what is wrong is said"})
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A backup.")
    private @Nullable Path file;

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--take-as-it-is",
            description =
                    "Without FILE, and with no practice running: say no more that the record is shorter than it was; what is gone is given up.")
    private boolean takeAsItIs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, () -> {
            if (file != null) {
                return BackupCommand.say(
                        spec,
                        Backup.verify(
                                file.toAbsolutePath(), where.settings(false).key()),
                        json);
            }
            StoreSettings there = where.there(false);
            if (takeAsItIs) {
                Store.takeAsItIs(there);
            }
            CheckedRecord checked = Backup.check(there);
            if (json) {
                spec.commandLine().getOut().println(CheckSaid.json(checked).line());
            } else {
                CheckSaid.print(spec.commandLine().getOut(), checked);
            }
            return checked.holds() ? ExitCode.OK : ExitCode.BAD_INPUT;
        });
    }
}
