package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** Marks without intensity: the likelihood against its definition, worked out hypothesis by hypothesis, and what follows from it. */
class MarkedEffectsTest {
    private final Atlas atlas = Atlas.standard();
    private final TissueMemory memory = TissueMemory.of(
            PainMapping.of(atlas),
            StrainNetwork.of(atlas, StrainParameters.standard()).influence());
    private final PainPatterns muscles = PainPatterns.ofMuscles(memory);
    private final MarkPatterns patterns = new MarkPatterns(muscles);
    private final Readiness people = Readiness.standard(atlas);
    private final double[] even =
            filled(atlas.muscles().size(), 1.0 / atlas.muscles().size());

    private static double[] filled(int size, double value) {
        double[] filled = new double[size];
        Arrays.fill(filled, value);
        return filled;
    }

    private double[] marks(String... codes) {
        double[] marks = new double[atlas.regions().size()];
        for (String code : codes) {
            marks[atlas.regions().indexOf(code)] = 1;
        }
        return marks;
    }

    @Test
    void weigh_anyMap_isTheSumOverAllHypotheses() {
        double[] marks = marks("X213", "X214", "X215");
        marks[7] = Double.NaN;
        double[] readiness = people.of(2);
        double[] none = filled(marks.length, 0.9);
        double power = 0.8;
        double[] prior = patterns.prior(even);
        double sum = 0;
        for (int h = 0; h < patterns.unit.length; h++) {
            double log = 0;
            for (int r = 0; r < marks.length; r++) {
                double without = (1 - readiness[r]) * none[r];
                double with = without * (1 - patterns.chance[r][h]);
                if (!Double.isNaN(marks[r])) {
                    log += marks[r] > 0 ? Math.log((1 - with) / (1 - without)) : Math.log(with / without);
                }
            }
            sum += prior[patterns.unit[h]] * patterns.within[h] * Math.exp(power * log);
        }
        MarkWeights weights = new MarkWeights(patterns, marks, prior, power, people);
        double[] share = new double[weights.size()];
        assertThat(weights.weigh(readiness, none, share)).isCloseTo(Math.log(sum), within(0.01));
        assertThat(Arrays.stream(share).sum()).isCloseTo(1, within(1e-9));
        assertThat(weights.size()).isLessThan(patterns.unit.length * 2 / 3);
    }

    @Test
    void fit_moreMarksOfOnePattern_isSurer() {
        double[] before = new double[] {0};
        for (String[] codes : new String[][] {{"X213"}, {"X213", "X215"}}) {
            double real = first(marks(codes)).real();
            assertThat(real).isGreaterThan(before[0]);
            before[0] = real;
        }
    }

    @Test
    void fit_marksMirrored_areTheMirroredAnswer() {
        double[] right = marks("X213", "X215");
        double[] left = new double[right.length];
        for (int r = 0; r < right.length; r++) {
            int other = atlas.mirrorOf(atlas.regions().list().get(r))
                    .map(region -> atlas.regions().indexOf(region.id()))
                    .orElse(r);
            left[other] = right[r];
        }
        FoundEffect one = first(right);
        FoundEffect other = first(left);
        // The shipped ease of a region and the body itself are not quite the same on both sides.
        assertThat(other.real()).isCloseTo(one.real(), within(0.1));
    }

    @Test
    void fit_allMarked_isAPersonWhoMarksEverything() {
        double[] all = filled(atlas.regions().size(), 1);
        MarkedEffects fit = new MarkedEffects(patterns, people, all, even);
        fit.fit();
        assertThat(fit.found(patterns)).allMatch(effect -> effect.real() < TraceModel.COVERAGE);
        assertThat(Arrays.stream(fit.expected())).allMatch(p -> p > 0.9);
    }

    @Test
    void expected_anyMap_isAProbability() {
        Random random = new Random(1);
        for (int map = 0; map < 20; map++) {
            double[] marks = random.doubles(atlas.regions().size())
                    .map(u -> u < 0.1 ? 1 : u < 0.3 ? Double.NaN : 0)
                    .toArray();
            MarkedEffects fit = new MarkedEffects(patterns, people, marks, even);
            fit.fit();
            List<FoundEffect> found = fit.found(patterns);
            assertThat(Arrays.stream(fit.expected())).allMatch(p -> p > 0 && p < 1);
            assertThat(found).allMatch(effect -> effect.real() >= 0 && effect.real() <= 1);
        }
    }

    @Test
    void fit_sourcesAsTheirOwnRivals_fitAsWell() {
        assertThat(first(marks("X213", "X215")).bumps()).isCloseTo(0, within(0.05));
    }

    private FoundEffect first(double[] marks) {
        MarkedEffects fit = new MarkedEffects(patterns, people, marks, even);
        fit.fit();
        return fit.found(patterns).getFirst();
    }
}
