package org.stillpoint.trace.susie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The half-normal effect against its definition, integrated by Simpson's rule. */
class HalfNormalTest {
    @Property(tries = 200)
    void weight_halfNormal_isTwiceNormalTimesCdf(
            @ForAll @DoubleRange(min = -12, max = 12) double mu, @ForAll @DoubleRange(min = 0.05, max = 4) double s) {
        // BF+ / BF = 2 Phi(mu/s): the integral over the right half line of twice the posterior density.
        double factor = 2 * moment(mu, s, 0);
        double x = mu * mu / (2 * s * s);
        double reference = mu > 0 ? x : 0;
        double normal = Math.exp(x - reference);
        double halved = EffectPrior.HALF_NORMAL.weight(x, mu >= 0, reference);
        if (Math.abs(mu / s) < 30) {
            assertThat(halved / normal).isCloseTo(factor, within(1e-7 * factor + 1e-300));
        }
    }

    @Property(tries = 200)
    void moments_halfNormal_areThoseOfTruncatedNormal(
            @ForAll @DoubleRange(min = -6, max = 6) double mu, @ForAll @DoubleRange(min = 0.2, max = 4) double s) {
        double mass = moment(mu, s, 0);
        double mean = EffectPrior.HALF_NORMAL.mean(mu, s);
        assertThat(mean).isCloseTo(moment(mu, s, 1) / mass, within(1e-6 * mean));
        double second = EffectPrior.HALF_NORMAL.secondMoment(mu, s, mean);
        assertThat(second).isCloseTo(moment(mu, s, 2) / mass, within(1e-5 * second));
    }

    @Test
    void inverseMills_farLeft_followsItsAsymptote() {
        // phi(z)/Phi(z) -> -z + 1/(-z) for z -> -infinity (Mills 1926; Abramowitz and Stegun 26.2.12)
        assertThat(NormalTail.inverseMills(-50)).isCloseTo(50 + 1 / 50.0, within(2e-5));
        assertThat(NormalTail.inverseMills(0)).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-15));
        assertThat(NormalTail.inverseMills(50)).isBetween(0.0, 1e-300);
    }

    @Test
    void fit_effectOfWrongSign_isNotTaken() {
        java.util.Random random = new java.util.Random(7);
        int n = 200;
        double[] x = random.doubles(n * 5, -1, 1).toArray();
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 2 * x[i * 5] - 2 * x[i * 5 + 1] + random.nextGaussian();
        }
        DesignMatrix design = DesignMatrix.standardised(x, n, 5);
        assertThat(Susie.standard().fit(design, y).sets().stream().map(CredibleSet::variables))
                .containsExactlyInAnyOrder(java.util.List.of(0), java.util.List.of(1));
        assertThat(Susie.standard().withForm(EffectPrior.HALF_NORMAL).fit(design, y).sets().stream()
                        .map(CredibleSet::variables))
                .containsExactly(java.util.List.of(0));
    }

    private static double moment(double mu, double s, int power) {
        double low = Math.max(0, mu - 10 * s);
        double high = Math.max(0, mu) + 10 * s;
        int steps = 20_000;
        double h = (high - low) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = low + i * h;
            double z = (x - mu) / s;
            double value = Math.pow(x, power) * Math.exp(-z * z / 2) / (s * Math.sqrt(2 * Math.PI));
            sum += value * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return sum * h / 3;
    }
}
