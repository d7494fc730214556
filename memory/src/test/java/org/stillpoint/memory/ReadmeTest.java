package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {

        Atlas atlas = Atlas.standard();
        TissueMemory memory = TissueMemory.of(
                PainMapping.of(atlas),
                StrainNetwork.of(atlas, StrainParameters.standard()).influence());
        double[] doses = new double[atlas.muscles().size()];
        doses[atlas.muscles().indexOf("sternocleidomastoid_right")] = 1;
        BodyState at = memory.at(LifeParameters.standard(), List.of(new LifeEvent.Strike(20, doses, 1, 1)), 40);
        double[] pain = at.pain(); // 0 to 10 in each region, at the age of 40

        assertThat(pain).hasSize(atlas.regions().size());
    }
}
