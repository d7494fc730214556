package org.stillpoint.practice.calendar;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.BusyTime;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.TiedTime;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody's other calendar was read: when they are busy there is kept, in place of what was kept before; what it is called is not. */
public final class TakeCalendar {

    /**
     * @param key made with the page
     * @param seen its times, at most {@link Elsewhere#MOST_BUSY} of them
     */
    public record Command(Id<Deed> key, List<SeenTime> seen) {}

    private record WantedTimes(int times) {}

    private final UnitOfWork work;
    private final Clock clock;

    public TakeCalendar(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NotAllowed if the actor has no account, or treats nobody */
    public Answer<Elsewhere> by(Actor actor, Command wanted) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(
                                Act.TAKE_CALENDAR,
                                wanted.key(),
                                new WantedTimes(wanted.seen().size())),
                        records -> new Answer.Done<>(taken(records, own, wanted.seen())),
                        records ->
                                new Answer.Again<>(records.calendarsElsewhere().get(own))),
                () -> work.read(
                        actor,
                        Act.SEE_CALENDAR,
                        Optional.empty(),
                        records -> records.calendarsElsewhere().get(own)));
    }

    private Elsewhere taken(Records records, Id<Account> own, List<SeenTime> seen) {
        Elsewhere kept = records.calendarsElsewhere().get(own);
        List<TiedTime> ties = kept.ties().stream()
                .filter(tie -> records.appointments()
                        .find(tie.client(), tie.appointment())
                        .isPresent()) // an erased client leaves no tie
                .toList();
        List<BusyTime> busy = seen.stream()
                .filter(each ->
                        each.busy() && !each.cancelled() && each.length().isPositive())
                .filter(each -> kept.find(each.instance()).isEmpty())
                .limit(Elsewhere.MOST_BUSY)
                .map(each -> new BusyTime(each.start(), each.end()))
                .toList();
        return records.calendarsElsewhere()
                .replace(own, kept.with(busy, ties).read(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }
}
