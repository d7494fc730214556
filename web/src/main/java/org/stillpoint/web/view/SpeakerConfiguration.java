package org.stillpoint.web.view;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.words.Speaker;

/** Who says what the pages say. */
@Configuration(proxyBeanMethods = false)
class SpeakerConfiguration {

    /** In the language of whoever reads and in the practice's time zone. */
    @Bean
    Speaker speaker(PageLanguage language, Clock clock) {
        return new Speaker(language::now, clock::getZone);
    }
}
