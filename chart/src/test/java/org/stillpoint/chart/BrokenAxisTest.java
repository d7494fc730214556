package org.stillpoint.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Years to the left, weeks to the right, and no day between. */
class BrokenAxisTest {

    /** A person born in 1980 who first came on 1 September 2026, on 29 November 2026. */
    private static final BrokenAxis LIFE = new BrokenAxis(day(1980, 1, 1), day(2026, 9, 1), day(2026, 11, 29), 0, 100);

    private static double day(int year, int month, int day) {
        return LocalDate.of(year, month, day).toEpochDay();
    }

    @Test
    void at_endsAndBreak_lieAtTheEndsAndBesideTheGap() {
        assertThat(LIFE.at(day(1980, 1, 1))).isEqualTo(0);
        assertThat(LIFE.at(day(2026, 9, 1))).isEqualTo(LIFE.gapEnd()).isCloseTo(36, within(1e-9));
        assertThat(LIFE.at(day(2026, 9, 1) - 1e-6)).isCloseTo(LIFE.gapStart(), within(1e-6));
        assertThat(LIFE.gapStart()).isEqualTo(34);
        assertThat(LIFE.at(day(2026, 11, 29))).isEqualTo(100);
        // 44 and a half of the 89 days since 1 September
        assertThat(LIFE.at(day(2026, 10, 15) + 0.5)).isCloseTo(36 + 64 * 44.5 / 89, within(1e-9));
    }

    @Test
    void at_daysOutside_lieAtTheEnds() {
        assertThat(LIFE.at(day(1975, 6, 1))).isEqualTo(0);
        assertThat(LIFE.at(day(2027, 6, 1))).isEqualTo(100);
    }

    @Test
    void ticks_bothPieces_areYearsAndThenDays() {
        assertThat(LIFE.ticks(4, 7, Labels.of(Locale.UK)))
                .extracting(BrokenAxis.TimeTick::label)
                .containsExactly(
                        "1980", "2000", "2020", "1 Sep", "15 Sep", "29 Sep", "13 Oct", "27 Oct", "10 Nov", "24 Nov");
    }

    @Test
    void noYearsBefore_isOnePieceWithoutAGap() {
        BrokenAxis weeks = new BrokenAxis(day(2026, 11, 1), day(2026, 11, 1), day(2026, 11, 29), 0, 100);
        assertThat(weeks.isBroken()).isFalse();
        assertThat(weeks.gapStart()).isEqualTo(weeks.gapEnd()).isEqualTo(0);
        assertThat(weeks.at(day(2026, 11, 15))).isEqualTo(50);
        assertThat(weeks.ticks(4, 7, Labels.of(Locale.UK))).isNotEmpty();
    }

    @Test
    void lastDayThatIsNotTheLast_isRefused() {
        assertThatThrownBy(() -> new BrokenAxis(0, 10, 10, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BrokenAxis(11, 5, 10, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Order is kept, ends are ends, and nothing lies in the gap. */
    @Property
    void at_anyScale_keepsOrderEndsAndGap(
            @ForAll @DoubleRange(min = -40_000, max = 20_000) double first,
            @ForAll @DoubleRange(min = -500, max = 36_500) double years,
            @ForAll @DoubleRange(min = 0.1, max = 4_000) double since,
            @ForAll @DoubleRange(min = -0.2, max = 1.2) double one,
            @ForAll @DoubleRange(min = -0.2, max = 1.2) double other) {
        double turn = first + years;
        double last = Math.max(first, turn) + since;
        BrokenAxis axis = new BrokenAxis(first, turn, last, 0, 100);
        double earlier = first + Math.min(one, other) * (last - first);
        double later = first + Math.max(one, other) * (last - first);

        assertThat(axis.at(earlier)).isLessThanOrEqualTo(axis.at(later)).isBetween(0.0, 100.0);
        if (earlier >= first && later <= last && later - earlier > 1e-6) {
            assertThat(axis.at(earlier)).isLessThan(axis.at(later));
        }
        assertThat(axis.at(first)).isEqualTo(0);
        assertThat(axis.at(last)).isEqualTo(100);
        if (axis.isBroken()) {
            assertThat(axis.at(later))
                    .satisfiesAnyOf(
                            at -> assertThat(at).isLessThanOrEqualTo(axis.gapStart()),
                            at -> assertThat(at).isGreaterThanOrEqualTo(axis.gapEnd()));
        }
    }
}
