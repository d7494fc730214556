package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;

/** One muscle is held a little short: where in the body is it felt? */
class S01_OneOldInjuryTest {

    private final StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

    @Test
    void hold_oneHipFlexor_strainsMusclesThatAreNotItsNeighbours() {
        StrainPattern pattern = body.hold(List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.05)));

        List<String> strongest = pattern.muscles().stream()
                .sorted(Comparator.comparingDouble(m -> -Math.abs(m.tensionChange())))
                .limit(60)
                .map(muscle -> muscle.id().value())
                .toList();
        assertThat(strongest.getFirst()).isEqualTo("psoas_major_right");
        // both feet stand on the ground, so the other leg takes part: with a fixed pelvis it could not
        assertThat(strongest).anyMatch(id -> id.endsWith("_left"));
    }
}
