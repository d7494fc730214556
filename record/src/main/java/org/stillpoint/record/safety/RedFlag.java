package org.stillpoint.record.safety;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;

/**
 * A red flag that somebody answered yes to: open until somebody has written what was done, and no session starts before that.
 *
 * @param id that of the entry in which it was told
 * @param at when it was told
 * @param found which, as they were asked then
 * @param followUp what was done about it; empty where nobody has written it yet
 * @param version grows with each change
 */
public record RedFlag(
        Id<RedFlag> id,
        Id<Client> client,
        Instant at,
        FlagOrigin origin,
        Set<Condition> found,
        Optional<FollowUp> followUp,
        Version version) {

    /** @throws BadValue if nothing was found, or something of a lower level */
    public RedFlag {
        found = SafetyCheck.byLevel(found);
        if (found.isEmpty() || found.stream().anyMatch(each -> each.level() != SafetyLevel.RED_FLAG)) {
            throw new BadValue("red flag", "none, or something less", "at least one red flag");
        }
    }

    /** One that nobody has answered yet. */
    public static RedFlag told(Id<?> entry, Id<Client> client, Instant at, FlagOrigin origin, Set<Condition> found) {
        return new RedFlag(new Id<>(entry.value()), client, at, origin, found, Optional.empty(), Version.FIRST);
    }

    public boolean isOpen() {
        return followUp.isEmpty();
    }

    /** The same, about which something was done; hand it to {@link RedFlags#update}. */
    public RedFlag followedBy(FollowUp what) {
        return new RedFlag(id, client, at, origin, found, Optional.of(what), version);
    }

    /** The same, of which others were meant: open again where it is more than was known. */
    public RedFlag with(Set<Condition> meant) {
        return new RedFlag(
                id, client, at, origin, meant, found.containsAll(meant) ? followUp : Optional.empty(), version);
    }

    /** The same, as seen at another version. */
    public RedFlag seenAt(Version seen) {
        return new RedFlag(id, client, at, origin, found, followUp, seen);
    }
}
