package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Reads one client's record for how it goes. */
public final class OutcomeReading {

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public OutcomeReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * One client's record, and every measure of it with what may be said.
     *
     * @param client whose
     * @param measures pain first; every question of the check-in, then the questionnaires of which there is a score
     * @param chosen the one that was asked for; pain where there is no such
     * @param forecasts in the order they were sealed
     * @param lots in the order they were drawn
     */
    public record OutcomeView(
            Client client,
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<Session> held,
            List<TraumaEvent> events,
            List<HowItGoes> measures,
            HowItGoes chosen,
            List<Forecast> forecasts,
            List<DrawnLot> lots) {}

    /**
     * A plan drawn by lot.
     *
     * @param test on the chosen measure; empty before the plan is over
     */
    public record DrawnLot(Lot lot, Optional<Tested> test) {}

    /**
     * What the lot tells.
     *
     * @param mean with sessions less the mean without, units of the measure
     * @param byLot share of the possible plans with a difference as good, one-sided
     * @param plans how many plans were possible
     */
    public record Tested(double mean, double byLot, int plans) {}

    /** As the record tells it, before anything is worked out. */
    private record KeptOutcome(
            Client client,
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<Session> held,
            List<TraumaEvent> events,
            List<LedgerEntry> sealed) {}

    /**
     * @param measure key of the measure that is asked for
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public OutcomeView by(Actor actor, Id<Client> id, String measure) {
        KeptOutcome kept = work.read(
                actor,
                Act.SEE_OUTCOME,
                Optional.of(id),
                records -> new KeptOutcome(
                        records.clients().get(id),
                        records.checkIns().list(id),
                        records.questionnaireScores().list(id),
                        records.sessions().list(id),
                        records.history().list(id),
                        records.ledger().list(id)));
        ZoneId zone = clock.getZone();
        List<HowItGoes> measures = HowItGoes.all(kept.diary(), kept.scores(), kept.held(), zone);
        HowItGoes chosen = measures.stream()
                .filter(one -> one.course().measured().key().equals(measure))
                .findFirst()
                .orElse(measures.getFirst());
        List<DrawnLot> lots = Lot.among(kept.sealed()).stream()
                .map(lot -> new DrawnLot(
                        lot,
                        lot.test(chosen.course(), zone, clock.instant())
                                .map(test -> new Tested(test.observed(), test.oneSided(), test.plans()))))
                .toList();
        return new OutcomeView(
                kept.client(),
                kept.diary(),
                kept.scores(),
                kept.held(),
                kept.events(),
                measures,
                chosen,
                Forecast.among(kept.sealed()),
                lots);
    }
}
