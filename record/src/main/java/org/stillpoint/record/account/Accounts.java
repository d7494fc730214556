package org.stillpoint.record.account;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;

/** Where the accounts are kept. */
public interface Accounts {

    /**
     * Adds an account; adding the very same again changes nothing.
     *
     * @throws Refused if it is an owner and the practice has one
     * @throws AlreadyThere if another account is kept under this id or sign-in name
     */
    void add(Account account);

    /**
     * Replaces name, password hash and role, and ends the account where it is to end.
     *
     * @param changed carries the version that was seen
     * @return the account as kept now
     * @throws StaleRecord if another version is kept
     * @throws Refused if the owner would be ended or get another role, or another account would become the owner
     * @throws AlreadyThere if the name is another account's
     * @throws NoSuchRecord if there is no such account
     */
    Account update(Account changed);

    Optional<Account> find(SignInName name);

    Optional<Account> find(Id<Account> id);

    /** All accounts, ended ones too, in the order they were added. Empty exactly until the first start has made the owner. */
    List<Account> list();

    /** Whether the practice has its owner. Accounts that came with a client's archive are nobody's. */
    default boolean hasOwner() {
        return list().stream().anyMatch(account -> account.role() == Role.OWNER);
    }
}
