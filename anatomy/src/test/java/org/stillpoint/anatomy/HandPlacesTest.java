package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hand feels as one. */
class HandPlacesTest {

    private final Atlas atlas = Atlas.standard();

    @Test
    void handPlace_ofADeepMuscle_holdsThoseOfItsSideThatAHandDoesNotTellFromIt() {
        HandPlace calf = atlas.handPlace("tibialis_posterior_left");
        assertThat(calf.name()).isEqualTo("deep_calf");
        assertThat(calf.side()).isEqualTo(Side.LEFT);
        assertThat(calf.muscles())
                .containsExactlyInAnyOrder(
                        "tibialis_posterior_left", "flexor_digitorum_longus_left", "flexor_hallucis_longus_left");
        assertThat(atlas.handPlace("flexor_hallucis_longus_left")).isEqualTo(calf);
    }

    @Test
    void handPlace_ofAMuscleThatIsToldFromAll_isItsOwn() {
        assertThat(atlas.handPlace("masseter_right"))
                .isEqualTo(new HandPlace("masseter", Side.RIGHT, HandReach.OUTSIDE, List.of("masseter_right")));
    }

    /** Every muscle is of one place, that place holds it, and its mirror image is a place of the other side. */
    @Test
    void handPlaces_ofAllMuscles_shareThemOut() {
        for (Muscle muscle : atlas.muscles().list()) {
            HandPlace place = atlas.handPlace(muscle.id());
            assertThat(place.muscles())
                    .contains(muscle.id())
                    .allSatisfy(id -> assertThat(atlas.handPlace(id)).isEqualTo(place));
            assertThat(atlas.handPlace(Atlas.mirror(muscle.id())).muscles())
                    .isEqualTo(place.muscles().stream().map(Atlas::mirror).toList());
        }
    }

    /** No hand of this trade goes there. */
    @Test
    void reach_ofThePelvicFloorAndOfWhatLiesBehindBone_isNotFromOutside() {
        assertThat(atlas.muscles().list().stream()
                        .filter(muscle -> atlas.handPlace(muscle.id()).reach() != HandReach.OUTSIDE)
                        .map(Muscle::group))
                .containsOnly("pelvic floor", "respiratory", "jaw muscles")
                .hasSize(2 * 8);
    }

    @Test
    void table_withAMuscleOrSourceOfNobody_isRefusedWithItsLine() {
        String table = "muscle,place,reach,source,grade,note\nnobody,somewhere,outside,no_source,estimated,\n";
        assertThatThrownBy(() -> Atlas.of(AtlasTables.standard().with(AtlasTables.HAND_PLACES, table)))
                .isInstanceOf(AtlasException.class)
                .satisfies(told -> assertThat(((AtlasException) told).problems())
                        .containsExactlyInAnyOrder(
                                new AtlasProblem.Unknown(AtlasTables.HAND_PLACES, 2, "muscle", "nobody"),
                                new AtlasProblem.Unknown(AtlasTables.HAND_PLACES, 2, "source", "no_source")));
    }
}
