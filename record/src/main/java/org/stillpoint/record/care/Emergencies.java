package org.stillpoint.record.care;

import java.util.List;
import java.util.Set;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/** Emergency accesses, and who has yet to be told of them. What is said of an erased client is gone with them. */
public interface Emergencies {

    /**
     * Lets somebody in for a while, and keeps why. Adding the very same again changes nothing.
     *
     * @param told who is to be told of it
     * @throws NoSuchRecord if there is no such client or account
     * @throws AlreadyThere if another is kept under this id
     */
    void add(EmergencyAccess access, Set<Id<Account>> told);

    /** The client's, the latest first. */
    List<EmergencyAccess> list(Id<Client> client);

    /** Those that an account is to be told of and has not acknowledged, the latest first. */
    List<EmergencyAccess> listUntold(Id<Account> account);

    /** An account has seen it: it is told of no more. Where there was nothing to be told, nothing changes. */
    void acknowledge(Id<EmergencyAccess> access, Id<Account> account);
}
