package org.stillpoint.record.care;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/** Cases that were handed to supervisors, those that have ended too. What is said of an erased client is gone with them. */
public interface Supervisions {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept under this id
     */
    void add(Supervision supervision);

    /** The client's, the latest first. */
    List<Supervision> list(Id<Client> client);

    /** Those that were handed to this account, the latest first. */
    List<Supervision> listTo(Id<Account> supervisor);

    /** The one by which this account sees the client's case now. */
    Optional<Supervision> findLasting(Id<Client> client, Id<Account> supervisor);

    /**
     * Replaces one.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if there is none
     */
    Supervision update(Supervision changed);
}
