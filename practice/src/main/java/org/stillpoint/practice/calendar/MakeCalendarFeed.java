package org.stillpoint.practice.calendar;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody makes the address at which their own calendar reads when clients come. One that was there before opens nothing any more. */
public final class MakeCalendarFeed {

    /**
     * @param key made with the page
     * @param linkHash SHA-256 of what the address ends in
     * @param names what it shows of whoever comes
     */
    public record Command(Id<Deed> key, String linkHash, FeedNames names) {}

    private record WantedFeed(FeedNames names) {}

    private final UnitOfWork work;
    private final Clock clock;

    public MakeCalendarFeed(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Again} where this key made one before, whose address was shown then.
     *
     * @throws NotAllowed if the actor has no account, or treats nobody
     */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MAKE_CALENDAR_FEED, wanted.key(), new WantedFeed(wanted.names())),
                        records -> {
                            records.calendarFeeds()
                                    .put(new CalendarFeed(
                                            own,
                                            wanted.linkHash(),
                                            wanted.names(),
                                            clock.instant().truncatedTo(ChronoUnit.SECONDS)));
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }

    static Id<Account> own(Actor actor) {
        return actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.SEE_CALENDAR_FEED.name()));
    }
}
