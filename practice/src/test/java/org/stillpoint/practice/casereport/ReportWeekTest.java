package org.stillpoint.practice.casereport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWeekTest {

    /** Counted by hand from the day of the first session, which is the first day of week 1; there is no week 0. */
    @ParameterizedTest
    @CsvSource({"0, 1", "6, 1", "7, 2", "13, 2", "14, 3", "-1, -1", "-7, -1", "-8, -2", "-14, -2", "-15, -3", "365, 53"
    })
    void week_ofADay_isCountedFromTheFirstSession(int days, int number) {
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(ReportWeek.of(first, first.plusDays(days)).number()).isEqualTo(number);
    }
}
