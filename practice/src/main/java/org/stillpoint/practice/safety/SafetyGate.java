package org.stillpoint.practice.safety;

import java.time.Instant;
import java.util.List;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.work.Records;

/** Every way to a session that goes on leads through here. */
public final class SafetyGate {
    private SafetyGate() {}

    /**
     * Checks within an act that a session may be held on a check.
     *
     * @throws Refused if the check says no or nobody answers for it, a red flag is open, or a check made since says no
     */
    public static void require(Records records, SafetyCheck check, Instant now) {
        check.requireSession();
        if (!records.redFlags().listOpen(List.of(check.client())).isEmpty()) {
            throw new Refused(Rule.RED_FLAG_IS_OPEN, check.client());
        }
        records.safetyChecks().list(check.client()).stream()
                .filter(other -> !other.id().equals(check.id())
                        && !other.at().isBefore(check.at())
                        && other.at().plus(SafetyCheck.GOOD_FOR).isAfter(now)
                        && other.saysNo())
                .findFirst()
                .ifPresent(SafetyCheck::requireSession);
    }
}
