package org.stillpoint.record.link;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * A client does one thing, once, in one browser, with the link that this holds the hash of.
 *
 * @param linkHash SHA-256 of what the link ends in, 64 hexadecimal digits; the link itself is kept nowhere
 * @param by whose account made it; empty where the program did
 * @param madeAt since when
 * @param until when it opens nothing any more; after {@code madeAt}
 * @param version grows with each change
 */
public record PrivateLink(
        Id<PrivateLink> id,
        Id<Client> client,
        LinkPurpose purpose,
        String linkHash,
        Optional<Id<Account>> by,
        Instant madeAt,
        Instant until,
        LinkState state,
        Version version) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public PrivateLink {
        if (!HASH.matcher(linkHash).matches()) {
            throw new BadValue("hash of a link", "of " + linkHash.length() + " characters", "64 hexadecimal digits");
        }
        if (!until.isAfter(madeAt)) {
            throw new BadValue("until", until.toString(), "after " + madeAt);
        }
    }

    /** Whether whoever has it may still open it. */
    public boolean isToBeOpened(Instant now) {
        return state instanceof LinkState.Unopened && now.isBefore(until);
    }

    /** Whether it is open in the browser that shows this. */
    public boolean isOpenIn(String browserHash, Instant now) {
        return state instanceof LinkState.BoundToBrowser bound
                && bound.browserHash().equals(browserHash)
                && now.isBefore(until);
    }

    /** Whether it can still be taken back. */
    public boolean stands(Instant now) {
        return now.isBefore(until)
                && switch (state) {
                    case LinkState.Unopened unopened -> true;
                    case LinkState.BoundToBrowser bound -> true;
                    case LinkState.UsedUp used -> false;
                    case LinkState.TakenBack taken -> false;
                };
    }

    /** The same in another state; hand it to {@link PrivateLinks#update}. */
    public PrivateLink in(LinkState next) {
        return new PrivateLink(id, client, purpose, linkHash, by, madeAt, until, next, version);
    }

    /** The same, as seen at another version. */
    public PrivateLink seenAt(Version seen) {
        return new PrivateLink(id, client, purpose, linkHash, by, madeAt, until, state, seen);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "PrivateLink[" + id + ", " + purpose + "]";
    }
}
