package org.stillpoint.practice.casereport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.OutcomeReading.Tested;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What a report of a trial in one person may say by the record: of the plan that was drawn by lot, or of a diary alone where none was. */
public final class TrialReading {

    /**
     * A plan that was drawn and stands, or stood to its end.
     *
     * @param daysAhead how many days before its first day it was sealed
     * @param tested what the lot tells of the chosen measure; empty before the plan is over, and without entries in both conditions
     * @param against sessions that began on days on which none was to be
     * @param over whether its last day has passed
     */
    public record DrawnTrial(Lot lot, long daysAhead, Optional<Tested> tested, long against, boolean over) {}

    /**
     * @param research what the client said about research in the consent that is in force
     * @param reason why they come, in their own words
     * @param drawn empty where no plan was drawn, or every one was stopped
     * @param stopped how many plans were drawn and stopped
     * @param held the sessions that have ended, the earliest first, as each of the following
     * @param measures pain first; every question of the check-in, then the questionnaires of which there is a score
     * @param chosen the one that was asked for; pain where there is no such
     * @param periods of the chosen one; none where no plan was drawn and no session has ended
     * @param names that the report may not say
     * @param zone by which days are counted
     */
    public record TrialFacts(
            Client client,
            ChoiceMade research,
            PrivateText reason,
            Optional<DrawnTrial> drawn,
            int stopped,
            List<EndedSession> held,
            List<CheckIn> diary,
            List<RedFlag> flags,
            List<HowItGoes> measures,
            HowItGoes chosen,
            List<TrialPeriod> periods,
            NamesOfPractice names,
            ZoneId zone) {

        /** The first day of week 1: of the plan, or of the first session; there must be a period. */
        private LocalDate first() {
            return drawn.map(trial -> trial.lot().first())
                    .orElseGet(() -> LocalDate.ofInstant(held.getFirst().startedAt(), zone));
        }

        /** There must be a period. */
        public ReportWeek week(LocalDate day) {
            return ReportWeek.of(first(), day);
        }

        /** By the day that whoever said it had. There must be a period. */
        public ReportWeek week(CheckIn said) {
            return week(said.day(zone));
        }

        /** There must be a period. */
        public ReportWeek week(Instant at) {
            return week(LocalDate.ofInstant(at, zone));
        }

        /** Of the year in which week 1 began; empty where the year of birth is not known. There must be a period. */
        public Optional<AgeBand> age() {
            return client.yearOfBirth().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            AgeBand.of(first().getYear() - client.yearOfBirth().getAsInt()));
        }
    }

    private record KeptTrial(
            Client client,
            ChoiceMade research,
            PrivateText reason,
            List<Lot.DrawnPlan> plans,
            List<EndedSession> held,
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<RedFlag> flags,
            NamesOfPractice names) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public TrialReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param measure key of the measure that is asked for
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public TrialFacts by(Actor actor, Id<Client> id, String measure) {
        KeptTrial kept = work.read(actor, Act.SEE_OUTCOME, Optional.of(id), records -> {
            Client client = records.clients().get(id);
            return new KeptTrial(
                    client,
                    ConsentCheck.standing(records, id, clock).answer(ConsentBlock.RESEARCH_USE),
                    records.aboutClients().background(id).told().reason(),
                    Lot.drawn(records.ledger().list(id)),
                    records.sessions().list(id).stream()
                            .filter(EndedSession.class::isInstance)
                            .map(EndedSession.class::cast)
                            .toList(),
                    records.checkIns().list(id),
                    records.questionnaireScores().list(id),
                    records.redFlags().list(id),
                    NamesOfPractice.of(records, client));
        });
        return facts(kept, measure);
    }

    private TrialFacts facts(KeptTrial kept, String measure) {
        ZoneId zone = clock.getZone();
        List<HowItGoes> measures = HowItGoes.all(kept.diary(), kept.scores(), kept.held(), zone);
        HowItGoes chosen = measures.stream()
                .filter(one -> one.course().measured().key().equals(measure))
                .findFirst()
                .orElse(measures.getFirst());
        Optional<Lot.DrawnPlan> plan = kept.plans().reversed().stream()
                .filter(drawn -> drawn.stopped().isEmpty())
                .findFirst();
        List<TrialPeriod> periods = plan.map(drawn -> TrialPeriod.of(drawn.lot(), chosen.course(), kept.held(), zone))
                .orElseGet(
                        () -> kept.held().isEmpty() ? List.of() : TrialPeriod.of(chosen.course(), kept.held(), zone));
        return new TrialFacts(
                kept.client(),
                kept.research(),
                kept.reason(),
                plan.map(drawn -> drawn(drawn.sealed(), drawn.lot(), chosen, periods)),
                (int) kept.plans().stream()
                        .filter(drawn -> drawn.stopped().isPresent())
                        .count(),
                kept.held(),
                kept.diary(),
                kept.flags(),
                measures,
                chosen,
                periods,
                kept.names(),
                zone);
    }

    private DrawnTrial drawn(LedgerEntry sealed, Lot lot, HowItGoes chosen, List<TrialPeriod> periods) {
        ZoneId zone = clock.getZone();
        return new DrawnTrial(
                lot,
                ChronoUnit.DAYS.between(LocalDate.ofInstant(sealed.sealedAt(), zone), lot.first()),
                lot.test(chosen.course(), zone, clock.instant())
                        .map(test -> new Tested(test.observed(), test.oneSided(), test.plans())),
                periods.stream()
                        .filter(period -> !period.with())
                        .mapToLong(TrialPeriod::sessions)
                        .sum(),
                lot.isOver(LocalDate.now(clock)));
    }
}
