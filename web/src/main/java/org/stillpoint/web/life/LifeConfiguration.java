package org.stillpoint.web.life;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.OwnParameters;

/** The readings behind the life player. */
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {

    @Bean
    LifePlayer lifePlayer(StandardBody body, Clock clock) {
        return new LifePlayer(body, clock);
    }

    @Bean
    OwnParameters ownParameters(StandardBody body, LifePlayer player, Clock clock) {
        return new OwnParameters(body, player, clock);
    }
}
