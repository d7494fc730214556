package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.Correction;
import org.stillpoint.record.slip.Corrections;

/** What was mended, in memory. */
final class CorrectionsInMemory implements Corrections {
    private static final Comparator<Correction> IN_TIME =
            Comparator.comparing(Correction::at).thenComparing(Correction::id);

    private final OfAClient<Correction> rows;

    CorrectionsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "correction",
                memory,
                clients,
                Correction::id,
                Correction::client,
                row -> Version.FIRST,
                (row, seen) -> row);
    }

    @Override
    public void add(Correction added) {
        rows.add(added, Correction::equals);
    }

    @Override
    public List<Correction> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
