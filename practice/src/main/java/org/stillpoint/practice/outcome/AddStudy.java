package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A published study that the practice has read is added to the picture of the field. */
public final class AddStudy {

    /**
     * What was typed; see {@link AddedStudy} for each.
     *
     * @param id made with the form, so that sending it twice adds one
     */
    public record Command(
            Id<AddedStudy> id,
            String name,
            int year,
            String condition,
            String comparison,
            String outcome,
            double effect,
            double low,
            double high,
            String source) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AddStudy(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<AddedStudy> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ADD_STUDY, wanted.id(), wanted),
                        records -> {
                            AddedStudy study = new AddedStudy(
                                    wanted.id(),
                                    wanted.name(),
                                    wanted.year(),
                                    wanted.condition(),
                                    wanted.comparison(),
                                    wanted.outcome(),
                                    wanted.effect(),
                                    wanted.low(),
                                    wanted.high(),
                                    wanted.source(),
                                    clock.instant());
                            records.addedStudies().add(study);
                            return new Answer.Done<>(study);
                        },
                        records -> new Answer.Again<>(kept(records, wanted.id()))),
                () -> work.read(actor, Act.SEE_FIELD, Optional.empty(), records -> kept(records, wanted.id())));
    }

    private static AddedStudy kept(Records records, Id<AddedStudy> id) {
        return records.addedStudies().list().stream()
                .filter(study -> study.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("study", id));
    }
}
