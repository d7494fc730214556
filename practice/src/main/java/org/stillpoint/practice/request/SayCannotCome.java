package org.stillpoint.practice.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter.CannotCome;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client says that they cannot come. The appointment stands until somebody of the practice cancels it: they ring first. */
public final class SayCannotCome {

    /**
     * @param id made with the page, so that sending it twice says it once
     * @param seen the version of the appointment that was seen
     */
    public record Command(Id<ClientRequest> id, Id<Client> client, Id<Appointment> appointment, Version seen) {}

    private final UnitOfWork work;
    private final Clock clock;

    public SayCannotCome(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Where the same was said of this time before and waits for an answer, nothing is added. Answers {@link Answer.Changed} where the
     * appointment was changed since it was seen.
     *
     * @throws NoSuchRecord if they have no such appointment that stands and is not over
     */
    public Answer<Id<ClientRequest>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SAY_CANNOT_COME, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(say(records, wanted)),
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }

    private Id<ClientRequest> say(Records records, Command wanted) {
        Appointment kept = records.appointments().get(wanted.client(), wanted.appointment());
        if (!kept.version().equals(wanted.seen())) {
            throw new StaleRecord(kept.id(), wanted.seen(), kept.version());
        }
        if (!kept.stands() || !kept.end().isAfter(clock.instant())) {
            throw new NoSuchRecord("appointment to come", kept.id());
        }
        CannotCome matter = new CannotCome(kept.id(), kept.start());
        Optional<ClientRequest> before = openOf(records, wanted.client(), matter);
        if (before.isPresent()) {
            return before.get().id();
        }
        records.clientRequests()
                .add(ClientRequest.asked(
                        wanted.id(), wanted.client(), clock.instant().truncatedTo(ChronoUnit.MILLIS), matter));
        return wanted.id();
    }

    /** What was said of this time and waits for an answer. */
    public static Optional<ClientRequest> openOf(Records records, Id<Client> client, CannotCome matter) {
        return records.clientRequests().list(client).stream()
                .filter(each -> each.isOpen() && each.matter().equals(matter))
                .findFirst();
    }
}
