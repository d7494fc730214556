package org.stillpoint.practice.safety;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.work.Records;

/** Notes within an act that a red flag was told: an open matter of its own from then on. */
public final class ToldFlags {
    private ToldFlags() {}

    /**
     * @param entry the id of the entry in which it was told
     * @param found none is the good case, and notes nothing
     */
    public static void tell(
            Records records, Id<?> entry, Id<Client> client, Instant at, FlagOrigin origin, Set<Condition> found) {
        if (!found.isEmpty()) {
            records.redFlags().add(RedFlag.told(entry, client, at, origin, found));
        }
    }

    /**
     * The same, by what was ticked of the practice's list.
     *
     * @throws org.stillpoint.record.BadValue if one is no red flag
     */
    public static void tellTicked(
            Records records, Id<?> entry, Id<Client> client, Instant at, FlagOrigin origin, Set<ConditionId> ticked) {
        tell(records, entry, client, at, origin, records.settings().safetyList().get(ticked));
    }

    /** What a check found, where some of it is a red flag. */
    public static void tell(Records records, SafetyCheck check) {
        tell(
                records,
                check.id(),
                check.client(),
                check.at(),
                FlagOrigin.SAFETY_CHECK,
                check.found(SafetyLevel.RED_FLAG));
    }

    /** The check was mended: what it tells now is what was told. */
    public static void mended(Records records, SafetyCheck now) {
        Optional<RedFlag> kept =
                records.redFlags().find(now.client(), new Id<>(now.id().value()));
        Set<Condition> meant = now.found(SafetyLevel.RED_FLAG);
        if (kept.isEmpty()) {
            tell(records, now);
        } else if (meant.isEmpty()) {
            takeBack(records, now.client(), now.id());
        } else {
            records.redFlags().update(kept.get().with(meant));
        }
    }

    /** The entry was a mistake, and what it told with it. */
    public static void takeBack(Records records, Id<Client> client, Id<?> entry) {
        records.redFlags()
                .find(client, new Id<>(entry.value()))
                .ifPresent(flag -> records.redFlags().remove(client, flag.id(), flag.version()));
    }
}
