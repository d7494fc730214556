package org.stillpoint.record.account;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;

/**
 * Someone who may sign in, or who might until their account was ended.
 *
 * @param passwordHash the encoded hash with its algorithm and salt, never the password; not empty
 * @param endedAt since when nobody signs in with it; the account stays, for it says who did what
 * @param version grows with each change
 */
public record Account(
        Id<Account> id,
        SignInName signInName,
        String passwordHash,
        Role role,
        Instant addedAt,
        Optional<Instant> endedAt,
        Version version) {

    public Account {
        if (passwordHash.isBlank()) {
            throw new BadValue("password hash", "of " + passwordHash.length() + " characters", "an encoded hash");
        }
    }

    /** A new account. */
    public static Account added(SignInName signInName, String passwordHash, Role role, Instant now) {
        return new Account(Id.random(), signInName, passwordHash, role, now, Optional.empty(), Version.FIRST);
    }

    /** The same account with another password; hand it to {@link Accounts#update}, as with each of the following. */
    public Account with(String newPasswordHash) {
        return new Account(id, signInName, newPasswordHash, role, addedAt, endedAt, version);
    }

    /** The same account under another name. */
    public Account named(SignInName newName) {
        return new Account(id, newName, passwordHash, role, addedAt, endedAt, version);
    }

    /** The same account in another role. */
    public Account inRole(Role newRole) {
        return new Account(id, signInName, passwordHash, newRole, addedAt, endedAt, version);
    }

    /** The same account, with which nobody signs in from now on. */
    public Account ended(Instant now) {
        return new Account(id, signInName, passwordHash, role, addedAt, Optional.of(now), version);
    }

    public boolean isEnded() {
        return endedAt.isPresent();
    }

    /** Hides name and hash. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + role + "]";
    }
}
