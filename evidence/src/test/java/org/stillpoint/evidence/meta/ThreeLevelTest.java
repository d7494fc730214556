package org.stillpoint.evidence.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ThreeLevelTest {

    /** metadat, dat.konstantopoulos2011: district, effect, variance of 56 schools; facts of a published table. */
    private static final String KONSTANTOPOULOS = """
            11 -.18 .118 11 -.22 .118 11 .23 .144 11 -.30 .144 12 .13 .014 12 -.26 .014 12 .19 .015 12 .32 .024
            18 .45 .023 18 .38 .043 18 .29 .012 27 .16 .020 27 .65 .004 27 .36 .004 27 .60 .007 56 .08 .019
            56 .04 .007 56 .19 .005 56 -.06 .004 58 -.18 .020 58 .00 .018 58 .00 .019 58 -.28 .022 58 -.04 .020
            58 -.30 .021 58 .07 .006 58 .00 .007 58 .05 .007 58 -.08 .007 58 -.09 .007 71 .30 .015 71 .98 .011
            71 1.19 .010 86 -.07 .001 86 -.05 .001 86 -.01 .001 86 .02 .001 86 -.03 .001 86 .00 .001 86 .01 .001
            86 -.10 .001 91 .50 .010 91 .66 .011 91 .20 .010 91 .00 .009 91 .05 .013 91 .07 .013 108 -.52 .031
            108 .70 .031 108 -.03 .030 108 .27 .030 108 -.34 .030 644 .12 .087 644 .61 .082 644 .04 .067 644 -.05 .067
            """;

    static Studies konstantopoulos() {
        String[] words = KONSTANTOPOULOS.strip().split("\\s+", -1);
        List<String> names = new ArrayList<>();
        double[] y = new double[words.length / 3];
        double[] v = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            names.add(words[3 * i]);
            y[i] = Double.parseDouble(words[3 * i + 1]);
            v[i] = Double.parseDouble(words[3 * i + 2]);
        }
        return Studies.of(names, y, v);
    }

    /** metafor, analysis example konstantopoulos2011: rma.mv(yi, vi, random = ~ 1 | district/school). */
    @Test
    void of_konstantopoulos2011_givesThePublishedAnswer() {
        ThreeLevel answer = ThreeLevel.of(konstantopoulos());
        assertThat(answer.effects()).isEqualTo(56);
        assertThat(answer.studies()).isEqualTo(11);
        assertThat(answer.estimate()).isCloseTo(0.1847, within(5e-5));
        assertThat(answer.standardError()).isCloseTo(0.0846, within(5e-5));
        assertThat(answer.interval().low()).isCloseTo(0.0190, within(5e-5));
        assertThat(answer.interval().high()).isCloseTo(0.3504, within(5e-5));
        assertThat(answer.tau2Between()).isCloseTo(0.0651, within(5e-5));
        assertThat(answer.tau2Within()).isCloseTo(0.0327, within(5e-5));
        // Two levels, the same source: 0.1279, se 0.0439.
        Pooled two = new MetaAnalysis(konstantopoulos()).pooled(Estimator.REML);
        assertThat(two.estimate()).isCloseTo(0.1279, within(5e-5));
        assertThat(answer.careful().high() - answer.careful().low())
                .isGreaterThan(answer.interval().high() - answer.interval().low());
    }

    /** cases/tables/meta-several-effects-of-one-study: 0.3723, se 0.1660, 0.1144 between, 0.0000 within. */
    @Test
    void of_sixEffectsOfOneStudy_countsItAsOneStudy() {
        Studies studies = Studies.of(
                List.of("1", "1", "1", "1", "1", "1", "2", "3", "4", "5"),
                new double[] {0.1, 0.12, 0.08, 0.11, 0.09, 0.13, 0.8, -0.1, 0.5, 0.6},
                new double[] {0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.03, 0.04});
        ThreeLevel answer = ThreeLevel.of(studies);
        assertThat(answer.studies()).isEqualTo(5);
        assertThat(answer.estimate()).isCloseTo(0.3723, within(5e-5));
        assertThat(answer.standardError()).isCloseTo(0.1660, within(5e-5));
        assertThat(answer.tau2Between()).isCloseTo(0.1144, within(5e-5));
        assertThat(answer.tau2Within()).isCloseTo(0, within(5e-5));
        assertThat(ThreeLevel.counts(studies)).containsEntry("1", 6);
    }

    @Test
    void of_oneStudy_isRefused() {
        Studies one = Studies.of(List.of("a", "a"), new double[] {1, 2}, new double[] {1, 1});
        assertThatThrownBy(() -> ThreeLevel.of(one)).hasMessageContaining("one study");
    }

    @Property(tries = 60)
    void of_eachEffectItsOwnStudy_meansTheTwoLevelAnswer(
            @ForAll @Size(min = 3, max = 12) List<@DoubleRange(min = -2, max = 2) Double> effects) {
        double[] y = effects.stream().mapToDouble(Double::doubleValue).toArray();
        double[] v =
                IntStream.range(0, y.length).mapToDouble(i -> 0.05 + 0.02 * i).toArray();
        Studies studies = Studies.of(y, v);
        ThreeLevel three = ThreeLevel.of(studies);
        Pooled two = new MetaAnalysis(studies).pooled(Estimator.REML);
        double best = new MetaAnalysis(studies)
                .restrictedLogLikelihood(two.converged().tau2());
        double ours = new MetaAnalysis(studies).restrictedLogLikelihood(three.tau2Between() + three.tau2Within());
        assertThat(ours).isGreaterThanOrEqualTo(best - 1e-9);
    }
}
