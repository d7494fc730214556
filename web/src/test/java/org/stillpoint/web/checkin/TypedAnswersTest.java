package org.stillpoint.web.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.practice.checkin.DeviceClock;
import org.stillpoint.web.view.Form;

/** What a device says of time is believed as far as it makes sense, and an answer is lost by none of it. */
class TypedAnswersTest {
    private static final Duration SINCE_THE_LINK = Duration.ofDays(3);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static DeviceClock clock(String offset, String waited) {
        return TypedAnswers.clock(
                Form.of(Map.of("offset", List.of(offset), "waited", List.of(waited))), SINCE_THE_LINK);
    }

    @Test
    void clock_ofADevice_isReadInMinutesAndMilliseconds() {
        assertThat(clock("345", "7200000"))
                .isEqualTo(new DeviceClock(Optional.of(ZoneOffset.ofHoursMinutes(5, 45)), Duration.ofHours(2)));
        assertThat(clock("-720", "0")).isEqualTo(new DeviceClock(Optional.of(ZoneOffset.ofHours(-12)), Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "841,-1", "-841,259200001", "x,1e3", "99999999999999999999,99999999999999999999", "1.5,' '"})
    void clock_thatMakesNoSense_isPassedOver(String offset, String waited) {
        assertThat(clock(offset, waited)).isEqualTo(DeviceClock.NONE);
    }

    @Test
    void clock_ofAFormWithoutIt_isNone() {
        assertThat(TypedAnswers.clock(Form.of(Map.of()), SINCE_THE_LINK)).isEqualTo(DeviceClock.NONE);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-27,true", "2026-02-28,true", "2026-02-26,false", "2026-03-02,false", "yesterday,false"})
    void day_thatWasMissed_isTakenForTwoDays(String typed, boolean good) {
        Form form = Form.of(Map.of("day", List.of(typed)));
        Optional<LocalDate> day = TypedAnswers.day(form, TODAY, TODAY.minusDays(2), TODAY);
        assertThat(form.good()).isEqualTo(good);
        if (good) {
            assertThat(day).contains(LocalDate.parse(typed));
        }
    }
}
