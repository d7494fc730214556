package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The client says how it is now. */
public final class GiveCheckIn {

    /**
     * @param id made before it is answered, so that sending it twice keeps one
     * @param client who
     * @param answers how it is
     */
    public record Command(Id<CheckIn> id, Id<Client> client, Answers answers) {}

    private final UnitOfWork work;
    private final Clock clock;

    public GiveCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<CheckIn> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHECK_IN, wanted.id(), wanted.client(), wanted),
                        records -> {
                            CheckIn given = new CheckIn(
                                    wanted.id(), wanted.client(), clock.instant(), wanted.answers(), Version.FIRST);
                            records.checkIns().add(given);
                            return new Answer.Done<>(given);
                        },
                        records -> new Answer.Again<>(records.checkIns().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().get(wanted.client(), wanted.id())));
    }
}
