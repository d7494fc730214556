package org.stillpoint.record.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * What was done to erase a client; ids only.
 *
 * @param at when the key was destroyed: from then on nothing of the client can be read from the record
 * @param rows how many rows were removed, the client's own not among them
 * @param finishedAt when what had been written was driven out of the files too; empty while somebody still reads an older state of
 *     them: it is tried again every minute, and at the next start
 * @param scanned each file in which the destroyed key was looked for, with its bytes; it was found in none of them
 */
public record ErasureReceipt(
        Id<Client> client, Instant at, int rows, Optional<Instant> finishedAt, List<ScannedFile> scanned) {

    /** A file that was read from end to end. */
    public record ScannedFile(String name, long bytes) {}

    public ErasureReceipt {
        scanned = List.copyOf(scanned);
    }
}
