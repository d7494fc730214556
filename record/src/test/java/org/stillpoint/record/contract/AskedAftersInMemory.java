package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.AskedAfters;

/** That clients were asked after their sessions, in memory. */
final class AskedAftersInMemory implements AskedAfters {
    private static final Comparator<AskedAfter> IN_TIME =
            Comparator.comparing(AskedAfter::at).thenComparing(AskedAfter::id);

    private final OfAClient<AskedAfter> rows;
    private final SessionsInMemory sessions;

    AskedAftersInMemory(Memory memory, ClientsInMemory clients, SessionsInMemory sessions) {
        this.sessions = sessions;
        rows = new OfAClient<>(
                "follow-up",
                memory,
                clients,
                AskedAfter::id,
                AskedAfter::client,
                asked -> Version.FIRST,
                (asked, seen) -> asked);
    }

    @Override
    public void add(AskedAfter asked) {
        sessions.head(asked.client(), asked.session());
        rows.add(asked, AskedAfter::equals);
    }

    @Override
    public List<AskedAfter> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
