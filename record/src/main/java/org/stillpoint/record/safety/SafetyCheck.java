package org.stillpoint.record.safety;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * The check before a session. A slip in it is mended, which the record remembers.
 *
 * @param at when it was made
 * @param found the conditions found, as they were asked then, the strictest first; none is the good case
 * @param clearance on whose word a session is held all the same; empty where nobody said
 * @param version grows with each correction
 */
public record SafetyCheck(
        Id<SafetyCheck> id,
        Id<Client> client,
        Instant at,
        Set<Condition> found,
        Optional<Clearance> clearance,
        Version version) {

    /** How long before the session's start a check may have been made: the product's own bound, the same working day. */
    public static final Duration GOOD_FOR = Duration.ofHours(12);

    public SafetyCheck {
        found = byLevel(found);
    }

    /** The strictest first, in an order that holds. */
    public static Set<Condition> byLevel(Collection<Condition> found) {
        Set<Condition> ordered =
                found.stream().sorted(Condition.BY_LEVEL).collect(Collectors.toCollection(LinkedHashSet::new));
        return Collections.unmodifiableSet(ordered);
    }

    /** A new check that found nothing. */
    public static SafetyCheck clear(Id<Client> client, Instant at) {
        return new SafetyCheck(Id.random(), client, at, Set.of(), Optional.empty(), Version.FIRST);
    }

    /** The same check with what was meant; hand it to {@link SafetyChecks#update}. */
    public SafetyCheck with(Set<Condition> newFound, Optional<Clearance> newClearance) {
        return new SafetyCheck(id, client, at, newFound, newClearance, version);
    }

    /** The same check, as seen at another version: what a form that was filled in earlier rests on. */
    public SafetyCheck seenAt(Version seen) {
        return new SafetyCheck(id, client, at, found, clearance, seen);
    }

    /** What was found of one level. */
    public Set<Condition> found(SafetyLevel level) {
        return byLevel(found.stream().filter(each -> each.level() == level).toList());
    }

    /** Whether it says no, whatever anybody knows or answers for. */
    public boolean saysNo() {
        return !found(SafetyLevel.RED_FLAG).isEmpty()
                || !found(SafetyLevel.STOP).isEmpty();
    }

    /** Whether a session may start on it: nothing was found, or all that was is asked first, and somebody answers for it. */
    public boolean allowsSession() {
        return !saysNo()
                && (found.isEmpty() || clearance.filter(Clearance::isComplete).isPresent());
    }

    /** @throws Refused if no session may be held on it, and why not */
    public void requireSession() {
        if (!found(SafetyLevel.RED_FLAG).isEmpty()) {
            throw new Refused(Rule.RED_FLAG_FOUND, id);
        }
        if (!found(SafetyLevel.STOP).isEmpty()) {
            throw new Refused(Rule.STOP_HOLDS, id);
        }
        if (!allowsSession()) {
            throw new Refused(Rule.SAFETY_CHECK_STOPS, id);
        }
    }

    /** Whether it was answered so; when it was made, and how long a window was then, says nothing. */
    public boolean wasAnswered(SafetyAnswer answer) {
        return found.stream().map(Condition::id).collect(Collectors.toSet()).equals(answer.found())
                && clearance.equals(answer.clearance());
    }
}
