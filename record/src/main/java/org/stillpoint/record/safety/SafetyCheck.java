package org.stillpoint.record.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;

/**
 * The check before a session. It is written once and never changed.
 *
 * @param at when it was made
 * @param found the conditions found; none is the good case
 * @param overrideReason why a session is held in spite of them (a physician's clearance, say); empty where nobody
 *     overrides
 */
public record SafetyCheck(
        Id<SafetyCheck> id, Id<Client> client, Instant at, Set<Condition> found, PrivateText overrideReason) {

    /** How long before the session's start a check may have been made: the product's own bound, the same working day. */
    public static final Duration GOOD_FOR = Duration.ofHours(12);

    public SafetyCheck {
        EnumSet<Condition> ordered = EnumSet.noneOf(Condition.class);
        ordered.addAll(found);
        found = Collections.unmodifiableSet(ordered);
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
