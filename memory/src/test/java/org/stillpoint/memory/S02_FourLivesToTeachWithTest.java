package org.stillpoint.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** Whiplash, a fall on the sacrum, abdominal surgery, a grief: each made-up life goes through every step of the story. */
class S02_FourLivesToTeachWithTest {
    private static final Atlas ATLAS = Atlas.standard();
    private static final TissueMemory MEMORY = TissueMemory.of(
            PainMapping.of(ATLAS),
            StrainNetwork.of(ATLAS, StrainParameters.standard()).influence());
    private static final Bracing BRACING = Bracing.of(MEMORY.mapping());

    @ParameterizedTest
    @EnumSource
    void example_hurtsFreshThenIsAdaptedToThenHurtsUnderStressAndFadesWithTheReleases(TeachingExample example) {
        double event = first(example, TeachingExample.EventEpisode.class);
        double stress = last(example, TeachingExample.ArousalEpisode.class);
        double release = first(example, TeachingExample.ReleaseEpisode.class);
        assertThat(worst(example, event - 0.01)).as("before anything happened").isZero();
        assertThat(worst(example, event)).as("while the injury is fresh").isGreaterThan(2);
        double quiet = worst(example, stress - 1);
        assertThat(quiet).as("in the quiet years").isLessThan(1);
        double chronic = worst(example, release - 0.01);
        assertThat(chronic).as("after the stress").isGreaterThan(quiet + 1);
        assertThat(worst(example, example.to())).as("after the releases").isLessThan(chronic - 0.5);
    }

    @ParameterizedTest
    @EnumSource
    void example_yearsLater_theInjuryIsHealedAndTheContractionIsStillHeld(TeachingExample example) {
        double years = first(example, TeachingExample.EventEpisode.class) + 10;
        BodyState state = state(example, years);
        assertThat(Arrays.stream(state.guarding()).max().orElseThrow()).isLessThan(1e-9);
        assertThat(Arrays.stream(state.held()).max().orElseThrow()).isGreaterThan(0.03);
    }

    @ParameterizedTest
    @EnumSource
    void example_withoutItsReleases_staysAsItWas(TeachingExample example) {
        List<LifeEvent> kept = example.changes(BRACING).stream()
                .filter(each -> !(each instanceof LifeEvent.MuscleRelease))
                .toList();
        double release = first(example, TeachingExample.ReleaseEpisode.class);
        double without = worst(MEMORY.at(LifeParameters.standard(), kept, example.to()));
        assertThat(without).isGreaterThan(worst(example, release - 0.01) - 0.1);
        assertThat(without).isGreaterThan(worst(example, example.to()) + 0.5);
    }

    @Test
    void whiplash_underStress_alsoHurtsWhereNothingStruckAndNothingBraced() {
        double[] doses = BRACING.doses(((TeachingExample.EventEpisode)
                        TeachingExample.WHIPLASH.happenings().getFirst())
                .told());
        int forehead = region("scalp, front");
        String place = ATLAS.regions().list().get(forehead).id();
        double[] under =
                BRACING.doses(new ToldEvent("there", TraumaKind.INJURY, "", List.of(new RegionCode(place)), 5, 5));
        for (int m = 0; m < doses.length; m++) {
            assertThat(doses[m] * under[m]).isZero();
        }
        assertThat(state(TeachingExample.WHIPLASH, 40).pain()[forehead]).isLessThan(0.1);
        assertThat(state(TeachingExample.WHIPLASH, 42.9).pain()[forehead]).isGreaterThan(1);
    }

    @Test
    void grief_underStress_hurtsInTheFaceAndStaysInTheChestUntilTheDiaphragmLetsGo() {
        double[] before = state(TeachingExample.GRIEF, 46.9).pain();
        double[] between = state(TeachingExample.GRIEF, 47.39).pain();
        double[] after = state(TeachingExample.GRIEF, 48).pain();
        assertThat(before[region("face")]).isGreaterThan(3);
        assertThat(between[region("face")]).isLessThan(0.5 * before[region("face")]);
        assertThat(between[region("chest")]).isGreaterThan(1.5);
        assertThat(after[region("chest")]).isLessThan(0.7 * between[region("chest")]);
    }

    private static int region(String name) {
        return ATLAS.regions().list().stream()
                .filter(region -> region.name().equals(name))
                .map(region -> ATLAS.regions().indexOf(region.id()))
                .findFirst()
                .orElseThrow();
    }

    private static double first(TeachingExample example, Class<?> kind) {
        return example.happenings().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow()
                .age();
    }

    private static double last(TeachingExample example, Class<?> kind) {
        return example.happenings().reversed().stream()
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow()
                .age();
    }

    private static double worst(TeachingExample example, double age) {
        return worst(state(example, age));
    }

    private static double worst(BodyState state) {
        return Arrays.stream(state.pain()).max().orElseThrow();
    }

    private static BodyState state(TeachingExample example, double age) {
        return MEMORY.at(LifeParameters.standard(), example.changes(BRACING), age);
    }
}
