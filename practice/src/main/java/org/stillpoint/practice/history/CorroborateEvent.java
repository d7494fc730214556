package org.stillpoint.practice.history;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** An event that surfaced in a session has been corroborated since. */
public final class CorroborateEvent {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param event which
     * @param seen the version that was seen
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<TraumaEvent> event, Version seen) {}

    private final UnitOfWork work;

    public CorroborateEvent(UnitOfWork work) {
        this.work = work;
    }

    public Answer<TraumaEvent> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CORROBORATE_EVENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            TraumaEvent kept = records.history().get(wanted.client(), wanted.event());
                            return new Answer.Done<>(
                                    records.history().update(kept.corroborated().seenAt(wanted.seen())));
                        },
                        records -> new Answer.Again<>(records.history().get(wanted.client(), wanted.event()))),
                () -> work.read(
                        actor,
                        Act.SEE_EVENT,
                        Optional.of(wanted.client()),
                        records -> records.history().get(wanted.client(), wanted.event())));
    }
}
