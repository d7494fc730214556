package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A slip in a check-in is mended: the corrected answers count, once. */
public final class ChangeCheckIn {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param checkIn which
     * @param seen the version that was seen
     * @param answers as they were meant
     * @param day of which they are; empty where that was right
     * @param reason why; may be empty
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<CheckIn> checkIn,
            Version seen,
            Answers answers,
            Optional<LocalDate> day,
            PrivateText reason) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Changed} where somebody else has changed it since it was seen.
     *
     * @throws BadValue if the day lies ahead
     */
    public Answer<CheckIn> by(Actor actor, Command wanted) {
        GiveCheckIn.requireNotAhead(wanted.day(), LocalDate.now(clock));
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CHECK_IN, wanted.key(), wanted.client(), wanted),
                        records -> {
                            CheckIn kept = records.checkIns().get(wanted.client(), wanted.checkIn());
                            CheckIn now = records.checkIns()
                                    .update(kept.with(wanted.answers())
                                            .movedTo(at(kept, wanted.day()))
                                            .seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .corrected(records, kept.id(), content(kept), content(now), wanted.reason());
                            WorseTurn.note(records, wanted.client());
                            return new Answer.Done<>(records.checkIns().get(wanted.client(), wanted.checkIn()));
                        },
                        records -> new Answer.Again<>(records.checkIns().get(wanted.client(), wanted.checkIn()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().get(wanted.client(), wanted.checkIn())));
    }

    /** The instant that is kept, unless it is of another day; then noon of that day. */
    private Instant at(CheckIn kept, Optional<LocalDate> day) {
        LocalDate was = kept.day(clock.getZone());
        return day.filter(other -> !other.equals(was))
                .map(other -> GiveCheckIn.noon(other, kept.zone(clock.getZone())))
                .orElse(kept.at());
    }

    static EntryContent content(CheckIn checkIn) {
        return new EntryContent.CheckInEntry(checkIn.at(), checkIn.answers());
    }
}
