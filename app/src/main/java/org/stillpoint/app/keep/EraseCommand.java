package org.stillpoint.app.keep;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.work.Actor;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint erase}: a client is erased for ever. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases a client for ever: destroys the key that reads anything of theirs, removes their records, drives both out"
                    + " of the database's files and looks through these for the key. No practice may be running on the"
                    + " record.",
            "Asked twice at a terminal; elsewhere both confirmations are options. Backups of before still hold the client:"
                    + " their ids in erased-clients see to it that no restore brings them back."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:erased, and the key is in none of the files",
            "1:erased, and its files are yet to be emptied: at the next start",
            "2:not confirmed, nothing was changed",
            "3:there is no such client or record, or a legal hold stands"
        })
public final class EraseCommand implements Callable<Integer> {
    private static final String FOR_EVER = "erase for ever";

    @Parameters(paramLabel = "CLIENT-ID", description = "As it stands in the address of the client's page.")
    private String client = "";

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--confirm", paramLabel = "CLIENT-ID", description = "First confirmation: the same id again.")
    private String confirmed = "";

    @Option(names = "--again", paramLabel = "WORDS", description = "Second confirmation: \"" + FOR_EVER + "\".")
    private String again = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::erase);
    }

    private int erase() {
        PrintWriter err = spec.commandLine().getErr();
        Id<Client> id;
        try {
            id = Id.of(client);
        } catch (BadValue none) {
            err.println("\"" + client + "\" is no client's id.");
            return ExitCode.BAD_INPUT;
        }
        try (Store store = Store.open(where.there(false))) {
            Optional<Client> found = store.clients().find(id);
            if (found.isEmpty()) {
                err.println("There is no such client, or they were erased before.");
                return ExitCode.BAD_INPUT;
            }
            if (!isConfirmed(id)) {
                err.println("Not confirmed twice; nothing was changed.");
                return ExitCode.USAGE;
            }
            Answer<Id<Client>> came = new EraseClient(store.unitOfWork(new Membership(store)), List.of())
                    .by(Actor.program(Actor.ProgramPart.COMMAND_LINE), new EraseClient.Command(Id.random(), id));
            if (came instanceof Answer.No<Id<Client>>) {
                err.println("A legal hold stands on this client; nothing was changed.");
                return ExitCode.BAD_INPUT;
            }
            return say(store.keeping().findReceipt(id).orElseThrow(() -> new NoSuchRecord("receipt", id)));
        }
    }

    private boolean isConfirmed(Id<Client> id) {
        return id.toString().equals(answer(confirmed, "Type the id of the client again: "))
                && FOR_EVER.equals(answer(again, "Nobody can undo this. Type \"" + FOR_EVER + "\": "));
    }

    private static String answer(String given, String prompt) {
        return (given.isEmpty() ? KeptWhere.asked(prompt).orElse("") : given).strip();
    }

    private int say(ErasureReceipt receipt) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Erased: client %s, %s, %d rows.%n", receipt.client(), receipt.at(), receipt.rows());
        receipt.scanned()
                .forEach(file -> out.printf("  looked through %s (%d bytes): no key%n", file.name(), file.bytes()));
        if (receipt.finishedAt().isEmpty()) {
            out.println("Others still read the files of before; they are emptied at the next start.");
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }
}
