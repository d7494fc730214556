package org.stillpoint.web.outcome;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.outcome.AddStudy;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.Forecasting;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.outcome.RemoveScore;
import org.stillpoint.practice.outcome.RemoveStudy;
import org.stillpoint.practice.outcome.ScoreQuestionnaire;
import org.stillpoint.practice.outcome.SealForecast;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.work.UnitOfWork;

/** What the outcome pages share. */
@Configuration(proxyBeanMethods = false)
@Import({SealForecast.class, ScoreQuestionnaire.class, RemoveScore.class, AddStudy.class, RemoveStudy.class})
class OutcomeConfiguration {

    @Bean
    OutcomeReading outcomeReading(
            CheckIns checkIns,
            QuestionnaireScores scores,
            Sessions sessions,
            History history,
            Ledger ledger,
            Clock clock) {
        return new OutcomeReading(checkIns, scores, sessions, history, ledger, clock);
    }

    @Bean
    PracticeReading practiceReading(
            Clients clients, CheckIns checkIns, Sessions sessions, History history, Atlas atlas, Clock clock) {
        return new PracticeReading(clients, checkIns, sessions, history, atlas, clock);
    }

    @Bean
    FieldReading fieldReading(AddedStudies studies) {
        return new FieldReading(studies);
    }

    @Bean
    Forecasting forecasting(Ledger ledger, Clock clock) {
        return new Forecasting(ledger, clock);
    }

    @Bean
    DrawLot drawLot(UnitOfWork work, Clock clock) {
        return new DrawLot(work, clock, new SecureRandom());
    }
}
