package org.stillpoint.evidence.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StudentMixtureTest {

    private static StudentMixture mixture(SplittableRandom random, int df) {
        int n = 1 + random.nextInt(36);
        double[] weights = random.doubles(n).map(w -> w * w * w).toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        return new StudentMixture(
                java.util.Arrays.stream(weights).map(w -> w / sum).toArray(),
                random.doubles(n, -3, 3).toArray(),
                random.doubles(n, 0.1, 2).toArray(),
                df);
    }

    /** A Newton step of exactly nothing once ended the search in the middle of the bounds. */
    @Test
    void quantile_manyMixtures_isWhereTheShareLiesBelow() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 4000; i++) {
            StudentMixture mixture = mixture(random, 1 + random.nextInt(90));
            for (double p : new double[] {0.025, 0.1, 0.5, 0.975}) {
                assertThat(mixture.cdf(mixture.quantile(p))).isCloseTo(p, within(1e-11));
            }
        }
    }

    @Test
    void quickCdf_anyDegreesOfFreedom_isTheDistribution() {
        SplittableRandom random = new SplittableRandom(4);
        for (int df : new int[] {1, 2, 3, 4, 7, 58, 59, 400, 401}) {
            StudentMixture mixture = mixture(random, df);
            for (double x = -6; x < 6; x += 0.37) {
                assertThat(mixture.quickCdf(x)).isCloseTo(mixture.cdf(x), within(1e-11));
            }
        }
    }
}
