package org.stillpoint.practice.outcome;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A study that the practice has added is taken out again. */
public final class RemoveStudy {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param study which
     */
    public record Command(Id<Deed> key, Id<AddedStudy> study) {}

    private final UnitOfWork work;

    public RemoveStudy(UnitOfWork work) {
        this.work = work;
    }

    public Answer<Id<AddedStudy>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_STUDY, wanted.key(), wanted),
                        records -> {
                            records.addedStudies().remove(wanted.study());
                            return new Answer.Done<>(wanted.study());
                        },
                        records -> new Answer.Again<>(wanted.study())),
                wanted::study);
    }
}
