package org.stillpoint.practice.retention;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.retention.RetentionRule;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice says how long its records are kept. */
public final class SetRetention {

    /** @param key made with the page, so that sending it twice does it once */
    public record Command(Id<Deed> key, RetentionRule rule) {}

    private final UnitOfWork work;

    public SetRetention(UnitOfWork work) {
        this.work = work;
    }

    public Answer<RetentionRule> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.SET_RETENTION, wanted.key(), wanted),
                records -> {
                    records.retention().setRule(wanted.rule());
                    return new Answer.Done<>(wanted.rule());
                },
                records -> new Answer.Again<>(records.retention().rule()));
    }
}
