package org.stillpoint.record.work;

import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/** Whom an actor sees where the record lists clients. */
public sealed interface Sight {
    Sight EVERYONE = new Everyone();
    Sight NOBODY = new Nobody();

    /** All clients of the practice. */
    record Everyone() implements Sight {}

    /** No client. */
    record Nobody() implements Sight {}

    /** Those whom the account treats, and those it was let in to. */
    record OwnClients(Id<Account> account) implements Sight {}
}
