package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.strain.StrainPattern.Method;

class HoldTest {

    private final StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

    private static HeldContraction held(String muscle, double extent) {
        return new HeldContraction(new MuscleId(muscle), extent);
    }

    @Test
    void hold_verySmall_isTheInfluenceTimesTheContraction() {
        StrainPattern pattern = body.hold(List.of(held("psoas_major_right", 1e-4)));
        assertThat(pattern.method()).isEqualTo(Method.LINEAR);
        Influence influence = body.influence();
        int by = influence.muscles().indexOf(new MuscleId("psoas_major_right"));
        for (int m = 0; m < influence.muscles().size(); m++) {
            assertThat(pattern.muscles().get(m).tensionChange())
                    .isCloseTo(1e-4 * influence.tension(m, by), within(1e-12));
        }
    }

    @Test
    void hold_heldMuscle_tightensAndShortens() {
        StrainPattern pattern = body.hold(List.of(held("psoas_major_right", 0.05)));
        StrainPattern.MuscleStrain psoas = pattern.muscles().stream()
                .filter(m -> m.id().value().equals("psoas_major_right"))
                .findFirst()
                .orElseThrow();
        assertThat(psoas.tensionChange()).isPositive();
        assertThat(psoas.lengthening()).isBetween(-0.05, 0.0);
    }

    @Test
    void hold_tenStrong_noLinePushesAndSlackLinesAreNamed() {
        List<HeldContraction> ten = body.muscles().stream()
                .map(MuscleId::value)
                .filter(id -> id.endsWith("_right"))
                .limit(10)
                .map(id -> held(id, 0.05))
                .toList();
        StrainPattern pattern = body.hold(ten);
        assertThat(pattern.method()).isEqualTo(Method.ACTIVE_SET);
        assertThat(pattern.slack()).isNotEmpty();
        double tone = body.parameters().get(StrainParameter.TONE);
        pattern.muscles().forEach(m -> assertThat(m.tensionChange()).isGreaterThan(-1.5 * tone));
    }

    @Test
    void settle_slackLines_isWhatTheEnergyWithPullOnlyLinesSays() {
        // the same body solved by Newton's method on the energy: differs by geometry only, which is second order
        List<HeldContraction> two = List.of(held("psoas_major_right", 0.02), held("gluteus_maximus_left", 0.02));
        StrainPattern small = body.hold(two);
        StrainNetwork following = body.with(body.parameters().with(StrainParameter.LARGE_CONTRACTION, 0.001));
        StrainPattern exact = following.hold(two);
        assertThat(exact.method()).isEqualTo(Method.RELINEARISED);
        double worst = 0;
        double largest = 0;
        for (int m = 0; m < small.muscles().size(); m++) {
            double a = small.muscles().get(m).tensionChange();
            worst = Math.max(worst, Math.abs(a - exact.muscles().get(m).tensionChange()));
            largest = Math.max(largest, Math.abs(a));
        }
        assertThat(worst).isLessThan(0.1 * largest);
    }

    @Test
    void hold_large_followsTheGeometryAndStaysFinite() {
        StrainPattern pattern =
                body.hold(List.of(held("psoas_major_right", 0.3), held("trapezius_descending_part_left", 0.2)));
        assertThat(pattern.method()).isEqualTo(Method.RELINEARISED);
        pattern.muscles().forEach(m -> assertThat(m.tensionChange()).isBetween(-0.1, 0.5));
    }

    @Test
    void heldContraction_outOfRangeOrUnknown_isRefused() {
        assertThatThrownBy(() -> held("psoas_major_right", 0.31)).hasMessageContaining("0.3");
        assertThatThrownBy(() -> held("psoas_major_right", -0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> held("psoas_major_right", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> body.hold(List.of(held("psoas", 0.01)))).isInstanceOf(NoSuchElementException.class);
    }
}
