package org.stillpoint.record.work;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Verification;

/** The account of everything done and read, as it can be read; it is written by the {@link UnitOfWork} alone. */
public interface Audit {

    /** The latest entries, the newest first. */
    List<AuditEntry> latest(int atMost);

    /** Every entry that concerns this client, the earliest first. */
    List<AuditEntry> listOf(Id<Client> client);

    /** Every entry of this act, the earliest first: for what is done rarely. */
    List<AuditEntry> listOf(Act act);

    /**
     * Whether somebody has seen this client's trace in that time.
     *
     * @param from the earliest instant that counts
     * @param by the latest
     */
    boolean isTraceSeen(Id<Client> client, Instant from, Instant by);

    /**
     * When something of each of these clients was changed last; of those of whom nothing was, since the account is kept, none.
     */
    Map<Id<Client>, Instant> lastChanges(Collection<Id<Client>> clients);

    /**
     * Writes down that somebody came in at the door, or was turned away.
     *
     * @param account whose name was given; empty where it is nobody's
     * @param outcome {@code DONE} for who came in, {@code NOT_ALLOWED} for who was turned away
     */
    void signIn(Optional<Id<Account>> account, AuditEntry.Outcome outcome);

    /** When each account came in last, of those who did. */
    Map<Id<Account>, Instant> lastSignIns();

    /** Whether an entry has this hash: a head that was noted earlier is still in the chain, and so all before it. */
    boolean isInChain(String hash);

    /** Reads the whole chain and tells the first thing that is wrong with it. */
    Verification verify();
}
