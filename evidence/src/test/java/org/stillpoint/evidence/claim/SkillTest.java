package org.stillpoint.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;

class SkillTest {

    /** Forecasts of people whose outcomes spread by {@code spread} around 4, made with a spread of {@code said}. */
    private static List<Scored> claims(int n, double spread, double said) {
        SplittableRandom random = new SplittableRandom(5);
        List<Scored> claims = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double centre = 3 + 2 * random.nextDouble();
            double outcome = centre + spread * random.nextGaussian();
            Gaussian model = new Gaussian(centre, said);
            claims.add(new Scored(
                    "p" + i % 12,
                    model,
                    Map.of("last value", new Gaussian(centre + 1, 1.5)),
                    OptionalDouble.of(centre + 0.5),
                    model.pit(3),
                    OptionalDouble.empty(),
                    outcome,
                    outcome <= 3));
        }
        return claims;
    }

    @Test
    void likely_staysLocked_untilThirtyGoodAndCalibratedClaims() {
        assertThat(new Skill(claims(29, 1, 1)).maySay()).isFalse();
        assertThat(new Skill(claims(60, 1, 1)).maySay()).isTrue();
        assertThat(new Skill(claims(60, 1, 0.3)).maySay()).as("far too sure").isFalse();
        assertThat(new Skill(claims(60, 1, 4)).maySay()).as("far too unsure").isFalse();
    }

    @Test
    void againstBest_ofAForecasterThatKnowsTheCentre_isPositiveWithItsInterval() {
        Skill.Against against = new Skill(claims(120, 1, 1)).againstBest().orElseThrow();
        assertThat(against.against()).isEqualTo("last value");
        assertThat(against.skill()).isBetween(against.low(), against.high()).isPositive();
    }

    @Test
    void calibration_countsEveryClaimOnce() {
        Skill skill = new Skill(claims(50, 1, 1));
        assertThat(skill.calibration(5).stream().mapToInt(bin -> bin.count()).sum())
                .isEqualTo(50);
        assertThat(java.util.Arrays.stream(skill.pitCounts(5)).sum()).isEqualTo(50);
    }

    @Test
    void ofNothing_saysNothing() {
        Skill none = new Skill(List.of());
        assertThat(none.rows()).isEmpty();
        assertThat(none.againstBest()).isEmpty();
        assertThat(none.maySay()).isFalse();
    }

    /** With no earlier outcome the spread is the published one; with many it is the practice's own. */
    @Test
    void baselines_learnFromThePractice() {
        Gaussian first = new Baselines(List.of()).predict(6, 5).get("last value");
        assertThat(first).isEqualTo(new Gaussian(6, 2.41));

        List<Baselines.EarlierOutcome> pairs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pairs.add(new Baselines.EarlierOutcome(6, 6, 4.5 + (i % 2)));
        }
        Map<String, Gaussian> later = new Baselines(pairs).predict(6, 6);
        assertThat(java.util.Objects.requireNonNull(later.get("mean change")).mean())
                .isCloseTo(5, within(0.05));
        assertThat(java.util.Objects.requireNonNull(later.get("mean change")).sd())
                .isCloseTo(0.5, within(0.2));
        assertThat(java.util.Objects.requireNonNull(later.get("regression to the mean"))
                        .mean())
                .isCloseTo(5, within(0.2));
        assertThat(later).hasSize(4);
    }
}
