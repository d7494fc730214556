package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.HandPlace;
import org.stillpoint.anatomy.HandReach;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.memory.TraumaKind;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** Pain around one place: a place under it, what is unexplained, a told event beside it, and the next place to feel. */
class S01_OnePlaceThatHurtsTest {
    private final Atlas atlas = Atlas.standard();
    private final TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));
    private final Observation midBack = aroundOne("iliocostalis_lumborum_right");
    private final Observation oneRegion = Observation.of(atlas, Map.of(new RegionCode("X213"), 7.0));

    /** What a contraction held in one muscle would be felt as, at most 7 of 10, in whole points. */
    private Observation aroundOne(String muscle) {
        double[] pattern = model.pattern(atlas.muscles().indexOf(muscle));
        double most = Arrays.stream(pattern).max().orElseThrow();
        return Observation.of(
                Arrays.stream(pattern).map(felt -> Math.rint(7 * felt / most)).toArray());
    }

    /** One region is felt over many muscles: it tells none of them from the others, and the trace says so. */
    @Test
    void trace_oneRegionAlone_namesNoPlaceButUnknown() {
        Trace trace = model.trace(oneRegion, List.of());
        assertThat(trace.places()).isEmpty();
        assertThat(trace.unknownComesFirst()).isTrue();
        assertThat(trace.unexplained()).isEqualTo(1);
    }

    @Test
    void trace_painAroundOneMuscle_givesAPlaceOnThatSide() {
        Trace trace = model.trace(midBack, List.of());
        assertThat(trace.places()).isNotEmpty();
        Place place = trace.places().getFirst();
        assertThat(place.muscles()).allMatch(muscle -> muscle.value().endsWith("_right"));
        assertThat(trace.unexplained()).isBetween(0.0, 1.0);
        double shares = trace.places().stream().mapToDouble(Place::share).sum();
        assertThat(shares + trace.unexplained()).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(place.relief(2, 2).low()).isLessThan(place.relief(2, 2).high());
    }

    @Test
    void trace_noPain_givesNoPlaceAndNothingUnexplained() {
        Trace trace = model.trace(Observation.of(atlas, Map.of()), List.of());
        assertThat(trace.places()).isEmpty();
        assertThat(trace.unexplained()).isZero();
    }

    @Test
    void trace_toldEvent_isNamedOnlyWhereItTouched() {
        ToldEvent near = new ToldEvent("near", TraumaKind.INJURY, "", List.of(new RegionCode("X213")), 8, 5);
        ToldEvent far = new ToldEvent("far", TraumaKind.INJURY, "", List.of(new RegionCode("X237")), 8, 5);
        Place place = model.trace(midBack, List.of(near, far)).places().getFirst();
        assertThat(place.touchedBy()).containsExactly("near");
    }

    /** The odds before the pain is looked at are linear in how hard it struck, so the mean over 0 to 10 is what 5 gives. */
    @Test
    void trace_eventOfUnknownStrength_takesTheMeanOverAllThatItCanBe_andIsNotOneThatDidNotStrike() {
        double[] unknown = inclusion(OptionalDouble.empty());
        assertThat(unknown).isEqualTo(inclusion(OptionalDouble.of(5)));
        assertThat(unknown)
                .isNotEqualTo(inclusion(OptionalDouble.of(0)))
                .isNotEqualTo(inclusion(OptionalDouble.of(10)));
    }

    private double[] inclusion(OptionalDouble severity) {
        ToldEvent told = new ToldEvent(
                "near", TraumaKind.INJURY, "", List.of(new RegionCode("X213")), severity, OptionalDouble.empty());
        return model.trace(midBack, List.of(told)).inclusion();
    }

    @Test
    void next_afterATrace_isAPlaceNotYetFelt() {
        Trace trace = model.trace(midBack, List.of());
        NextPlace first = model.next(trace, midBack, List.of(), 1).getFirst();
        // On the painful side; not one that is so sure that feeling it would tell nothing.
        assertThat(first.muscles()).allSatisfy(muscle -> {
            assertThat(muscle.value()).endsWith("_right");
            assertThat(trace.inclusion()[atlas.muscles().indexOf(muscle.value())])
                    .isLessThan(0.99);
        });
        Observation felt = midBack.with(List.of(Palpation.of(first.muscles().getFirst(), 0)), Hand.untested());
        assertThat(model.next(model.trace(felt, List.of()), felt, List.of(), 3))
                .extracting(NextPlace::muscles)
                .doesNotContain(first.muscles());
    }

    /** A hand comes to places, not to muscles: each is named once, and none that it reaches from within alone. */
    @Test
    void next_ofAllPlaces_areWhatAHandTellsApartAndReaches() {
        Trace trace = model.trace(midBack, List.of());
        List<NextPlace> all =
                model.next(trace, midBack, List.of(), atlas.muscles().size());
        assertThat(all).allSatisfy(place -> {
            HandPlace hand = atlas.handPlace(place.muscles().getFirst().value());
            assertThat(hand.reach()).isEqualTo(HandReach.OUTSIDE);
            assertThat(place.muscles()).extracting(MuscleId::value).containsExactlyInAnyOrderElementsOf(hand.muscles());
        });
        assertThat(all.stream().flatMap(place -> place.muscles().stream())).doesNotHaveDuplicates();
    }

    @Test
    void trace_palpation_movesTheProbability() {
        double before = model.trace(midBack, List.of()).places().getFirst().inclusion()[0];
        MuscleId muscle =
                model.trace(midBack, List.of()).places().getFirst().muscles().getFirst();
        Trace trace = model.trace(midBack.with(List.of(Palpation.of(muscle, 3)), Hand.untested()), List.of());
        assertThat(trace.inclusion()[atlas.muscles().indexOf(muscle.value())])
                .isGreaterThanOrEqualTo(Math.min(before, 0.99));
    }
}
