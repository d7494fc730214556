package org.stillpoint.evidence.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.trial.MixedModel.PersonSeries;

/** What is worked out entry by entry is what the whole covariance of each person says. */
class MixedModelTest {
    private static PersonSeries person(Random random, int entries, int randomEffects) {
        double[][] x = new double[entries][];
        double[][] z = new double[entries][randomEffects];
        double[] y = new double[entries];
        double[] days = new double[entries];
        for (int i = 0; i < entries; i++) {
            days[i] = entries - i + random.nextDouble() / 2; // the last first
            x[i] = new double[] {1, i % 2, random.nextGaussian()};
            y[i] = 5 + random.nextGaussian();
            for (int r = 0; r < randomEffects; r++) {
                z[i][r] = r == 0 ? 1 : random.nextGaussian();
            }
        }
        return new PersonSeries(x, z, y, days);
    }

    private static RealMatrix covariance(PersonSeries person, double[] ratios, double phi) {
        int n = person.y().length;
        RealMatrix v = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = i == j ? 1 : phi == 0 ? 0 : Math.pow(phi, Math.abs(person.days()[i] - person.days()[j]));
                for (int r = 0; r < ratios.length; r++) {
                    sum += ratios[r] * ratios[r] * person.z()[i][r] * person.z()[j][r];
                }
                v.setEntry(i, j, sum);
            }
        }
        return v;
    }

    @Property(tries = 200)
    void given_isGeneralisedLeastSquares_overTheWholeCovariance(
            @ForAll long seed,
            @ForAll @IntRange(max = 2) int effects,
            @ForAll @DoubleRange(max = 3) double ratio,
            @ForAll @DoubleRange(max = 0.95) double phi) {
        Random random = new Random(seed);
        List<PersonSeries> people =
                Stream.of(4, 7, 1, 9).map(n -> person(random, n, effects)).toList();
        double[] ratios = random.doubles(effects).map(each -> ratio * each).toArray();
        RealMatrix information = MatrixUtils.createRealMatrix(3, 3);
        RealMatrix told = MatrixUtils.createRealMatrix(3, 1);
        double squares = 0;
        double logs = 0;
        for (PersonSeries person : people) {
            RealMatrix x = MatrixUtils.createRealMatrix(person.x());
            RealMatrix y = MatrixUtils.createColumnRealMatrix(person.y());
            LUDecomposition v = new LUDecomposition(covariance(person, ratios, phi));
            information = information.add(x.transposeMultiply(v.getSolver().solve(x)));
            told = told.add(x.transposeMultiply(v.getSolver().solve(y)));
            squares += y.transposeMultiply(v.getSolver().solve(y)).getEntry(0, 0);
            logs += Math.log(v.getDeterminant());
        }
        RealMatrix inverse = new LUDecomposition(information).getSolver().getInverse();
        RealMatrix beta = inverse.multiply(told);
        int df = 4 + 7 + 1 + 9 - 3;
        double variance = (squares - beta.transposeMultiply(told).getEntry(0, 0)) / df;
        double likelihood = -0.5
                * (df * (1 + Math.log(2 * Math.PI * variance))
                        + logs
                        + Math.log(new LUDecomposition(information).getDeterminant()));

        MixedModel model = MixedModel.given(people, ratios, phi);

        for (int c = 0; c < 3; c++) {
            assertThat(model.coefficients().get(c)).isCloseTo(beta.getEntry(c, 0), within(1e-8));
            assertThat(model.standardErrors().get(c))
                    .isCloseTo(Math.sqrt(variance * inverse.getEntry(c, c)), within(1e-8));
        }
        assertThat(model.residualSd()).isCloseTo(Math.sqrt(variance), within(1e-8));
        assertThat(model.logLikelihood()).isCloseTo(likelihood, within(1e-7));
    }

    @Test
    void errorsThatWander_needOneEntryATime() {
        PersonSeries twice = new PersonSeries(
                new double[][] {{1}, {1}}, new double[][] {{}, {}}, new double[] {1, 2}, new double[] {3, 3});
        assertThatThrownBy(() -> MixedModel.given(List.of(twice), new double[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
