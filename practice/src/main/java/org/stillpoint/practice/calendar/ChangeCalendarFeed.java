package org.stillpoint.practice.calendar;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody chooses what their feed shows of whoever comes. Its address stays. */
public final class ChangeCalendarFeed {

    /** @param key made with the page */
    public record Command(Id<Deed> key, FeedNames names) {}

    private final UnitOfWork work;

    public ChangeCalendarFeed(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Where there is no feed, nothing changes.
     *
     * @throws NotAllowed if the actor has no account, or treats nobody
     */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CALENDAR_FEED, wanted.key(), wanted),
                        records -> {
                            records.calendarFeeds()
                                    .find(own)
                                    .ifPresent(feed -> records.calendarFeeds().put(feed.showing(wanted.names())));
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }
}
