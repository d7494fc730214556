package org.stillpoint.record.session;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/**
 * A process note with whose it is.
 *
 * @param author who wrote down what was said, for ever; empty where a program did, or nobody knows: then it is open for whoever treats
 *     the client
 */
public record AuthoredNote(ProcessNote note, Optional<Id<Account>> author) {

    /** Whether it is open for this account. */
    public boolean isOpenFor(Id<Account> reader) {
        return author.isEmpty() || author.get().equals(reader);
    }
}
