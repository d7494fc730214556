package org.stillpoint.app.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.exchange.research.ResearchTable;
import org.stillpoint.exchange.research.ResearchTables;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint tables}. */
@Command(
        name = "tables",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the record as tables of CSV to FOLDER, with a dictionary of every column (dictionary.csv). A cell that a"
                    + " spreadsheet would take for a formula gets an apostrophe before it.",
            "What surfaced in a session, process notes, therapists' own notes and the notes of sessions are in no table. The"
                    + " files are not encrypted; each client whose record is read stands in the account.",
            "--deidentified: of those alone whose consent in force says yes to research; without names, words and dates, days"
                    + " counted from each person's first entry, ages in bands, people in no order, and what fewer than five"
                    + " people have in common told as (few). That nobody is recognised by their course is not promised.",
            "No practice may be running on the record. docs/tables.md reads them in R and Python."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "3:there is no such record, a file is there already, or fewer than five people have agreed to research"
        })
public final class TablesCommand implements Callable<Integer> {
    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Made where it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--deidentified", description = "Without what tells who somebody is.")
    private boolean deidentified;

    @Option(
            names = "--parquet",
            description = "Beside each table of CSV the same as Parquet, where every column has its type.")
    private boolean parquet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::write);
    }

    private int write() {
        List<ResearchTable> tables;
        try (Store store = Store.open(where.there(false))) {
            UnitOfWork work = store.unitOfWork(new Membership(store));
            Clock clock = new PracticeClock(
                    Clock.systemDefaultZone(), store.settings().profile());
            List<ClientFile> files = files(work, new ExportClient(work, store.audit(), clock));
            tables = deidentified
                    ? ResearchTables.deidentified(files, clock.getZone())
                    : ResearchTables.full(files, clock.getZone());
        } catch (ResearchTables.TooFewPeople few) {
            return refuse("Too few have agreed to research: " + few.getMessage() + ".");
        }
        Optional<Path> there = tables.stream()
                .flatMap(table -> Stream.of(file(table, CSV), file(table, PARQUET)))
                .filter(Files::exists)
                .findFirst();
        if (there.isPresent()) {
            return refuse("There is a file %s already; name another folder.".formatted(there.get()));
        }
        try {
            Files.createDirectories(folder);
            for (ResearchTable table : tables) {
                Files.writeString(file(table, CSV), table.csv(), StandardOpenOption.CREATE_NEW);
                if (parquet) {
                    try (OutputStream out = new BufferedOutputStream(
                            Files.newOutputStream(file(table, PARQUET), StandardOpenOption.CREATE_NEW))) {
                        table.parquet(out);
                    }
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the tables could not be written to %s".formatted(folder), full);
        }
        spec.commandLine().getOut().printf("Written: %d tables to %s.%n", tables.size(), folder);
        return ExitCode.OK;
    }

    /** In no order that tells when somebody came first. */
    private static List<ClientFile> files(UnitOfWork work, ExportClient export) {
        List<Client> clients = new ArrayList<>(work.read(
                SOMEBODY,
                Act.FIND_CLIENTS,
                Optional.empty(),
                records -> records.clients().list()));
        Collections.shuffle(clients, new SecureRandom());
        return clients.stream().map(client -> export.by(SOMEBODY, client.id())).toList();
    }

    private Path file(ResearchTable table, String ending) {
        return folder.resolve(table.name() + ending);
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.BAD_INPUT;
    }
}
