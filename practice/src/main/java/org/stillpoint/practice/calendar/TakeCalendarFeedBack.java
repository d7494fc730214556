package org.stillpoint.practice.calendar;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody takes their feed back: its address opens nothing any more, to nobody. */
public final class TakeCalendarFeedBack {

    /** @param key made with the page */
    public record Command(Id<Deed> key) {}

    private final UnitOfWork work;

    public TakeCalendarFeedBack(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NotAllowed if the actor has no account, or treats nobody */
    public Answer<Id<Account>> by(Actor actor, Command wanted) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAKE_CALENDAR_FEED_BACK, wanted.key(), wanted),
                        records -> {
                            records.calendarFeeds().remove(own);
                            return new Answer.Done<>(own);
                        },
                        records -> new Answer.Again<>(own)),
                () -> own);
    }
}
