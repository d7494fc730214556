package org.stillpoint.record.care;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * Who treats whom, and who else was let in. A client of nobody is the practice's: the owner sees to them, as to everybody. What is said
 * of an erased client is gone with them.
 */
public interface Care {

    /** What ties the account to the client now; empty where nothing does, or what did has run out. */
    Optional<Bond> find(Id<Client> client, Id<Account> account);

    /** Whose client it is; empty for a client of nobody. */
    Optional<Id<Account>> findTherapist(Id<Client> client);

    /** The accounts that the client was shared with. */
    List<Id<Account>> listShared(Id<Client> client);

    /** How many clients an account treats. */
    int countTreated(Id<Account> therapist);

    /** The clients that an account treats. */
    List<Id<Client>> listTreated(Id<Account> therapist);

    /**
     * From now on the client is this therapist's, and nobody else's; who they were shared with stays.
     *
     * @throws NoSuchRecord if there is no such client or account
     */
    void handOver(Id<Client> client, Id<Account> therapist);

    /**
     * Lets an account in to a client. Sharing with the client's own therapist changes nothing.
     *
     * @throws NoSuchRecord if there is no such client or account
     */
    void share(Id<Client> client, Id<Account> with);

    /** Takes back what {@link #share} gave; where nothing was given, nothing changes. */
    void endShare(Id<Client> client, Id<Account> with);
}
