package org.stillpoint.practice.outcome;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody who runs the practice says that the clock is right, after it has jumped: forecasts are sealed and resolved by it again. */
public final class SettleClock {

    /** @param key made with the page, so that sending it twice does it once */
    public record Command(Id<Deed> key) {}

    private final UnitOfWork work;

    public SettleClock(UnitOfWork work) {
        this.work = work;
    }

    public Answer<Boolean> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.SETTLE_CLOCK, wanted.key(), wanted),
                records -> {
                    records.keeping().trustClock();
                    return new Answer.Done<>(true);
                },
                records -> new Answer.Again<>(true));
    }
}
