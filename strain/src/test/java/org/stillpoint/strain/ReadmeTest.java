package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Side;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {

        StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());
        Influence influence = body.influence(); // S: extra tension of each muscle per unit contraction of each other
        StrainPattern pattern = body.hold(List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.05)));
        Stance stance = body.stand(List.of(new Lift(Side.RIGHT, 0.010)));
        Explanation route =
                body.explain(new MuscleId("psoas_major_right"), new FeltPlace.OfMuscle(new MuscleId("soleus_left")));

        assertThat(influence).isNotNull();
        assertThat(pattern.muscles()).isNotEmpty();
        assertThat(stance.pattern().joints()).isNotEmpty();
        assertThat(route.routes()).isNotEmpty();
    }
}
