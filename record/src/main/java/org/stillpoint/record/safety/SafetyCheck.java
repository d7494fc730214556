package org.stillpoint.record.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * The check before a session. A slip in it is mended, which the record remembers.
 *
 * @param at when it was made
 * @param found the conditions found; none is the good case
 * @param overrideReason why a session is held in spite of them (a physician's clearance, say); empty where nobody
 *     overrides
 * @param version grows with each correction
 */
public record SafetyCheck(
        Id<SafetyCheck> id,
        Id<Client> client,
        Instant at,
        Set<Condition> found,
        PrivateText overrideReason,
        Version version) {

    /** How long before the session's start a check may have been made: the product's own bound, the same working day. */
    public static final Duration GOOD_FOR = Duration.ofHours(12);

    public SafetyCheck {
        EnumSet<Condition> ordered = EnumSet.noneOf(Condition.class);
        ordered.addAll(found);
        found = Collections.unmodifiableSet(ordered);
    }

    /** A check as it was first made. */
    public SafetyCheck(
            Id<SafetyCheck> id, Id<Client> client, Instant at, Set<Condition> found, PrivateText overrideReason) {
        this(id, client, at, found, overrideReason, Version.FIRST);
    }

    /** The same check with what was meant; hand it to {@link SafetyChecks#update}. */
    public SafetyCheck with(Set<Condition> newFound, PrivateText newReason) {
        return new SafetyCheck(id, client, at, newFound, newReason, version);
    }

    /** The same check, as seen at another version: what a form that was filled in earlier rests on. */
    public SafetyCheck seenAt(Version seen) {
        return new SafetyCheck(id, client, at, found, overrideReason, seen);
    }

    /** A new check. */
    public static SafetyCheck made(Id<Client> client, Set<Condition> found, PrivateText overrideReason, Instant at) {
        return new SafetyCheck(Id.random(), client, at, found, overrideReason);
    }

    /** Whether a session may start on it: nothing was found, or a reason to go on is recorded. */
    public boolean allowsSession() {
        return found.isEmpty() || !overrideReason.value().isBlank();
    }

    /** Whether both were answered alike; when they were made says nothing. */
    public boolean saysTheSameAs(SafetyCheck other) {
        return client.equals(other.client) && found.equals(other.found) && overrideReason.equals(other.overrideReason);
    }
}
