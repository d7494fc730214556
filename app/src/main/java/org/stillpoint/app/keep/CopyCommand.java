package org.stillpoint.app.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.exchange.copy.RecordTree;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.work.Actor;
import org.stillpoint.store.Store;
import org.stillpoint.web.copy.CopyPages;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code stillpoint copy}: everything that is kept of one client, readable without Stillpoint. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything that is kept of one client to FILE: one page that opens in any browser, and beside it, as"
                    + " FILE.json, the same for other programs. No practice may be running on the record; a running one has"
                    + " this on the client's page.",
            "Neither is encrypted. That the copy was made stands in the account."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "3:there is no such client or record, or FILE is there already"})
public final class CopyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CLIENT-ID", description = "As it stands in the address of the client's page.")
    private String client = "";

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file; it may not be there yet.")
    private Path file = Path.of("");

    @Option(
            names = "--with-process-notes",
            description = "With the client's own words in sessions, which are held apart.")
    private boolean withNotes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::copy);
    }

    private int copy() {
        Path json = file.resolveSibling(file.getFileName() + ".json");
        if (Files.exists(file) || Files.exists(json)) {
            return refuse("There is a file " + file + " or " + json + " already; name another.");
        }
        try (Store store = Store.open(where.there(false))) {
            Clock clock = new PracticeClock(
                    Clock.systemDefaultZone(), store.settings().profile());
            CopiedClient copied = new CopyClient(store.unitOfWork(new Membership(store)), store.audit(), clock)
                    .by(Actor.program(Actor.ProgramPart.COMMAND_LINE), Id.of(client), withNotes);
            Speaker speaker = new Speaker(Locale.getDefault(), clock.getZone());
            write(file, new CopyPages(new Places(Atlas.standard(), speaker)).html(copied, withNotes));
            write(json, new JsonMapper().writeValueAsString(RecordTree.of(copied)));
            spec.commandLine().getOut().printf("Written: %s and %s.%n", file, json);
            return ExitCode.OK;
        } catch (BadValue | NoSuchRecord none) {
            return refuse("There is no such client.");
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.BAD_INPUT;
    }

    private static void write(Path to, String text) {
        try {
            Files.writeString(to, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException full) {
            throw new UncheckedIOException("the copy could not be written", full);
        }
    }
}
