package org.stillpoint.evidence.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssociationTest {
    private static final double[] X = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    private static final double[] Y = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8};
    private static final double[] AGE = {20, 30, 41, 25, 60, 33, 47, 51, 38, 29};
    private static final double[] SEX = {0, 1, 0, 0, 1, 1, 0, 1, 0, 1};

    /**
     * SciPy 1.x: {@code stats.spearmanr(x, y)}; ranks by {@code stats.rankdata}, residuals by {@code numpy.linalg.lstsq} on 1, rank of age, rank
     * of sex; Fisher intervals and HC1 written out in NumPy.
     */
    @Test
    void of_tiesAndTwoThingsHeldAlike_isThatOfSciPy() {
        Association found = Association.of(X, Y, List.of(AGE, SEX));
        assertThat(found.people()).isEqualTo(10);
        same(found.spearman(), 0.13471506281091267, -0.5431487413899225, 0.7062635756656688);
        same(found.adjusted(), 0.2707232385927359, -0.5474930985724265, 0.8242986020184527);
        same(found.slope(), -0.016278875214718855, -1.1500692182319974, 1.1175114678025597);
    }

    private static void same(Association.Estimate estimate, double value, double low, double high) {
        assertThat(estimate.value()).isCloseTo(value, within(1e-12));
        assertThat(estimate.low()).isCloseTo(low, within(1e-12));
        assertThat(estimate.high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void of_aColumnTwice_isHeldAlikeOnce() {
        Association once = Association.of(X, Y, List.of(AGE));
        Association twice = Association.of(X, Y, List.of(AGE, AGE));
        assertThat(twice.adjusted().value()).isCloseTo(once.adjusted().value(), within(1e-12));
        assertThat(twice.adjusted().low()).isCloseTo(once.adjusted().low(), within(1e-12));
    }

    @Test
    void of_oneSideThatNeverVaries_isNoNumber() {
        Association found = Association.of(new double[10], Y, List.of(AGE));
        assertThat(found.spearman().value()).isNaN();
        assertThat(found.slope().value()).isNaN();
    }

    @Test
    void of_tooFewOrUnequalPeople_isRefused() {
        assertThatThrownBy(() -> Association.of(new double[4], new double[4], List.of()))
                .hasMessageContaining("at least 5 are needed");
        assertThatThrownBy(() -> Association.of(X, new double[9], List.of())).hasMessageContaining("unequal");
    }

    /** People drawn without any association: nineteen intervals of twenty hold 0, also where both follow age. */
    @Test
    void of_twoThingsThatOnlyShareAge_adjustedIntervalsHoldNothingNineteenTimesOfTwenty() {
        Random random = new Random(3);
        int held = 0;
        int slopes = 0;
        int tries = 1000;
        for (int k = 0; k < tries; k++) {
            double[] age = random.doubles(60).toArray();
            double[] x = new double[60];
            double[] y = new double[60];
            for (int i = 0; i < 60; i++) {
                x[i] = age[i] + 0.3 * random.nextGaussian();
                y[i] = age[i] + 0.3 * random.nextGaussian();
            }
            Association found = Association.of(x, y, List.of(age));
            held += found.adjusted().low() < 0 && found.adjusted().high() > 0 ? 1 : 0;
            slopes += found.slope().low() < 0 && found.slope().high() > 0 ? 1 : 0;
        }
        // Binomial: 0.95 +- 3 x 0.007, and a little for 60 people.
        assertThat(held / (double) tries).isBetween(0.92, 0.975);
        assertThat(slopes / (double) tries).isBetween(0.92, 0.975);
    }
}
