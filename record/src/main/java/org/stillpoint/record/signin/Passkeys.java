package org.stillpoint.record.signin;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;

/** Where the passkeys of accounts are kept. */
public interface Passkeys {

    /**
     * Adds one.
     *
     * @throws NoSuchRecord if there is no such account
     * @throws AlreadyThere if one is kept under this id or credential id
     */
    void add(Passkey made);

    /** The passkey that a device shows. */
    Optional<Passkey> find(String credentialId);

    /** Those of an account, in the order in which they were added. */
    List<Passkey> list(Id<Account> account);

    /**
     * Keeps what has changed of {@code signCount} and {@code lastUsedAt}.
     *
     * @param shown carries the version that was seen
     * @return as it is kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if it is gone
     */
    Passkey update(Passkey shown);

    /** Removes one of an account; nothing happens where it is gone. */
    void remove(Id<Account> account, Id<Passkey> passkey);

    /** Removes all of an account. */
    void removeAll(Id<Account> account);
}
