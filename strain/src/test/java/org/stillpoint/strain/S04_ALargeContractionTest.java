package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;

/** A muscle in spasm: the geometry follows, and what would have to push goes slack. */
class S04_ALargeContractionTest {

    @Test
    void hold_spasm_isFollowedByTheGeometry() {
        StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

        StrainPattern pattern = body.hold(List.of(new HeldContraction(new MuscleId("quadratus_lumborum_left"), 0.25)));

        assertThat(pattern.method()).isEqualTo(StrainPattern.Method.RELINEARISED);
        assertThat(pattern.slack()).isNotEmpty();
    }
}
