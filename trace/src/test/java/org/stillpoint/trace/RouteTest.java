package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** The ways from a held contraction to where it is felt. */
class RouteTest {
    private final Atlas atlas = Atlas.standard();
    private final TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));

    @Test
    void route_ofEveryWay_beginsAtTheMuscleAndEndsInTheRegion() {
        int ways = 0;
        for (String muscle : List.of("psoas_major_right", "sternocleidomastoid_left", "gastrocnemius_right")) {
            for (var region : atlas.regions().list()) {
                Route route = model.route(new MuscleId(muscle), new RegionCode(region.id()));
                double sum = route.rest();
                for (Route.Way way : route.ways()) {
                    assertThat(way.steps().getFirst()).isEqualTo(new RouteStep.Held(new MuscleId(muscle)));
                    assertThat(way.steps().getLast())
                            .isInstanceOfSatisfying(
                                    RouteStep.Felt.class,
                                    felt -> assertThat(felt.region().value()).isEqualTo(region.id()));
                    assertCarriedOnwards(way.steps());
                    sum += way.share();
                    ways++;
                }
                assertThat(sum).isCloseTo(route.ways().isEmpty() ? 0 : 1, within(1e-12));
            }
        }
        assertThat(ways).isGreaterThan(100);
    }

    /** Each step sets off where the one before it arrived. */
    private static void assertCarriedOnwards(List<RouteStep> steps) {
        String at = "";
        for (RouteStep step : steps) {
            if (step instanceof RouteStep.Carried carried) {
                assertThat(carried.from()).isEqualTo(at.isEmpty() ? carried.from() : at);
                at = carried.to();
            }
        }
    }

    @Test
    void routes_ofAPlace_goToPainfulRegionsMostPainFirst() {
        Observation observed = Observation.of(atlas, Map.of(new RegionCode("X205"), 6.0, new RegionCode("X207"), 4.0));
        Place place = model.trace(observed, List.of()).places().getFirst();
        List<Route> routes = model.routes(place, observed, 5);
        assertThat(routes).isNotEmpty();
        assertThat(routes).allSatisfy(route -> {
            assertThat(route.muscle()).isEqualTo(place.muscles().getFirst());
            assertThat(List.of("X205", "X207")).contains(route.region().value());
        });
        assertThat(routes).extracting(Route::points).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void route_unknownRegion_throws() {
        assertThatThrownBy(() -> model.route(new MuscleId("psoas_major_right"), new RegionCode("X999")))
                .isInstanceOf(NoSuchElementException.class);
    }
}
