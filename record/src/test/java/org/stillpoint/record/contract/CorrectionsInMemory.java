package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.Corrections;
import org.stillpoint.record.slip.EntryCorrection;

/** What was mended, in memory. */
final class CorrectionsInMemory implements Corrections {
    private static final Comparator<EntryCorrection> IN_TIME =
            Comparator.comparing(EntryCorrection::at).thenComparing(EntryCorrection::id);

    private final OfAClient<EntryCorrection> rows;

    CorrectionsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "correction",
                memory,
                clients,
                EntryCorrection::id,
                EntryCorrection::client,
                row -> Version.FIRST,
                (row, seen) -> row);
    }

    @Override
    public void add(EntryCorrection added) {
        rows.add(added, EntryCorrection::equals);
    }

    @Override
    public List<EntryCorrection> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
