package org.stillpoint.record.api;

import java.time.Instant;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/**
 * Somebody's own token: it reads what they may read, as they.
 *
 * @param tokenHash SHA-256 of the token, 64 hexadecimal digits; the token itself is kept nowhere
 */
public record ApiToken(
        Id<ApiGrant> id, Id<Account> account, String tokenHash, String name, Instant madeAt, Instant endsAt)
        implements ApiGrant {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public ApiToken {
        ApiGrant.require(name, madeAt, endsAt);
        if (!HASH.matcher(tokenHash).matches()) {
            throw new BadValue("hash of a token", "of " + tokenHash.length() + " characters", "64 hexadecimal digits");
        }
    }

    @Override
    public ApiToken ended(Instant at) {
        return new ApiToken(id, account, tokenHash, name, madeAt, at);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "ApiToken[" + id + "]";
    }
}
