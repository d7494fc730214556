package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.history.EventKind;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_say() {
        Speaker speaker = new Speaker(Locale.UK, ZoneId.of("Europe/Berlin"));
        String title = speaker.say(TodayWords.TITLE);
        String forecast = speaker.say(new TodayWords.ForecastFor("Ana"));
        String kind = speaker.name(EventKind.CAR_ACCIDENT);
        String day = speaker.day(LocalDate.of(2026, 11, 3));

        assertThat(title).isEqualTo("Today");
        assertThat(forecast).isEqualTo("Forecast to seal for Ana");
        assertThat(kind).isEqualTo("Car accident");
        assertThat(day).isEqualTo("3 November 2026");
    }
}
