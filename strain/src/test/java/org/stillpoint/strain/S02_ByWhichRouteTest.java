package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;

/** The body explains which parts carry the load from a held muscle to another place. */
class S02_ByWhichRouteTest {

    private final StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

    @Test
    void explain_hipFlexorToOtherCalf_leadsDownTheOtherLeg() {
        Explanation explanation =
                body.explain(new MuscleId("psoas_major_right"), new FeltPlace.OfMuscle(new MuscleId("soleus_left")));

        assertThat(explanation.effect()).isNotZero();
        Explanation.LoadRoute strongest = explanation.routes().getFirst();
        assertThat(strongest.steps())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.share()).isNotZero());
        assertThat(strongest.steps().getLast().to()).matches("(tibia|fibula|calcaneus)_left");
    }
}
