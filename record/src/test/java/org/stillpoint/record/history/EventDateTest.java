package org.stillpoint.record.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.record.BadValue;

class EventDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2014-03-17, 2014-03-17, 2014-03-17",
        "2014-02,    2014-02-01, 2014-02-28",
        "2014,       2014-01-01, 2014-12-31",
        "~2014,      2013-01-01, 2015-12-31"
    })
    void date_parsed_spansWhatIsKnownAndIsWrittenAlike(String text, LocalDate first, LocalDate last) {
        EventDate date = EventDate.parse(text);
        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
        assertThat(date).hasToString(text);
        assertThat(EventDate.parse(date.toString())).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "14", "2014-13", "2014-02-30", "20140217", "~14", "-014", "1700", "9999"})
    void text_thatIsNoDate_isRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> EventDate.parse(text)).isInstanceOf(BadValue.class);
    }

    /** Worked by hand from 22 November 2026. */
    @ParameterizedTest
    @CsvSource({"12, ~2014", "2, ~2024", "0, 2026-11", "0.5, 2026-05", "1, 2025-11", "12.9, ~2013"})
    void yearsAgo_becomesADateAsPreciseAsIsKnown(double years, String date) {
        assertThat(EventDate.yearsAgo(years, TODAY)).hasToString(date);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 120.1, Double.NaN})
    void yearsAgo_outOfRange_isRefused(double years) {
        assertThatThrownBy(() -> EventDate.yearsAgo(years, TODAY)).hasMessageEndingWith("allowed is 0 to 120");
    }

    @Test
    void yearsBefore_isCountedFromTheMiddle() {
        assertThat(EventDate.about(2014).yearsBefore(LocalDate.of(2026, 7, 2))).isCloseTo(12, within(0.01));
        assertThat(EventDate.day(TODAY).yearsBefore(TODAY)).isZero();
        assertThat(EventDate.year(2030).yearsBefore(TODAY)).isZero();
    }
}
