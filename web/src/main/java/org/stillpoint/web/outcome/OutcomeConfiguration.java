package org.stillpoint.web.outcome;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stillpoint.practice.mindbody.MindBodyReading;
import org.stillpoint.practice.outcome.AddStudy;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.ForecastReading;
import org.stillpoint.practice.outcome.LotReading;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.outcome.QuestionnaireReading;
import org.stillpoint.practice.outcome.RemoveScore;
import org.stillpoint.practice.outcome.RemoveStudy;
import org.stillpoint.practice.outcome.ScoreQuestionnaire;
import org.stillpoint.practice.outcome.SealForecast;
import org.stillpoint.record.work.UnitOfWork;

/** What the outcome pages share. */
@Configuration(proxyBeanMethods = false)
@Import({
    SealForecast.class,
    ScoreQuestionnaire.class,
    RemoveScore.class,
    AddStudy.class,
    RemoveStudy.class,
    OutcomeReading.class,
    MindBodyReading.class,
    PracticeReading.class,
    FieldReading.class,
    ForecastReading.class,
    LotReading.class,
    QuestionnaireReading.class
})
class OutcomeConfiguration {

    @Bean
    DrawLot drawLot(UnitOfWork work, Clock clock) {
        return new DrawLot(work, clock, new SecureRandom());
    }
}
