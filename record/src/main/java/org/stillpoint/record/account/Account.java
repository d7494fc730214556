package org.stillpoint.record.account;

import java.time.Instant;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;

/**
 * Someone who may sign in.
 *
 * @param passwordHash the encoded hash with its algorithm and salt, never the password; not empty
 * @param version grows with each change
 */
public record Account(
        Id<Account> id, SignInName signInName, String passwordHash, Role role, Instant addedAt, Version version) {

    public Account {
        if (passwordHash.isBlank()) {
            throw new BadValue("password hash", "of " + passwordHash.length() + " characters", "an encoded hash");
        }
    }

    /** A new account. */
    public static Account added(SignInName signInName, String passwordHash, Role role, Instant now) {
        return new Account(Id.random(), signInName, passwordHash, role, now, Version.FIRST);
    }

    /** The same account with another password; hand it to {@link Accounts#update}. */
    public Account with(String newPasswordHash) {
        return new Account(id, signInName, newPasswordHash, role, addedAt, version);
    }

    /** Hides name and hash. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
