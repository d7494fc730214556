package org.stillpoint.store;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;

/** A process of its own that marks without end, prints the id of each mark once it is acknowledged, and waits to be killed. */
final class TappingProcess {
    private TappingProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try (Store store = Store.open(new StoreSettings.Sqlite(Path.of(arguments[0])))) {
            Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());
            store.clients().add(client);
            SafetyCheck check = SafetyCheck.clear(client.id(), Instant.now());
            store.safetyChecks().add(check);
            Session session = Practice.start(store, check, Instant.now());
            out.println(session.id());
            while (!out.checkError()) { // also flushes; ends should the parent be gone
                ProcessNote note = new ProcessNote(new PrivateText("what the client said"));
                Id<Mark> mark = Id.random();
                Practice.mark(store, session, Tap.memory(mark, Instant.now(), note), Instant.now());
                out.println(mark);
            }
        }
    }
}
