package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The check before a session, kept without starting one. */
public final class CheckSafety {

    /**
     * @param id made before it is filled in, so that sending it twice keeps one
     * @param client whose
     * @param found the conditions found; none is the good case
     */
    public record Command(Id<SafetyCheck> id, Id<Client> client, Set<Condition> found) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CheckSafety(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<SafetyCheck> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHECK_SAFETY, wanted.id(), wanted.client(), wanted),
                        records -> {
                            SafetyCheck check = new SafetyCheck(
                                    wanted.id(), wanted.client(), clock.instant(), wanted.found(), PrivateText.NONE);
                            records.safetyChecks().add(check);
                            return new Answer.Done<>(check);
                        },
                        records -> new Answer.Again<>(records.safetyChecks().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_SESSION,
                        Optional.of(wanted.client()),
                        records -> records.safetyChecks().get(wanted.client(), wanted.id())));
    }
}
