package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** One event of youth: it heals, it is adapted to, it hurts again when adapting no longer suffices, and a release lets it fade. */
class S01_OneOldInjuryTest {
    private final Atlas atlas = Atlas.standard();
    private final TissueMemory memory = TissueMemory.of(
            PainMapping.of(atlas),
            StrainNetwork.of(atlas, StrainParameters.standard()).influence());
    private final Bracing bracing = Bracing.of(memory.mapping());

    @Test
    void oneOldInjury_overALife_followsTheStoryOfTheProcedure() {
        int muscle = atlas.muscles().indexOf("sternocleidomastoid_right");
        double[] doses = new double[atlas.muscles().size()];
        doses[muscle] = 1;
        List<LifeEvent> events = new ArrayList<>();
        events.add(new LifeEvent.Strike(20, doses, 1, 1));
        events.add(new LifeEvent.Arousal(50, 1));
        LifeParameters parameters = LifeParameters.standard();

        double atTheTime = worst(events, 20.01);
        double yearsLater = worst(events, 35);
        double underStress = worst(events, 52);
        events.add(new LifeEvent.MuscleRelease(53, muscle, 0.8));
        double afterRelease = worst(events, 55);

        assertThat(atTheTime).isGreaterThan(1);
        assertThat(yearsLater).isLessThan(0.5 * atTheTime);
        assertThat(underStress).isGreaterThan(yearsLater);
        assertThat(afterRelease).isLessThan(0.5 * underStress);
        BodyState later = memory.at(parameters, events, 40);
        assertThat(later.guarding()[muscle]).isLessThan(1e-6);
        assertThat(later.held()[muscle]).isGreaterThan(0.05);
    }

    @Test
    void noEvent_neverHurts() {
        assertThat(memory.at(LifeParameters.standard(), List.of(), 90).pain()).containsOnly(0);
    }

    @Test
    void toldEvent_touchesMusclesUnderItsPlacesAndThoseThatBrace() {
        double[] doses = bracing.doses(
                new ToldEvent("e", TraumaKind.CAR_ACCIDENT, "rear", List.of(new RegionCode("X205")), 5, 5));
        assertThat(doses[atlas.muscles().indexOf("sternocleidomastoid_left")]).isEqualTo(1);
        assertThat(doses[atlas.muscles().indexOf("soleus_left")]).isZero();
        for (TraumaKind kind : TraumaKind.values()) {
            assertThat(bracing.mechanisms(kind)).isNotEmpty();
        }
    }

    @Test
    void mapping_everyMuscle_isFeltOnceInAll() {
        for (int m = 0; m < atlas.muscles().size(); m++) {
            double sum = 0;
            for (double share : memory.mapping().felt(m)) {
                assertThat(share).isNotNegative();
                sum += share;
            }
            assertThat(sum).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    private double worst(List<LifeEvent> events, double age) {
        double worst = 0;
        for (double pain : memory.at(LifeParameters.standard(), events, age).pain()) {
            worst = Math.max(worst, pain);
        }
        return worst;
    }
}
