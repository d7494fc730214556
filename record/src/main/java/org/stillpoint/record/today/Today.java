package org.stillpoint.record.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/** The practice at one glance. Each answer is one query, however large the practice is. */
public interface Today {

    /**
     * How many there are.
     *
     * @param clients all clients
     * @param openSessions of them with a session that goes on
     * @param worse of them with something worse that is an open matter
     */
    record Counts(int clients, int openSessions, int worse) {}

    Counts count();

    /** Those with a session that goes on, the one started last first. */
    List<Standing> listOpen(int atMost);

    /**
     * The one of these whose session was started last: of whom an account treats, and of whoever is nobody's.
     *
     * @param therapist the account; empty for nobody's alone
     */
    Optional<Standing> findRunning(Optional<Id<Account>> therapist);

    /**
     * Those with something worse, said or judged, or a red flag, as long as nobody has written what was done: red flags first, then whoever
     * has waited longest.
     *
     * @param skip how many are passed over
     */
    List<Standing> listWorse(int skip, int atMost);

    /**
     * The sessions that ended after one instant and not after another, each the latest of its client, after which the client gave no check-in
     * and nobody has noted that they were asked; of nobody who is archived; those that ended earliest first.
     */
    List<ToAsk> listToAsk(Instant after, Instant until, int atMost);

    /** Those who were added, treated or heard of last. */
    List<Standing> listRecent(int atMost);

    /** Those who were added, treated or heard of last before this instant, the longest ago first. */
    List<Standing> listSeenBefore(Instant before, int atMost);

    /** These clients, in this order; those who are not kept are left out. */
    List<Standing> list(List<Id<Client>> clients);
}
