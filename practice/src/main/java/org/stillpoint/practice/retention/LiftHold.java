package org.stillpoint.practice.retention;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Every hold on a client is lifted: the practice's rule alone says how long the record is kept. */
public final class LiftHold {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose record
     */
    public record Command(Id<Deed> key, Id<Client> client) {}

    private final UnitOfWork work;
    private final Clock clock;

    public LiftHold(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.LIFT_HOLD, wanted.key(), wanted.client(), wanted),
                records -> {
                    records.retention().list(wanted.client()).stream()
                            .filter(LegalHold::stands)
                            .forEach(hold -> records.retention().update(hold.lifted(clock.instant())));
                    return new Answer.Done<>(wanted.client());
                },
                records -> new Answer.Again<>(wanted.client()));
    }
}
