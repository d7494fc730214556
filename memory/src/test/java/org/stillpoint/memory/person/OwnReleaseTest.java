package org.stillpoint.memory.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OwnReleaseTest {
    private static final List<List<Double>> NOBODY = List.of();

    @Test
    void of_nothingRead_saysHardlyAnything() {
        CredibleInterval interval = OwnRelease.of(List.of(), NOBODY);
        assertThat(interval.low()).isLessThan(0.2);
        assertThat(interval.middle()).isBetween(0.48, 0.52);
        assertThat(interval.high()).isGreaterThan(0.8);
    }

    @Test
    void of_oneRelease_movesAPersonLittleAndManyOutweighThePractice() {
        List<List<Double>> practice = Collections.nCopies(20, List.of(0.2, 0.25, 0.15, 0.2));
        double none = OwnRelease.of(List.of(), practice).middle();
        double one = OwnRelease.of(List.of(0.8), practice).middle();
        double many = OwnRelease.of(Collections.nCopies(30, 0.8), practice).middle();
        assertThat(none).isBetween(0.17, 0.25);
        assertThat(one - none).isBetween(0.005, 0.15);
        assertThat(many).isGreaterThan(0.7);
    }

    @Test
    void of_moreReleases_narrowTheInterval() {
        List<List<Double>> practice = List.of(List.of(0.3, 0.5), List.of(0.6, 0.4), List.of(0.2));
        double last = 1;
        for (int n : new int[] {0, 2, 8, 32}) {
            CredibleInterval interval = OwnRelease.of(Collections.nCopies(n, 0.4), practice);
            double width = interval.high() - interval.low();
            assertThat(width).isLessThan(last);
            last = width;
        }
    }

    @Test
    void of_extentOutOfRangeOrNotANumber_isRefusedAndNamed() {
        assertThatThrownBy(() -> OwnRelease.of(List.of(1.2), NOBODY)).hasMessageContaining("1.2; range 0 to 1");
        assertThatThrownBy(() -> OwnRelease.of(List.of(), List.of(List.of(Double.NaN))))
                .hasMessageContaining("NaN; range 0 to 1");
    }

    @Test
    void of_wholeAndNoRelease_areTaken() {
        CredibleInterval interval = OwnRelease.of(List.of(0.0, 1.0, 1.0), NOBODY);
        assertThat(interval.low()).isPositive();
        assertThat(interval.high()).isLessThan(1);
    }

    /** Practices, people and extents drawn from the prior itself: nine intervals of ten hold the true mean (Cook, Gelman, Rubin 2006). */
    @Test
    void of_drawnFromThePrior_intervalsHoldNineOfTen() {
        Random random = new Random(11);
        int held = 0;
        int people = 1000;
        for (int k = 0; k < people; k++) {
            double mean = 0.1 * (2 + random.nextInt(7));
            double likeness = new double[] {5, 10, 20, 40}[random.nextInt(4)];
            double own = draw(mean, likeness, random);
            List<List<Double>> others = new ArrayList<>();
            for (int other = 0; other < 6; other++) {
                others.add(extents(draw(mean, likeness, random), random));
            }
            CredibleInterval interval = OwnRelease.of(extents(own, random), others);
            held += interval.low() <= own && own <= interval.high() ? 1 : 0;
        }
        // Binomial: 0.90 +- 3 x 0.0095.
        assertThat(held / (double) people).isBetween(0.87, 0.93);
    }

    private static List<Double> extents(double own, Random random) {
        double steadiness = new double[] {2, 5, 10, 20, 40}[random.nextInt(5)];
        List<Double> extents = new ArrayList<>();
        for (int n = random.nextInt(9); n > 0; n--) {
            extents.add(draw(own, steadiness, random));
        }
        return extents;
    }

    private static double draw(double mean, double size, Random random) {
        // A beta variable is one gamma variable's share of two.
        double one = gamma(mean * size, random);
        return one / (one + gamma((1 - mean) * size, random));
    }

    /** Marsaglia and Tsang 2000, ACM Transactions on Mathematical Software 26:363; below 1 by a power of a uniform variable. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
