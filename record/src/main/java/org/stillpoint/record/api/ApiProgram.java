package org.stillpoint.record.api;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/**
 * A program that the owner registered: it shows by a signature that it is itself (SMART Backend Services), and reads of everybody what its
 * scopes name.
 *
 * @param account the owner who registered it
 * @param keys its public keys, as a JSON Web Key Set
 * @param scopes what it may read
 */
public record ApiProgram(
        Id<ApiGrant> id,
        Id<Account> account,
        String name,
        String keys,
        Set<ApiScope> scopes,
        Instant madeAt,
        Instant endsAt)
        implements ApiGrant {
    /** Own choice, 2026: ten RSA keys of 4,096 bits. */
    public static final int MOST_CHARACTERS_OF_KEYS = 10_000;

    public ApiProgram {
        ApiGrant.require(name, madeAt, endsAt);
        if (keys.isBlank() || keys.length() > MOST_CHARACTERS_OF_KEYS) {
            throw new BadValue(
                    "keys of a program",
                    "of " + keys.length() + " characters",
                    "1 to " + MOST_CHARACTERS_OF_KEYS + " characters");
        }
        if (scopes.isEmpty()) {
            throw new BadValue("scopes of a program", "none", "at least one");
        }
        scopes = Set.copyOf(scopes);
    }

    @Override
    public ApiProgram ended(Instant at) {
        return new ApiProgram(id, account, name, keys, scopes, madeAt, at);
    }

    /** The scopes as a client names them, in one order. */
    public String scopeText() {
        TreeSet<String> written = new TreeSet<>();
        scopes.forEach(scope -> written.add(scope.toString()));
        return String.join(" ", written);
    }
}
