package org.stillpoint.practice.history;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.HonestProvenance;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The client tells an event; how it came to be known is judged by the day of the practice. */
public final class TellEvent {

    /**
     * @param id made before the form is filled in, so that sending it twice tells once
     * @param client who tells
     * @param told what
     * @param provenance how it came to be known
     */
    public record Command(Id<TraumaEvent> id, Id<Client> client, Told told, Provenance provenance) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public TellEvent(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<TraumaEvent> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TELL_EVENT, wanted.id(), wanted.client(), wanted),
                        records -> {
                            TraumaEvent event = new TraumaEvent(
                                    wanted.id(),
                                    wanted.client(),
                                    wanted.told(),
                                    wanted.provenance(),
                                    clock.instant(),
                                    Optional.empty(),
                                    Version.FIRST);
                            HonestProvenance.require(event, records.sessions().list(wanted.client()), clock.getZone());
                            records.history().add(event);
                            return new Answer.Done<>(event);
                        },
                        records -> new Answer.Again<>(records.history().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_EVENT,
                        Optional.of(wanted.client()),
                        records -> records.history().get(wanted.client(), wanted.id())));
    }
}
