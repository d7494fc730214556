package org.stillpoint.practice.intake;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Whoever treats the client completes the intake: every required step is answered, and what the client told was read. */
public final class CompleteIntake {

    /** @param seen the version that was seen */
    public record Command(Id<Deed> key, Id<Client> client, Id<Intake> intake, Version seen) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CompleteIntake(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.No} where something is missing: {@link Intake#missing} names the steps. */
    public Answer<Intake> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.COMPLETE_INTAKE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Intake intake = records.intakes().get(wanted.client(), wanted.intake());
                            if (!intake.isOpen()) {
                                throw new Refused(Rule.INTAKE_IS_COMPLETED, intake.id());
                            }
                            if (!intake.missing().isEmpty()) {
                                throw new Refused(Rule.INTAKE_LACKS_ANSWERS, intake.id());
                            }
                            return new Answer.Done<>(records.intakes()
                                    .update(intake.completed(clock.instant()).seenAt(wanted.seen())));
                        },
                        records -> new Answer.Again<>(records.intakes().get(wanted.client(), wanted.intake()))),
                () -> work.read(
                        actor,
                        Act.SEE_INTAKE,
                        Optional.of(wanted.client()),
                        records -> records.intakes().get(wanted.client(), wanted.intake())));
    }
}
