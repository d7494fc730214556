package org.stillpoint.record.safety;

import java.util.Optional;
import java.util.Set;

/**
 * What was answered at a check.
 *
 * @param found the conditions found; none is the good case
 * @param clearance on whose word a session is held all the same; empty where nobody said
 */
public record SafetyAnswer(Set<ConditionId> found, Optional<Clearance> clearance) {
    /** Everything was asked, and nothing found. */
    public static final SafetyAnswer NOTHING = new SafetyAnswer(Set.of(), Optional.empty());

    public SafetyAnswer {
        found = Set.copyOf(found);
    }

    public static SafetyAnswer found(ConditionId... found) {
        return new SafetyAnswer(Set.of(found), Optional.empty());
    }
}
