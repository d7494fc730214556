package org.stillpoint.web.view;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.words.Speaker;

/** Who says what the pages say. */
@Configuration(proxyBeanMethods = false)
class SpeakerConfiguration {

    /** In the language of whoever reads, as the practice's country writes it, and in the practice's time zone. */
    @Bean
    Speaker speaker(PageLanguage language, SpokenLanguage practice, Clock clock) {
        return new Speaker(language::now, practice::written, clock::getZone);
    }
}
