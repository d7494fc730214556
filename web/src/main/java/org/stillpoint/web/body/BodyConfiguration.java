package org.stillpoint.web.body;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.practice.body.StandardBody;

/** The body of the atlas at hand, prepared once. */
@Configuration(proxyBeanMethods = false)
class BodyConfiguration {

    @Bean
    StandardBody standardBody(Atlas atlas) {
        return StandardBody.of(atlas);
    }

    @Bean
    HoldReading holdReading(StandardBody body) {
        return new HoldReading(body);
    }
}
