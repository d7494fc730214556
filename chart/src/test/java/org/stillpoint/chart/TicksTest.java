package org.stillpoint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One set of ticks for numbers and for days. */
class TicksTest {

    private static final Labels ENGLISH = Labels.of(Locale.ENGLISH);

    @Property
    void ticks_lieWithin_areRound_andNoMoreThanAskedFor(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double span,
            @ForAll @IntRange(min = 1, max = 12) int most) {
        Ticks ticks = Ticks.within(low, low + span, most);
        double tenth = Math.pow(10, Math.floor(Math.log10(ticks.step() * 1.0001)));
        assertThat(ticks.step() / tenth)
                .satisfiesAnyOf(
                        round -> assertThat(round).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-6)),
                        round -> assertThat(round).isCloseTo(2, org.assertj.core.api.Assertions.within(1e-6)),
                        round -> assertThat(round).isCloseTo(5, org.assertj.core.api.Assertions.within(1e-6)));
        assertThat(ticks.values()).hasSizeLessThanOrEqualTo(most + 1);
        for (double tick : ticks.values()) {
            assertThat(tick).isBetween(low - near(ticks, low, span), low + span + near(ticks, low, span));
        }
    }

    @Property
    void ticksAround_holdBothEnds_andAreTwoAtTheLeast(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0, max = 1e6) double span,
            @ForAll @IntRange(min = 1, max = 12) int most) {
        Ticks ticks = Ticks.around(low, low + span, most);
        assertThat(ticks.first()).isLessThanOrEqualTo(low + near(ticks, low, span));
        assertThat(ticks.last()).isGreaterThanOrEqualTo(low + span - near(ticks, low, span));
        assertThat(ticks.values()).hasSizeBetween(2, most + 3);
    }

    /** A millionth of a step, but not less than numbers of this size can tell: steps may be as small as a millionth. */
    private static double near(Ticks ticks, double low, double span) {
        return 1e-6 * ticks.step() + 2 * Math.ulp(Math.abs(low) + span);
    }

    /** Worked by hand: 10 points in at most six steps are steps of 2, a scale of 20 to 80 steps of 10. */
    @Test
    void ticks_ofKnownScales_areThoseThatAPersonWouldDraw() {
        assertThat(Ticks.within(0, 10, 6).values()).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(Ticks.within(20, 80, 6).values()).containsExactly(20, 30, 40, 50, 60, 70, 80);
        assertThat(Ticks.within(-0.31, 0.42, 4).values()).containsExactly(-0.2, 0, 0.2, 0.4);
        assertThat(Ticks.within(0, 0.05, 5).decimals()).isEqualTo(2);
        assertThat(Ticks.within(0, 10, 6).decimals()).isZero();
    }

    @Property
    void days_areOneAtTheLeast_noMoreThanAskedFor_andInOrder(
            @ForAll @IntRange(min = 0, max = 40_000) int origin,
            @ForAll @DoubleRange(min = 1, max = 30_000) double span,
            @ForAll @IntRange(min = 3, max = 12) int most) {
        List<DayTicks.Day> days = DayTicks.within(LocalDate.ofEpochDay(origin), -0.5, span, most, ENGLISH);
        assertThat(days).hasSizeBetween(1, most + 1);
        for (int i = 0; i < days.size(); i++) {
            assertThat(days.get(i).at()).isBetween(-0.5, span);
            assertThat(i == 0 || days.get(i - 1).at() < days.get(i).at()).isTrue();
        }
        assertThat(days).extracting(DayTicks.Day::label).doesNotHaveDuplicates();
    }

    @Test
    void days_ofALongTime_areFirstsOfMonths() {
        List<DayTicks.Day> days = DayTicks.within(LocalDate.of(2026, 1, 15), 0, 350, 6, ENGLISH);
        assertThat(days)
                .extracting(DayTicks.Day::label)
                .containsExactly("Mar 2026", "May 2026", "Jul 2026", "Sep 2026", "Nov 2026");
        assertThat(days.getFirst().at()).isEqualTo(45); // 15 January to 1 March 2026
    }

    @Test
    void labels_areWrittenAsPeopleOfALanguageDo() {
        LocalDate day = LocalDate.of(2026, 11, 3);
        Labels german = Labels.of(Locale.GERMAN);
        assertThat(ENGLISH.day(day)).isEqualTo("3 Nov");
        assertThat(german.day(day)).isEqualTo("3. Nov.");
        assertThat(german.number(-2.5, 1)).isEqualTo("−2,5");
        assertThat(ENGLISH.number(-1200, 0)).isEqualTo("−1200");
        assertThat(ENGLISH.number(-0.0001, 2)).isEqualTo("0.00");
        assertThat(ENGLISH.percent(0.25)).isEqualTo("25%");
        assertThat(german.percent(0.25)).isEqualTo("25\u00a0%");
        assertThat(Arrays.asList(ENGLISH.month(day), ENGLISH.year(day))).containsExactly("Nov 2026", "2026");
    }
}
