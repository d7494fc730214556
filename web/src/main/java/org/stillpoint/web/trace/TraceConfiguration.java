package org.stillpoint.web.trace;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.trace.ArcingReading;
import org.stillpoint.practice.trace.Palpate;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.record.work.UnitOfWork;

/** The reading behind the trace. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    ArcingReading arcingReading(UnitOfWork work, StandardBody body) {
        return new ArcingReading(work, body);
    }

    @Bean
    TraceReading traceReading(UnitOfWork work, OwnParameters persons, StandardBody body, Clock clock) {
        return new TraceReading(work, persons, body, clock);
    }

    @Bean
    Palpate palpate(UnitOfWork work, Atlas atlas, Clock clock) {
        return new Palpate(work, atlas, clock);
    }
}
