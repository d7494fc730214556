package org.stillpoint.practice.safety;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.work.Records;

/**
 * How a client stands before a session.
 *
 * @param list what the practice asks
 * @param flags red flags that nobody has answered yet, the earliest first
 * @param last the latest check
 * @param need what a session still needs
 * @param answered what was ever asked first and answered for, the latest of each condition, the newest first
 */
public record SafetyStanding(
        SafetyList list, List<RedFlag> flags, Optional<SafetyCheck> last, SafetyNeed need, List<AnsweredFor> answered) {

    /** What a session still needs. */
    public enum SafetyNeed {
        /** A red flag is open: what was done about it is written first. */
        FLAG_TO_ANSWER,
        /** The latest check of today says no. */
        STOPPED,
        /** Something that is asked first was found, and nobody answers for it. */
        CLEARANCE,
        /** The check of today. */
        TO_ASK,
        NOTHING
    }

    /**
     * A condition for which somebody answered.
     *
     * @param at when the check was made
     */
    public record AnsweredFor(Condition condition, Clearance clearance, Instant at) {}

    /** The check on which a session can start now. */
    public Optional<SafetyCheck> ready() {
        return need == SafetyNeed.NOTHING ? last : Optional.empty();
    }

    public static SafetyStanding of(Records records, Id<Client> client, Instant now) {
        List<SafetyCheck> newestFirst = records.safetyChecks().list(client).reversed();
        Optional<SafetyCheck> last = newestFirst.stream().findFirst();
        List<RedFlag> flags = records.redFlags().listOpen(List.of(client));
        return new SafetyStanding(
                records.settings().safetyList(), flags, last, need(records, flags, last, now), answered(newestFirst));
    }

    private static SafetyNeed need(Records records, List<RedFlag> flags, Optional<SafetyCheck> last, Instant now) {
        if (!flags.isEmpty()) {
            return SafetyNeed.FLAG_TO_ANSWER;
        }
        return last.filter(check -> check.at().plus(SafetyCheck.GOOD_FOR).isAfter(now)
                        && !records.sessions().isUsed(check.id()))
                .map(SafetyStanding::need)
                .orElse(SafetyNeed.TO_ASK);
    }

    private static SafetyNeed need(SafetyCheck check) {
        if (check.saysNo()) {
            return SafetyNeed.STOPPED;
        }
        return check.allowsSession() ? SafetyNeed.NOTHING : SafetyNeed.CLEARANCE;
    }

    /** What somebody ever answered for, the latest of each condition, the newest first. */
    public static List<AnsweredFor> answered(List<SafetyCheck> newestFirst) {
        Map<ConditionId, AnsweredFor> latest = new LinkedHashMap<>();
        for (SafetyCheck check : newestFirst) {
            check.clearance()
                    .ifPresent(clearance -> check.found()
                            .forEach(condition -> latest.putIfAbsent(
                                    condition.id(), new AnsweredFor(condition, clearance, check.at()))));
        }
        return List.copyOf(latest.values());
    }
}
