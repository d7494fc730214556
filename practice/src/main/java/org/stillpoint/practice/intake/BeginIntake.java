package org.stillpoint.practice.intake;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** An intake begins; a client has one at a time. */
public final class BeginIntake {

    /** @param id made with the page, so that sending it twice begins one */
    public record Command(Id<Intake> id, Id<Client> client) {}

    private final UnitOfWork work;
    private final Clock clock;

    public BeginIntake(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<Intake> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.BEGIN_INTAKE, wanted.id(), wanted.client(), wanted),
                        records -> {
                            if (records.intakes().findOpen(wanted.client()).isPresent()) {
                                throw new Refused(Rule.INTAKE_IS_OPEN, wanted.client());
                            }
                            Intake begun = Intake.begun(wanted.id(), wanted.client(), clock.instant());
                            records.intakes().add(begun);
                            return new Answer.Done<>(begun);
                        },
                        records -> new Answer.Again<>(records.intakes().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_INTAKE,
                        Optional.of(wanted.client()),
                        records -> records.intakes().get(wanted.client(), wanted.id())));
    }
}
