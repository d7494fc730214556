package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.evidence.trial.RandomisationTest;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;

/** Reads one client's record for how it goes. */
public final class OutcomeReading {

    private final CheckIns checkIns;
    private final QuestionnaireScores scores;
    private final Sessions sessions;
    private final History history;
    private final Ledger ledger;
    private final Clock clock;

    public OutcomeReading(
            CheckIns checkIns,
            QuestionnaireScores scores,
            Sessions sessions,
            History history,
            Ledger ledger,
            Clock clock) {
        this.checkIns = checkIns;
        this.scores = scores;
        this.sessions = sessions;
        this.history = history;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One client's record, and every measure of it with what may be said.
     *
     * @param measures pain first; every question of the check-in, then the questionnaires of which there is a score
     * @param chosen the one that was asked for; pain where there is no such
     * @param forecasts in the order they were sealed
     * @param lots in the order they were drawn
     */
    public record Outcome(
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<Session> held,
            List<TraumaEvent> events,
            List<HowItGoes> measures,
            HowItGoes chosen,
            List<Forecast> forecasts,
            List<Drawn> lots) {}

    /**
     * A plan drawn by lot.
     *
     * @param test on the chosen measure; empty before the plan is over
     */
    public record Drawn(Lot lot, Optional<RandomisationTest> test) {}

    /** @param measure key of the measure that is asked for */
    public Outcome of(Id<Client> client, String measure) {
        ZoneId zone = clock.getZone();
        List<CheckIn> diary = checkIns.list(client);
        List<QuestionnaireScore> scored = scores.list(client);
        List<Session> held = sessions.list(client);
        List<LedgerEntry> sealed = ledger.list(client);
        List<HowItGoes> measures = Stream.concat(
                        Arrays.stream(Asked.values()).map(asked -> Course.of(asked, diary, held)),
                        Questionnaire.among(scored).stream().map(one -> Course.of(one, scored, held, zone)))
                .parallel()
                .map(HowItGoes::of)
                .toList();
        HowItGoes chosen = measures.stream()
                .filter(one -> one.course().measured().key().equals(measure))
                .findFirst()
                .orElse(measures.getFirst());
        List<Drawn> lots = Lot.among(sealed).stream()
                .map(lot -> new Drawn(lot, lot.test(chosen.course(), zone, clock.instant())))
                .toList();
        return new Outcome(diary, scored, held, history.list(client), measures, chosen, Forecast.among(sealed), lots);
    }
}
