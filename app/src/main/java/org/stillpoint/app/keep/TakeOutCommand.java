package org.stillpoint.app.keep;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.archive.ArchiveManifest;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.practice.whole.TakeOut;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.RowsBeside;
import org.stillpoint.store.SealedArchive;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.copy.CopyPages;
import org.stillpoint.web.copy.WholeArchive;
import org.stillpoint.web.outcome.HowItGoesPages;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint take-out}: all that is kept, as one archive that other programs read too. */
@Command(
        name = "take-out",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that is kept to one file, a zip: every row as a line of JSON, for each client the FHIR R4 bundle, the"
                    + " short summary and the signed papers as PDF, and manifest.json with the hash of each member.",
            "take-in puts it into an empty installation, under a key of that one, row by row the same. Left here are open"
                    + " sign-ins, clients' links, calendar feeds, and what tells a form that is sent twice.",
            "Without --passphrase the file is NOT encrypted, and whoever has it has everything: what clients told, process"
                    + " notes, each client's key, and what accounts sign in with.",
            "No practice may be running on the record. That it was taken out stands in the account, with each client whose"
                    + " record was read for its FHIR."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "3:there is no such client or record, FILE is there already, or a passphrase is missing"
        })
public final class TakeOutCommand implements Callable<Integer> {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file; it may not be there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--client",
            paramLabel = "ID",
            description =
                    "Of this client alone, with the names of those who wrote of them; the ledger and the account, which are of"
                            + " all clients, stay here.")
    private String client = "";

    @Option(names = "--without-notes-held-apart", description = "Without process notes and therapists' own notes.")
    private boolean without;

    @Option(
            names = "--passphrase",
            description = "Encrypt the file, with the passphrase in " + ArchivePassphrase.VARIABLE
                    + " or one that is asked for. Nothing opens it without.")
    private boolean sealed;

    @Option(names = "--json", description = "Print JSON: file, clients, tables, rows, members, bytes, encrypted.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::takeOut);
    }

    private int takeOut() {
        if (Files.exists(file)) {
            return refuse("There is a file " + file + " already; name another.");
        }
        Optional<String> passphrase = sealed ? ArchivePassphrase.find(true) : Optional.empty();
        if (sealed && passphrase.isEmpty()) {
            return refuse("Give the passphrase in " + ArchivePassphrase.VARIABLE + ", twice the same at a terminal.");
        }
        StoreSettings settings = where.there(false);
        try (Store store = Store.open(settings)) {
            TakenFrom taken = new TakenFrom(settings, store);
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            ArchiveManifest manifest;
            try {
                manifest = write(taken, unfinished, passphrase);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            say(manifest);
            return ExitCode.OK;
        } catch (BadValue | NoSuchRecord none) {
            return refuse("There is no such client.");
        } catch (IOException full) {
            throw new UncheckedIOException("the archive could not be written to " + file, full);
        }
    }

    /** What it is taken out of. */
    private record TakenFrom(StoreSettings settings, Store store) {}

    private ArchiveManifest write(TakenFrom taken, Path to, Optional<String> passphrase) throws IOException {
        WhoseRows whose = client.isEmpty()
                ? new WhoseRows.OfEverybody(!without)
                : new WhoseRows.OfOneClient(Id.of(client), !without);
        UnitOfWork work = taken.store().unitOfWork(new Membership(taken.store()));
        Clock clock = new PracticeClock(
                Clock.systemDefaultZone(), taken.store().settings().profile());
        PracticeProfile profile = taken.store().settings().profile();
        Places places = new Places(
                Atlas.standard(), new Speaker(profile.written(profile.language().locale()), clock.getZone()));
        if (!(new TakeOut(work).by(SOMEBODY, new TakeOut.Command(Id.random(), whose))
                instanceof Answer.Done<List<Id<Client>>>(var clients))) {
            throw new IllegalStateException("a key that was made for this once");
        }
        WholeArchive archive = new WholeArchive(
                new RowsBeside(taken.settings()),
                new ExportClient(work, taken.store().audit(), clock),
                places,
                clock);
        Optional<WholeArchive.OfOnePerson> more = client.isEmpty()
                ? Optional.empty()
                : Optional.of(new WholeArchive.OfOnePerson(
                        new CopyClient(work, taken.store().audit(), clock),
                        new CopyPages(places),
                        new HowItGoesPages(new OutcomeReading(work, clock), places, places.speaker(), clock)));
        ArchiveManifest[] written = new ArchiveManifest[1];
        try (OutputStream out = new BufferedOutputStream(create(to), 1 << 16)) {
            if (passphrase.isPresent()) {
                SealedArchive.writer()
                        .write(
                                out,
                                passphrase.get(),
                                inside -> written[0] = archive.write(SOMEBODY, whose, clients, more, inside));
            } else {
                written[0] = archive.write(SOMEBODY, whose, clients, more, out);
            }
        }
        return written[0];
    }

    /** For its owner alone, where the system knows owners. */
    private static OutputStream create(Path to) throws IOException {
        Files.deleteIfExists(to);
        boolean owners = Files.getFileStore(
                        Objects.requireNonNull(to.toAbsolutePath().getParent(), "a file has a folder"))
                .supportsFileAttributeView("posix");
        if (owners) {
            Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.newOutputStream(to, StandardOpenOption.WRITE);
        }
        return Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private void say(ArchiveManifest manifest) throws IOException {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(new JsonAnswer()
                            .put("file", file.toString())
                            .put("madeAt", manifest.madeAt().toString())
                            .put("clients", manifest.clients())
                            .put("tables", manifest.tables().size())
                            .put("rows", manifest.rows())
                            .put("members", manifest.members())
                            .put("bytes", Files.size(file))
                            .put("encrypted", sealed)
                            .line());
            return;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "Written: %s. Clients: %d. Rows: %d in %d tables.%n",
                        file,
                        manifest.clients(),
                        manifest.rows(),
                        manifest.tables().size());
        spec.commandLine()
                .getOut()
                .println(
                        sealed
                                ? "It opens with its passphrase alone: nobody can help whoever forgets it."
                                : "It is NOT encrypted: whoever has this file has everything. Keep it as you keep the record.");
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.BAD_INPUT;
    }
}
