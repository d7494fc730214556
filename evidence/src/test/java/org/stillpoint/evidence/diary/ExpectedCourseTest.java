package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.numeric.StudentMixture;

class ExpectedCourseTest {

    private static final Optional<Setting.Scale> TEN = Optional.of(new Setting.Scale(0, 10));

    private static double[] days(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    /** A diary that stands high above its own level comes back to it: the further ahead, the nearer. */
    @Test
    void at_afterADriftUpwards_returnsTowardsTheLevel() {
        double[] values = {3, 3.2, 2.8, 3, 3.1, 2.9, 3, 3.1, 2.9, 3, 4, 5, 5.5, 6, 6.2, 6.4};
        ExpectedCourse course = ExpectedCourse.of(days(values.length), values, TEN);

        double soon = course.at(16).median();
        double later = course.at(46).median();
        assertThat(soon).isBetween(4.0, 6.5);
        assertThat(later).isLessThan(soon);
        assertThat(width(course.at(46))).isGreaterThan(width(course.at(16)));
    }

    /** White noise about a level: the mean of many entries is surer than one, and neither is surer than the level itself. */
    @Test
    void meanOf_manyEntries_isSurerThanOne() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = IntStream.range(0, 40)
                .mapToDouble(i -> 5 + random.nextGaussian())
                .toArray();
        ExpectedCourse course = ExpectedCourse.of(days(40), values, TEN);

        assertThat(width(course.meanOf(60, 61, 62, 63, 64, 65, 66))).isLessThan(0.8 * width(course.at(60)));
        assertThat(course.at(60).median()).isCloseTo(5, within(0.6));
    }

    /** Truth drawn from the model itself: 80 % bands hold 80 % of what comes. Seeds fixed; 400 diaries; 3 standard errors. */
    @Test
    void band_onDiariesOfTheModel_holdsItsShare() {
        SplittableRandom random = new SplittableRandom(20261122);
        int held = 0;
        int diaries = 400;
        for (int d = 0; d < diaries; d++) {
            double[] drawn = wandering(random, 27, 0.8, 0.5, 1.6);
            double[] values = java.util.Arrays.copyOf(drawn, 20);
            double[] band = ExpectedCourse.of(days(20), values, TEN).at(26).interval(0.8);
            held += drawn[26] >= band[0] && drawn[26] <= band[1] ? 1 : 0;
        }
        assertThat(held / (double) diaries).isCloseTo(0.8, within(3 * Math.sqrt(0.8 * 0.2 / diaries)));
    }

    @Test
    void of_oneEntry_isRefused() {
        assertThatThrownBy(() -> ExpectedCourse.of(new double[] {1}, new double[] {5}, TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two or more");
    }

    private static double[] wandering(SplittableRandom random, int n, double phi, double noise, double sd) {
        double[] values = new double[n];
        double state = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            state = i == 0 ? state : phi * state + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            values[i] = 5 + sd * (Math.sqrt(1 - noise) * state + Math.sqrt(noise) * random.nextGaussian());
        }
        return values;
    }

    private static double width(StudentMixture mixture) {
        double[] ends = mixture.interval(0.8);
        return ends[1] - ends[0];
    }
}
