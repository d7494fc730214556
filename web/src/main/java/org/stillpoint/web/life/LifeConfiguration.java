package org.stillpoint.web.life;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.session.Sessions;

/** The readings behind the life player. */
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {

    @Bean
    LifePlayer lifePlayer(StandardBody body, Clock clock) {
        return new LifePlayer(body, clock);
    }

    @Bean
    OwnParameters ownParameters(
            Clients clients,
            History history,
            Sessions sessions,
            CheckIns checkIns,
            StandardBody body,
            LifePlayer player,
            Clock clock) {
        return new OwnParameters(clients, history, sessions, checkIns, body, player, clock);
    }
}
