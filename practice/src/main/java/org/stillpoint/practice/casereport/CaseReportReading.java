package org.stillpoint.practice.casereport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What a case report may be drafted from. Told events, notes, and what was said or came up in a session are not read for it; of the marks only
 * where hands were, what let go, how far, how distressed the client was, and whether it was stopped are for the report.
 */
public final class CaseReportReading {

    /**
     * @param research what the client said about research in the consent that is in force
     * @param reason why they come, in their own words
     * @param held the sessions that have ended, the earliest first, as each of the following
     * @param measures pain first; every question of the check-in, then the questionnaires of which there is a score
     * @param names that the report may not say
     * @param zone by which days are counted
     */
    public record CaseFacts(
            Client client,
            ChoiceMade research,
            PrivateText reason,
            List<EndedSession> held,
            List<BodyMap> maps,
            List<Examination> felt,
            List<CheckIn> diary,
            List<QuestionnaireScore> scores,
            List<RedFlag> flags,
            List<HowItGoes> measures,
            NamesOfPractice names,
            ZoneId zone) {

        /** Of the year in which the first session was; empty where the year of birth is not known. */
        public Optional<AgeBand> age() {
            return client.yearOfBirth().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            AgeBand.of(first().getYear() - client.yearOfBirth().getAsInt()));
        }

        /** The day of the first session; there must be one. */
        private LocalDate first() {
            return LocalDate.ofInstant(held.getFirst().startedAt(), zone);
        }

        /** There must be a session. */
        public ReportWeek week(Instant at) {
            return week(LocalDate.ofInstant(at, zone));
        }

        /** By the day that whoever said it had. There must be a session. */
        public ReportWeek week(CheckIn said) {
            return week(said.day(zone));
        }

        /** There must be a session. */
        public ReportWeek week(LocalDate day) {
            return ReportWeek.of(first(), day);
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public CaseReportReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public CaseFacts by(Actor actor, Id<Client> id) {
        CaseFacts kept = work.read(actor, Act.SEE_STORY, Optional.of(id), records -> kept(records, id));
        return new CaseFacts(
                kept.client(),
                kept.research(),
                kept.reason(),
                kept.held(),
                kept.maps(),
                kept.felt(),
                kept.diary(),
                kept.scores(),
                kept.flags(),
                HowItGoes.all(kept.diary(), kept.scores(), kept.held(), kept.zone()),
                kept.names(),
                kept.zone());
    }

    /** As the record tells it, before anything is worked out. */
    private CaseFacts kept(Records records, Id<Client> id) {
        Client client = records.clients().get(id);
        return new CaseFacts(
                client,
                ConsentCheck.standing(records, id, clock).answer(ConsentBlock.RESEARCH_USE),
                records.aboutClients().background(id).told().reason(),
                records.sessions().list(id).stream()
                        .filter(EndedSession.class::isInstance)
                        .map(EndedSession.class::cast)
                        .toList(),
                records.bodyMaps().list(id),
                records.examinations().list(id),
                records.checkIns().list(id),
                records.questionnaireScores().list(id),
                records.redFlags().list(id),
                List.of(),
                NamesOfPractice.of(records, client),
                clock.getZone());
    }
}
