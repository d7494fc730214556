package org.stillpoint.practice.today;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.asking.QuestionnairesNow;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.consent.ConsentWording;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.safety.SafetyStanding;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What one knows before a client comes in, and what is still to be done before a session can start. */
public final class PrepareReading {

    /**
     * @param client where they stand, whether a forecast can be sealed, and what is open with them
     * @param background what is known beforehand: cautions, and how they say stop
     * @param next the next appointment, or the one that goes on
     * @param sessions how many were held before
     * @param told whether they have told any event
     * @param map the newest map of the pain
     * @param pain what their pain can be made to say
     * @param latest the latest check-in
     * @param said the check-ins since the last session in which they said that something is worse, and what was done about it is written
     * @param sealed the forecast for this session, where one is sealed
     * @param safety how they stand before a session, and what one still needs
     * @param consent how it stands with what the client agreed to
     * @param textChanged whether the practice says something else since what is in force was signed
     * @param touch where touch is welcome
     * @param plan what was kept of the plan of this session
     * @param questionnaires what is due of them, and what waits for answers
     */
    public record Preparation(
            SeeToday.ClientToday client,
            Background background,
            Optional<Appointment> next,
            int sessions,
            boolean told,
            Optional<BodyMap> map,
            HowItGoes pain,
            Optional<CheckIn> latest,
            List<CheckIn> said,
            Optional<Forecast> sealed,
            SafetyStanding safety,
            ConsentStanding consent,
            boolean textChanged,
            Optional<TouchMap> touch,
            Optional<SessionPlan> plan,
            QuestionnairesNow questionnaires) {}

    /** As the record tells it, before anything is worked out. */
    private record KeptPreparation(
            SeeToday.ClientToday client,
            Background background,
            Optional<Appointment> next,
            List<Session> sessions,
            boolean told,
            Optional<BodyMap> map,
            List<CheckIn> diary,
            Optional<Forecast> sealed,
            SafetyStanding safety,
            ConsentStanding consent,
            boolean textChanged,
            Optional<TouchMap> touch,
            Optional<SessionPlan> plan,
            QuestionnairesNow questionnaires) {}

    private final UnitOfWork work;
    private final ConsentWording wording;
    private final TodayRows rows;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public PrepareReading(UnitOfWork work, ConsentWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.rows = new TodayRows(clock);
        this.clock = clock;
    }

    /** @throws NoSuchRecord if there is no such client */
    public Preparation by(Actor actor, Id<Client> client) {
        KeptPreparation kept =
                work.read(actor, Act.SEE_PREPARATION, Optional.of(client), records -> kept(records, client));
        Instant last = kept.client().standing().lastSession().orElse(Instant.MIN);
        return new Preparation(
                kept.client(),
                kept.background(),
                kept.next(),
                kept.sessions().size(),
                kept.told(),
                kept.map(),
                HowItGoes.ofPain(kept.diary(), kept.sessions()),
                kept.diary().isEmpty()
                        ? Optional.empty()
                        : Optional.of(kept.diary().getLast()),
                kept.diary().stream()
                        .filter(each ->
                                each.saysWorse() && !each.isOpen() && each.at().isAfter(last))
                        .toList(),
                kept.sealed(),
                kept.safety(),
                kept.consent(),
                kept.textChanged(),
                kept.touch(),
                kept.plan(),
                kept.questionnaires());
    }

    private KeptPreparation kept(Records records, Id<Client> client) {
        Instant now = clock.instant();
        records.clients().get(client);
        ConsentStanding consent = ConsentCheck.standing(records, client, clock);
        return new KeptPreparation(
                rows.of(records, records.today().list(List.of(client))).getFirst(),
                records.aboutClients().background(client).told(),
                records.appointments().list(client).stream()
                        .filter(each -> each.stands() && each.end().isAfter(now))
                        .findFirst(),
                records.sessions().list(client),
                !records.history().list(client).isEmpty(),
                records.bodyMaps().findLatest(client),
                records.checkIns().list(client),
                Forecast.among(records.ledger().list(client)).stream()
                        .filter(each -> each.isOpen() && each.claim().from().isAfter(now))
                        .findFirst(),
                SafetyStanding.of(records, client, now),
                consent,
                wording.hasChangedSince(consent, records.settings().consentBlocks()),
                records.touchMaps().findLatest(client),
                records.sessionPlans().findOpen(client),
                QuestionnairesNow.of(records, client, clock));
    }
}
