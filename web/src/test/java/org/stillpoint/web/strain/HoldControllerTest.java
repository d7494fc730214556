package org.stillpoint.web.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.server.ResponseStatusException;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.strain.StrainPattern;
import org.stillpoint.words.RouteTold;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;

class HoldControllerTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final HoldController CONTROLLER =
            new HoldController(ATLAS, new HoldReading(StandardBody.of(ATLAS)), new Speaker(Locale.UK, ZoneOffset.UTC));

    @Test
    void hold_ofTwoMuscles_isTheEnginesAnswer() {
        StrainPattern expected = StrainNetwork.of(ATLAS, StrainParameters.standard())
                .hold(List.of(
                        new HeldContraction(new MuscleId("psoas_major_right"), 0.05),
                        new HeldContraction(new MuscleId("masseter_left"), 0.02)));
        HoldController.HoldAnswer answer =
                CONTROLLER.hold(List.of("psoas_major_right=0.05", "masseter_left=0.02"), Set.of());
        assertThat(answer.shapeFollows()).isFalse();
        assertThat(answer.tension()).hasSize(ATLAS.muscles().size());
        for (int m = 0; m < answer.tension().length; m++) {
            assertThat(answer.tension()[m])
                    .isEqualTo((float) expected.muscles().get(m).tensionChange());
        }
        assertThat(answer.rotation()).hasSize(3 * expected.joints().size());
    }

    @Test
    void hold_aboveTheLinearBound_letsTheGeometryFollow() {
        assertThat(CONTROLLER.hold(List.of("psoas_major_right=0.2"), Set.of()).shapeFollows())
                .isTrue();
    }

    @Test
    void hold_withoutFascia_differsFromTheWholeBody() {
        List<String> held = List.of("latissimus_dorsi_left=0.05");
        assertThat(CONTROLLER.hold(held, Set.copyOf(StandardBody.GRADES)).tension())
                .isNotEqualTo(CONTROLLER.hold(held, Set.of()).tension());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "psoas_major_right", "nobody=0.05", "psoas_major_right=0.31", "psoas_major_right=-0.1",
                "psoas_major_right=NaN", "psoas_major_right=much", "=0.1", ""
            })
    void hold_ofWhatIsNoHold_isRefused(String hold) {
        assertThatThrownBy(() -> CONTROLLER.hold(List.of(hold), Set.of())).isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void hold_ofMoreThanTheMost_isRefused() {
        assertThatThrownBy(() -> CONTROLLER.hold(
                        Collections.nCopies(HoldReading.MOST_HELD + 1, "psoas_major_right=0.01"), Set.of()))
                .isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void route_toADistantMuscle_runsFromTheHeldMuscleToIt() {
        RouteTold told = CONTROLLER.route("psoas_major_right", "muscle:masseter_right", Set.of());
        assertThat(told.routes()).isNotEmpty();
        for (RouteTold.WayTold way : told.routes()) {
            assertThat(way.steps()).isNotEmpty();
            assertThat(way.share()).isPositive();
            assertThat(way.steps().getFirst().from()).isEqualTo(way.start());
            assertThat(nearest("psoas_major_right", way.path(), 0))
                    .as("distance from the start of the line to the held muscle, m")
                    .isLessThan(1e-3);
            assertThat(nearest("masseter_right", way.path(), way.path().length - 3))
                    .as("distance from the end of the line to the place, m")
                    .isLessThan(1e-3);
        }
    }

    @Test
    void route_toAJoint_namesWhatCarriesMost() {
        RouteTold told = CONTROLLER.route("psoas_major_right", "joint:hip_right", Set.of(Evidence.LIMITED));
        assertThat(told.effect()).isNotZero();
        assertThat(told.carriers()).isNotEmpty().allMatch(part -> !part.name().isBlank());
        assertThat(told.carriers())
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.share()), Math.abs(a.share())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"masseter_right", "muscle:nobody", "joint:nobody", "place:here", ""})
    void route_toWhatIsNoPlace_isRefused(String to) {
        assertThatThrownBy(() -> CONTROLLER.route("psoas_major_right", to, Set.of()))
                .isInstanceOf(ResponseStatusException.class);
    }

    @Test
    void show_namesJointsAndGradesOfFascia() {
        ExtendedModelMap model = new ExtendedModelMap();
        assertThat(CONTROLLER.show(model)).isEqualTo("hold");
        HoldPage page = (HoldPage) Objects.requireNonNull(model.getAttribute("page"));
        assertThat(page.greatest()).isEqualTo(30);
        assertThat(page.linearTo()).isEqualTo(new Share(0.05));
        assertThat(page.grades()).hasSize(3).allMatch(grade -> grade.count() > 0);
    }

    private static double nearest(String muscle, double[] path, int at) {
        return ATLAS.muscles().get(muscle).lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> Math.sqrt(Math.pow(point.position().x() - path[at], 2)
                        + Math.pow(point.position().y() - path[at + 1], 2)
                        + Math.pow(point.position().z() - path[at + 2], 2)))
                .min()
                .orElseThrow();
    }
}
