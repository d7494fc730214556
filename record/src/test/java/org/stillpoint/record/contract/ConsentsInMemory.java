package org.stillpoint.record.contract;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.Consents;

/** What was said about the clients' consents, in memory. */
final class ConsentsInMemory implements Consents {
    private final OfAClient<ConsentEntry> entries;

    ConsentsInMemory(Memory memory, ClientsInMemory clients) {
        entries = new OfAClient<>(
                "consent",
                memory,
                clients,
                ConsentEntry::id,
                ConsentEntry::client,
                entry -> Version.FIRST,
                (entry, version) -> entry);
    }

    @Override
    public void add(ConsentEntry entry) {
        entries.add(entry, ConsentEntry::equals);
    }

    @Override
    public Optional<ConsentEntry> find(Id<Client> client, Id<ConsentEntry> id) {
        return entries.find(client, id);
    }

    @Override
    public ConsentHistory list(Id<Client> client) {
        return new ConsentHistory(entries.list(client, ConsentHistory.IN_TIME));
    }
}
