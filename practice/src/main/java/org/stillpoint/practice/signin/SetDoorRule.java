package org.stillpoint.practice.signin;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The owner says what is asked of whoever comes in. It holds from everybody's next sign-in, and from the next link that is made. */
public final class SetDoorRule {

    /** @param key made with the page, so that sending it twice does it once */
    public record Command(Id<Deed> key, DoorRule rule) {}

    private final UnitOfWork work;

    public SetDoorRule(UnitOfWork work) {
        this.work = work;
    }

    public Answer<DoorRule> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.SET_DOOR_RULE, wanted.key(), wanted),
                records -> {
                    records.signIns().setRule(wanted.rule());
                    return new Answer.Done<>(wanted.rule());
                },
                records -> new Answer.Again<>(records.signIns().rule()));
    }
}
