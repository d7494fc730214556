package org.stillpoint.practice.today;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.Keeping;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;

/**
 * How well the record is kept, today.
 *
 * @param lastBackup when a backup was last found whole
 * @param old whether that was too long ago, or never, while there is something to lose
 * @param loss what was found missing
 * @param unreadable ids, as they stand, of those of whom something cannot be read
 * @param clock what is odd about the clock
 */
public record KeepingToday(
        Optional<Instant> lastBackup,
        boolean old,
        Optional<Keeping.Loss> loss,
        List<String> unreadable,
        Optional<Keeping.ClockDoubt> clock) {

    /** Own choice, 2026: two nights may go wrong before anybody is asked to look. */
    private static final Duration BACKED_UP_WITHIN = Duration.ofDays(3);

    /** @param toLose whether there is anybody whose record could be lost */
    static KeepingToday of(Records records, Actor actor, boolean toLose, Instant now) {
        Keeping keeping = records.keeping();
        Optional<Instant> last = keeping.lastBackup();
        boolean old = last.filter(at -> at.isAfter(now.minus(BACKED_UP_WITHIN))).isEmpty();
        return new KeepingToday(
                last,
                old && toLose,
                keeping.findLoss(),
                unreadable(records, actor),
                seesToTheMachine(actor) ? keeping.findClockDoubt() : Optional.empty());
    }

    /** Whether somebody may do something about the machine. */
    private static boolean seesToTheMachine(Actor actor) {
        return !(actor instanceof Actor.Person) || Membership.runsThePractice(actor);
    }

    /** Of everybody for the owner; for others of those alone who are theirs. */
    private static List<String> unreadable(Records records, Actor actor) {
        return records.keeping().listUnreadable().stream()
                .filter(id -> !(actor instanceof Actor.Person person)
                        || Membership.runsThePractice(actor)
                        || isTheirs(records, person, id))
                .toList();
    }

    private static boolean isTheirs(Records records, Actor.Person person, String id) {
        try {
            Id<Client> client = Id.of(id);
            return records.keeping()
                    .tryReading(client, () -> records.care().find(client, person.account()))
                    .flatMap(bond -> bond)
                    .isPresent();
        } catch (BadValue damaged) {
            return false;
        }
    }
}
