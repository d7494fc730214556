package org.stillpoint.record.account;

import java.time.Instant;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;

/**
 * Somebody may make an account, once, who has the link that this is the hash of.
 *
 * @param role what their account may do; never the owner's
 * @param linkHash SHA-256 of what the link ends in, 64 hexadecimal digits; the link itself is kept nowhere
 * @param madeAt since when
 * @param until when it opens nothing any more
 */
public record Invitation(Id<Invitation> id, Role role, String linkHash, Instant madeAt, Instant until) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Invitation {
        if (!HASH.matcher(linkHash).matches()) {
            throw new BadValue("hash of a link", "of " + linkHash.length() + " characters", "64 hexadecimal digits");
        }
        if (role == Role.OWNER) {
            throw new BadValue("role", role.name(), "not the owner's");
        }
    }
}
