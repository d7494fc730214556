package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

/** The same contraction in a particular person: short, light, two lumbar vertebrae fused, weak evidence for fascia left out. */
class S03_ThisPersonTest {

    @Test
    void hold_inAnotherBody_isAnsweredDifferently() {
        List<HeldContraction> held = List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.05));
        Physique person = Physique.standard()
                .withStature(1.58)
                .withMass(54)
                .withSex(Physique.Sex.FEMALE)
                .withFused(Set.of(new JointId("intervertebral_lumbar_vertebra_5_lumbar_vertebra_4")));
        StrainParameters cautious = StrainParameters.standard().withoutFascia(Evidence.LIMITED);

        StrainPattern hers =
                StrainNetwork.of(Atlas.standard(), person, cautious).hold(held);

        assertThat(hers.muscles()).hasSize(330);
        StrainPattern standard =
                StrainNetwork.of(Atlas.standard(), StrainParameters.standard()).hold(held);
        assertThat(hers.muscles()).isNotEqualTo(standard.muscles());
    }
}
