package org.stillpoint.app.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.archive.ArchiveManifest;
import org.stillpoint.exchange.archive.ArchiveReader;
import org.stillpoint.exchange.archive.BadArchive;
import org.stillpoint.store.Backup.CheckedBackup;
import org.stillpoint.store.CheckedRecord;
import org.stillpoint.store.SealedArchive;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.store.TakeIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint take-in}: what take-out wrote, into an installation that is empty. */
@Command(
        name = "take-in",
        mixinStandardHelpOptions = true,
        description = {
            "Puts what take-out wrote into an empty installation: in a folder, or with --database on a PostgreSQL server. The"
                    + " hash of every member is compared before anything is written, what was kept is encrypted with this"
                    + " installation's key, and all of it is checked before it counts. The hashes find damage; that nobody changed"
                    + " a file that is not encrypted, they cannot show.",
            "Where the archive is of one client, nobody can sign in by it: the first start makes an owner, as always."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is there, and all of it holds",
            "3:the file cannot be used, its passphrase is another one, or there is a record already"
        })
public final class TakeInCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What take-out wrote.")
    private Path file = Path.of("");

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Mixin
    private FirstKey firstKey = new FirstKey();

    @Option(names = "--check", description = "Compare the hashes, and put nothing anywhere.")
    private boolean check;

    @Option(names = "--json", description = "Print JSON: clients, records, the heads of ledger and account.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::takeIn);
    }

    private int takeIn() {
        if (!Files.isRegularFile(file)) {
            return refuse("There is no file " + file + ".");
        }
        try {
            if (!check) {
                TakeIn.requireNone(where.settings(false));
            }
            if (!SealedArchive.isOne(file)) {
                requireEnd();
                return takeIn(new ArchiveReader(() -> Files.newInputStream(file)));
            }
            Optional<String> passphrase = ArchivePassphrase.find(false);
            if (passphrase.isEmpty()) {
                return refuse("The file " + file + " opens with a passphrase; give it in " + ArchivePassphrase.VARIABLE
                        + ".");
            }
            return takeIn(new ArchiveReader(SealedArchive.open(file, passphrase.get())::stream));
        } catch (BadArchive bad) {
            return refuse("The file " + file + " " + bad.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be read", failed);
        }
    }

    private int takeIn(ArchiveReader archive) throws IOException {
        ArchiveManifest manifest = archive.check();
        if (check) {
            String whole =
                    "The file is whole: %d members, made at %s.".formatted(manifest.members(), manifest.madeAt());
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? new JsonAnswer()
                                            .put("file", file.toString())
                                            .put("madeAt", manifest.madeAt().toString())
                                            .put("members", manifest.members())
                                            .line()
                                    : whole);
            return ExitCode.OK;
        }
        StoreSettings settings = firstKey.prepare(where.settings(false), spec);
        CheckedRecord checked = TakeIn.into(settings, "the file " + file, new TakeIn.RowsTakenOut() {
            @Override
            public int schema() {
                return manifest.schema();
            }

            @Override
            public void each(TakeIn.TableToPut put) throws IOException {
                archive.rows(manifest, put::put);
            }
        });
        return BackupCommand.say(spec, new CheckedBackup(file, manifest.madeAt(), checked), json);
    }

    /** The directory of a zip stands at its end: where it cannot be read, the file was cut off. */
    private void requireEnd() throws IOException {
        try (ZipFile whole = new ZipFile(file.toFile())) {
            whole.size();
        } catch (ZipException cut) {
            throw ArchiveReader.withoutEnd(file);
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.BAD_INPUT;
    }
}
