package org.stillpoint.memory.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameter;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.memory.TraumaKind;
import org.stillpoint.memory.person.OwnCourse.PainAtAge;
import org.stillpoint.memory.person.OwnCourse.PersonEvidence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

class OwnCourseTest {
    private static final Atlas ATLAS = Atlas.standard();
    private static final TissueMemory MEMORY = TissueMemory.of(
            PainMapping.of(ATLAS),
            StrainNetwork.of(ATLAS, StrainParameters.standard()).influence());
    private static final List<LifeEvent> LIFE = life();
    private static final List<Double> AGES = List.of(45.1, 45.3, 45.5, 45.7, 45.9, 46.1, 46.3, 46.5, 46.7, 46.9);

    private static List<LifeEvent> life() {
        double[] doses = Bracing.of(MEMORY.mapping())
                .doses(new ToldEvent("told", TraumaKind.CAR_ACCIDENT, "rear", List.of(new RegionCode("X205")), 8, 8));
        return List.of(
                new LifeEvent.Strike(26, doses, 0.8, 0.8),
                new LifeEvent.Arousal(41, 0.7),
                new LifeEvent.MuscleRelease(46, ATLAS.muscles().indexOf("sternocleidomastoid_right"), 0.7));
    }

    @Test
    void of_nothingRead_isThePrior() {
        OwnCourse.PersonEstimate answer = OwnCourse.of(OwnCourse.evidence(MEMORY, LIFE, List.of()), List.of());
        assertThat(answer.adapts().middle()).isBetween(0.97, 1.03);
        assertThat(answer.hurts().low()).isLessThan(0.6);
        assertThat(answer.hurts().high()).isGreaterThan(1.7);
        assertThat(answer.parameters().get(LifeParameter.CAPACITY))
                .isEqualTo(answer.adapts().middle() * LifeParameter.CAPACITY.value());
    }

    @Test
    void of_personWhoHurtsMore_isSeenAndMoreSoWithMoreReadings() {
        Random random = new Random(5);
        double few = hurts(readings(1, 2.5, 0.3, AGES.subList(0, 1), random));
        double many = hurts(readings(1, 2.5, 0.3, AGES, random));
        assertThat(few).isGreaterThan(1);
        assertThat(many).isGreaterThan(few);
    }

    @Test
    void of_othersWhoHurtMore_drawAPersonOfWhomNothingIsRead() {
        List<PersonEvidence> others =
                Collections.nCopies(15, OwnCourse.evidence(MEMORY, LIFE, readings(1, 2.2, 0.3, AGES, new Random(6))));
        OwnCourse.PersonEstimate alone = OwnCourse.of(OwnCourse.evidence(MEMORY, LIFE, List.of()), List.of());
        OwnCourse.PersonEstimate among = OwnCourse.of(OwnCourse.evidence(MEMORY, LIFE, List.of()), others);
        assertThat(among.hurts().middle()).isGreaterThan(1.15 * alone.hurts().middle());
    }

    @Test
    void reading_outOfRangeOrNotANumber_isRefusedAndNamed() {
        assertThatThrownBy(() -> new PainAtAge(40, 10.5)).hasMessageContaining("10.5; range 0 to 10");
        assertThatThrownBy(() -> new PainAtAge(40, Double.NaN)).hasMessageContaining("NaN; range 0 to 10");
    }

    /** People and readings drawn from the prior itself: nine intervals of ten hold the true factor (Cook, Gelman, Rubin 2006). */
    @Test
    void of_drawnFromThePrior_intervalsHoldNineOfTen() {
        Random random = new Random(12);
        int people = 120;
        int adapted = 0;
        int hurt = 0;
        for (int k = 0; k < people; k++) {
            double spread = new double[] {0.2, 0.4, 0.7}[random.nextInt(3)];
            double adapts = factor(spread, random);
            double hurts = factor(spread, random);
            double scale = new double[] {0.4, 0.8, 1.6}[random.nextInt(3)];
            List<PainAtAge> readings = readings(adapts, hurts, scale, AGES, random);
            OwnCourse.PersonEstimate answer = OwnCourse.of(OwnCourse.evidence(MEMORY, LIFE, readings), List.of());
            adapted += in(answer.adapts(), adapts);
            hurt += in(answer.hurts(), hurts);
        }
        // Binomial: 0.90 +- 3 x 0.027.
        assertThat(adapted / (double) people).isBetween(0.82, 0.98);
        assertThat(hurt / (double) people).isBetween(0.82, 0.98);
    }

    private static int in(CredibleInterval interval, double value) {
        return interval.low() <= value && value <= interval.high() ? 1 : 0;
    }

    /** Drawn as the prior has it, again where it falls beyond the factors that are looked at. */
    private static double factor(double spread, Random random) {
        double practice = practice(random);
        double log;
        do {
            log = practice + spread * random.nextGaussian();
        } while (Math.abs(log) > 1.5);
        return Math.exp(log);
    }

    private static double practice(Random random) {
        double[] means = {-0.6, -0.3, 0, 0.3, 0.6};
        double[] weights = Arrays.stream(means)
                .map(mean -> Math.exp(-0.5 * mean * mean / 0.16))
                .toArray();
        double drawn = random.nextDouble() * Arrays.stream(weights).sum();
        int k = 0;
        while (drawn > weights[k]) {
            drawn -= weights[k++];
        }
        return means[k];
    }

    private static double hurts(List<PainAtAge> readings) {
        return OwnCourse.of(OwnCourse.evidence(MEMORY, LIFE, readings), List.of())
                .hurts()
                .middle();
    }

    private static List<PainAtAge> readings(
            double adapts, double hurts, double scale, List<Double> ages, Random random) {
        LifeParameters own = LifeParameters.standard()
                .with(LifeParameter.CAPACITY, adapts * LifeParameter.CAPACITY.value())
                .with(LifeParameter.PAIN_GAIN, hurts * LifeParameter.PAIN_GAIN.value());
        double[] others = {0, 0, 0, 0, 0, 1.5, 1.5, 3, 3, 5};
        double other = others[random.nextInt(others.length)];
        List<PainAtAge> readings = new ArrayList<>();
        for (BodyState state : MEMORY.course(own, LIFE, ages)) {
            double u = Math.clamp(random.nextDouble(), 1e-9, 1 - 1e-9);
            double pain = Arrays.stream(state.pain()).max().orElseThrow() + other + scale * Math.log(u / (1 - u));
            readings.add(new PainAtAge(state.age(), Math.clamp(pain, 0, 10)));
        }
        return readings;
    }
}
