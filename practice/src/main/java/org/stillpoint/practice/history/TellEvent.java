package org.stillpoint.practice.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.HonestProvenance;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.ToldIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** The client tells an event; how it came to be known is judged by the day of the practice. */
public final class TellEvent {

    /**
     * @param id made before the form is filled in, so that sending it twice tells once
     * @param client who tells
     * @param told what
     * @param provenance how it came to be known
     * @param from the intake that it is taken out of, where the client told it there
     */
    public record Command(
            Id<TraumaEvent> id, Id<Client> client, Told told, Provenance provenance, Optional<ToldIn> from) {

        /** Told to whoever writes it down. */
        public Command(Id<TraumaEvent> id, Id<Client> client, Told told, Provenance provenance) {
            this(id, client, told, provenance, Optional.empty());
        }
    }

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
                            Instant toldAt = wanted.from()
                                    .map(from -> takeOut(records, wanted.client(), from))
                                    .orElseGet(clock::instant);
                            HonestProvenance.require(
                                    event,
                                    records.sessions().list(wanted.client()).stream()
                                            .filter(session ->
                                                    !session.startedAt().isAfter(toldAt))
                                            .toList(),
                                    clock.getZone());
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

    /**
     * An event is known in one place: it leaves the intake as it comes into the history.
     *
     * @return when the client told it: sessions that began afterwards cannot have evoked it
     */
    private Instant takeOut(Records records, Id<Client> client, ToldIn from) {
        Intake intake = records.intakes().get(client, from.intake());
        StepAnswer told =
                intake.find(IntakeStep.EVENTS).orElseThrow(() -> new NoSuchRecord("told event", from.intake()));
        records.intakes().update(intake.withoutEvent(from.number(), clock.instant()));
        return told.by() == IntakeHand.THERAPIST ? clock.instant() : told.at();
    }
}
