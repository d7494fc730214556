package org.stillpoint.practice.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.session.AftercareReading;
import org.stillpoint.practice.session.AftercareReading.TakenHome;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What a client sees of themselves: how it goes, where it hurt, what they take home, when they come, and what they asked. Notes of a session
 * and process notes are not read for it; what a therapist noted for themselves only where they have given it to the client.
 */
public final class OwnViewReading {

    /**
     * @param pain what their pain can be made to say, as on the page of how it goes
     * @param held their sessions, the earliest first
     * @param events what they told, the earliest first
     * @param lots plans that were drawn by lot
     * @param maps of their pain, the earliest first
     * @param home what they take home from the last session that has ended
     * @param coming when they come, the earliest first
     * @param requests what they asked, the latest first
     * @param given notes that their authors gave to them, the latest first
     */
    public record SeenOfOneself(
            HowItGoes pain,
            List<Session> held,
            List<TraumaEvent> events,
            List<Lot> lots,
            List<BodyMap> maps,
            Optional<TakenHome> home,
            String place,
            List<Appointment> coming,
            List<ClientRequest> requests,
            List<OwnNote> given) {}

    /** As the record tells it, before anything is worked out. */
    private record KeptOfOneself(
            List<CheckIn> diary,
            List<Session> held,
            List<TraumaEvent> events,
            List<LedgerEntry> sealed,
            List<BodyMap> maps,
            Optional<TakenHome> home,
            String place,
            List<Appointment> coming,
            List<ClientRequest> requests,
            List<OwnNote> given) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public OwnViewReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param client whoever came by the link; it opens nothing of anybody else */
    public SeenOfOneself by(Actor actor, Id<Client> client) {
        KeptOfOneself kept = work.read(actor, Act.SEE_OWN_VIEW, Optional.of(client), records -> kept(records, client));
        return new SeenOfOneself(
                HowItGoes.ofPain(kept.diary(), kept.held()),
                kept.held(),
                kept.events(),
                Lot.among(kept.sealed()),
                kept.maps(),
                kept.home(),
                kept.place(),
                kept.coming(),
                kept.requests(),
                kept.given());
    }

    private KeptOfOneself kept(Records records, Id<Client> client) {
        Instant now = clock.instant();
        List<Session> held = records.sessions().list(client);
        return new KeptOfOneself(
                records.checkIns().list(client),
                held,
                records.history().list(client),
                records.ledger().list(client),
                records.bodyMaps().list(client),
                held.stream()
                        .filter(EndedSession.class::isInstance)
                        .map(EndedSession.class::cast)
                        .max(Comparator.comparing(EndedSession::endedAt))
                        .map(last -> AftercareReading.of(records, last, now)),
                records.settings().profile().place(),
                records.appointments().list(client).stream()
                        .filter(each -> each.stands() && each.end().isAfter(now))
                        .toList(),
                records.clientRequests().list(client).reversed(),
                records.ownNotes().listReleased(client).reversed());
    }
}
