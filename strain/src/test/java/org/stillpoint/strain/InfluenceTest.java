package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;

class InfluenceTest {

    private final StrainNetwork network = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());
    private final Influence influence = network.influence();

    @Test
    void tension_ofTheHeldMuscleItself_isPositive() {
        for (int m = 0; m < influence.muscles().size(); m++) {
            assertThat(influence.tension(m, m))
                    .as(influence.muscles().get(m).value())
                    .isPositive();
        }
    }

    @Test
    void tension_mirroredPair_isTheSame() {
        Atlas atlas = Atlas.standard();
        for (MuscleId of : influence.muscles()) {
            for (MuscleId by : influence.muscles()) {
                double here = influence.tension(
                        atlas.muscles().indexOf(of.value()), atlas.muscles().indexOf(by.value()));
                double there = influence.tension(
                        atlas.muscles().indexOf(Atlas.mirror(of.value())),
                        atlas.muscles().indexOf(Atlas.mirror(by.value())));
                assertThat(here).as(of + " by " + by).isCloseTo(there, within(1e-9));
            }
        }
    }
}
