package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The client says how it is now. */
public final class GiveCheckIn {

    /**
     * @param id made before it is answered, so that sending it twice keeps one
     * @param client who
     * @param answers how it is, or was
     * @param day a day that has been, whose answers were written down elsewhere; empty for now
     */
    public record Command(Id<CheckIn> id, Id<Client> client, Answers answers, Optional<LocalDate> day) {

        /** How it is now. */
        public Command(Id<CheckIn> id, Id<Client> client, Answers answers) {
            this(id, client, answers, Optional.empty());
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public GiveCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * The link of whoever came by one is used up by it.
     *
     * @throws BadValue if the day lies ahead
     */
    public Answer<CheckIn> by(Actor actor, Command wanted) {
        LocalDate today = LocalDate.now(clock);
        requireNotAhead(wanted.day(), today);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHECK_IN, wanted.id(), wanted.client(), wanted),
                        records -> {
                            CheckIn given = new CheckIn(
                                    wanted.id(), wanted.client(), at(wanted, today), wanted.answers(), Version.FIRST);
                            records.checkIns().add(given);
                            UseLink.within(records, actor, wanted.id(), clock);
                            WorseTurn.note(records, wanted.client());
                            return new Answer.Done<>(records.checkIns().get(wanted.client(), wanted.id()));
                        },
                        records -> new Answer.Again<>(records.checkIns().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().get(wanted.client(), wanted.id())));
    }

    /** Now, or noon of a day that has been, where the practice is. */
    private Instant at(Command wanted, LocalDate today) {
        return wanted.day()
                .filter(today::isAfter)
                .map(day -> noon(day, clock.getZone()))
                .orElseGet(clock::instant);
    }

    /** A day on which nobody said when. */
    static Instant noon(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    static void requireNotAhead(Optional<LocalDate> day, LocalDate today) {
        if (day.filter(today::isBefore).isPresent()) {
            throw new BadValue("day", String.valueOf(day.get()), "up to " + today);
        }
    }
}
