package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A client mends a slip in the check-in that they gave by a link: in the browser in which they gave it, on the same day. What it said before stays
 * in its history.
 */
public final class MendOwnCheckIn {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     * @param answers as they were meant
     */
    public record Command(Id<Deed> key, Version seen, Answers answers) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public MendOwnCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * The check-in that a link was used for; empty where its day is over, or it counts no more.
     *
     * @param used as the door found it, in the browser in which it was used
     */
    public Optional<CheckIn> find(Actor actor, PrivateLink used) {
        return work.read(actor, Act.SEE_OWN_CHECK_IN, Optional.of(used.client()), records -> find(records, used));
    }

    /**
     * Answers {@link Answer.Changed} where somebody has changed it since it was seen.
     *
     * @throws NoSuchRecord where {@link #find} finds none
     */
    public Answer<CheckIn> by(Actor actor, PrivateLink used, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MEND_OWN_CHECK_IN, wanted.key(), used.client(), wanted),
                        records -> {
                            CheckIn kept = get(records, used);
                            CheckIn now = records.checkIns()
                                    .update(kept.with(wanted.answers()).seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), used.client(), clock.instant())
                                    .corrected(
                                            records,
                                            kept.id(),
                                            ChangeCheckIn.content(kept),
                                            ChangeCheckIn.content(now),
                                            PrivateText.NONE);
                            WorseTurn.note(records, used.client());
                            return new Answer.Done<>(get(records, used));
                        },
                        records -> new Answer.Again<>(get(records, used))),
                () -> find(actor, used).orElseThrow(() -> new NoSuchRecord("check-in", used.id())));
    }

    private CheckIn get(Records records, PrivateLink used) {
        return find(records, used).orElseThrow(() -> new NoSuchRecord("check-in", used.id()));
    }

    private Optional<CheckIn> find(Records records, PrivateLink used) {
        return used.state() instanceof LinkState.UsedUp(Instant at, String browser, Id<?> key)
                ? records.checkIns()
                        .find(used.client(), new Id<>(key.value()))
                        .filter(kept -> isToday(at, kept.zone(clock.getZone())))
                : Optional.empty();
    }

    private boolean isToday(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(clock.instant(), zone));
    }
}
