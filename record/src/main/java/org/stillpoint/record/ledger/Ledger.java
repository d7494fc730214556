package org.stillpoint.record.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;

/**
 * The ledger of the practice: one chain of entries, each with the hash of the one before. It can be added to and read, and
 * nothing else; the database itself refuses to change or remove an entry.
 */
public interface Ledger {

    /**
     * Seals an entry now. Sealing the very same again changes nothing.
     *
     * @return the entry as sealed
     * @throws Refused if it looks ahead and its first target has come by the clock
     * @throws AlreadyThere if another entry is kept under this id, or the claim to be resolved is resolved already
     * @throws NoSuchRecord if there is no such client, or no such entry that it is about
     */
    LedgerEntry seal(Draft draft);

    /** The client's entries, in the order they were sealed; empty for a client who was erased. */
    List<LedgerEntry> list(Id<Client> client);

    /** Every entry that can still be read, in the order they were sealed: all but those of erased clients. */
    List<LedgerEntry> list();

    /** The claims that no resolution speaks of yet and that can still be read, in the order they were sealed. */
    List<LedgerEntry> listOpenClaims();

    /** Those of these clients for whom a claim waits whose first target is yet to come. */
    Set<Id<Client>> withClaimAhead(Collection<Id<Client>> clients, Instant now);

    /** What was drawn by lot for these clients and can still be read, in the order it was sealed. */
    List<LedgerEntry> listDraws(Collection<Id<Client>> clients);

    /** Reads the whole chain and tells the first thing that is wrong with it. */
    Verification verify();
}
