package org.stillpoint.web.outcome;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.session.Sessions;

/** What the outcome pages share. */
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

    @Bean
    Forecasting forecasting(Clients clients, CheckIns checkIns, Sessions sessions, Ledger ledger, Clock clock) {
        return new Forecasting(clients, checkIns, sessions, ledger, clock);
    }
}
