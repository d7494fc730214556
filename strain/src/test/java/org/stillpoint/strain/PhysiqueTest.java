package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;

class PhysiqueTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final StrainParameters STANDARD = StrainParameters.standard();

    private static StrainPattern.MuscleStrain of(StrainPattern pattern, String muscle) {
        return pattern.muscles().stream()
                .filter(m -> m.id().value().equals(muscle))
                .findFirst()
                .orElseThrow();
    }

    private static StrainPattern psoas(Physique physique) {
        return StrainNetwork.of(ATLAS, physique, STANDARD)
                .hold(List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.01)));
    }

    @Test
    void of_tallShortHeavyLight_allStandUpright() {
        for (double stature : new double[] {0.9, 1.5, 2.2}) {
            for (double mass : new double[] {20, 60, 200}) {
                Physique physique =
                        Physique.standard().withStature(stature).withMass(mass).withSex(Physique.Sex.FEMALE);
                assertThat(psoas(physique).muscles()).hasSize(330);
            }
        }
    }

    @Test
    void of_missingHand_losesItsMusclesOnly() {
        Physique physique = Physique.standard().withMissing(Set.of("hand_right"));
        StrainNetwork network = StrainNetwork.of(ATLAS, physique, STANDARD);
        // hand, fingers and thumb are gone
        assertThat(network.degreesOfFreedom()).isEqualTo(6 * (96 - 3));
        StrainPattern pattern = network.hold(List.of(new HeldContraction(new MuscleId("psoas_major_right"), 0.01)));
        assertThat(pattern.muscles()).noneMatch(m -> m.id().value().equals("opponens_pollicis_right"));
        assertThat(pattern.muscles()).anyMatch(m -> m.id().value().equals("opponens_pollicis_left"));
        assertThat(network.influence().ofHold(network.muscles().indexOf(new MuscleId("opponens_pollicis_right"))))
                .containsOnly(0);
    }

    @Test
    void of_fusedJoint_turnsLess() {
        String joint = "intervertebral_lumbar_vertebra_5_lumbar_vertebra_4";
        StrainPattern whole = psoas(Physique.standard());
        StrainPattern fused = psoas(Physique.standard().withFused(Set.of(new JointId(joint))));
        assertThat(turn(fused, joint)).isLessThan(0.2 * turn(whole, joint));
    }

    private static double turn(StrainPattern pattern, String joint) {
        Point r = pattern.joints().stream()
                .filter(j -> j.id().value().equals(joint))
                .findFirst()
                .orElseThrow()
                .rotation();
        return Math.sqrt(r.x() * r.x() + r.y() * r.y() + r.z() * r.z());
    }

    @Test
    void of_scar_carriesLoadBetweenItsPlaces() {
        Scar scar = new Scar(
                "appendix",
                new PathPoint("linea_alba", new Point(0.0, 0.98, 0.02)),
                new PathPoint("hip_bone_right", new Point(-0.03, 0.92, 0.12)),
                20_000);
        Physique scarred = Physique.standard().withScars(List.of(scar));
        StrainPattern with = psoas(scarred);
        StrainPattern without = psoas(Physique.standard());
        assertThat(of(with, "transversus_abdominis_left").tensionChange())
                .isNotEqualTo(of(without, "transversus_abdominis_left").tensionChange());
        Explanation explanation = StrainNetwork.of(ATLAS, scarred, STANDARD)
                .explain(
                        new MuscleId("transversus_abdominis_right"),
                        new FeltPlace.OfMuscle(new MuscleId("iliacus_right")));
        assertThat(explanation.carriers()).anyMatch(s -> s.carrier() instanceof Carrier.ScarStrand);
    }

    @Test
    void withoutFascia_everyGrade_changesTheAnswer() {
        StrainNetwork body = StrainNetwork.of(ATLAS, STANDARD.withFascia(Evidence.NONE));
        List<HeldContraction> held = List.of(new HeldContraction(new MuscleId("biceps_femoris_right"), 0.01));
        for (Evidence grade : Evidence.values()) {
            StrainPattern less =
                    body.with(body.parameters().withoutFascia(grade)).hold(held);
            assertThat(less.muscles()).isNotEqualTo(body.hold(held).muscles());
        }
    }

    @Test
    void parameters_outOfBounds_areRefused() {
        assertThatThrownBy(() -> STANDARD.with(StrainParameter.TONE, 3)).hasMessageContaining("TONE");
        assertThatThrownBy(() -> STANDARD.with(StrainParameter.TONE, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Physique.standard().withStature(3)).hasMessageContaining("2.4");
        assertThatThrownBy(() -> StrainNetwork.of(ATLAS, Physique.standard().withMissing(Set.of("tail")), STANDARD))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() ->
                        StrainNetwork.of(ATLAS, Physique.standard().withFused(Set.of(new JointId("tail"))), STANDARD))
                .isInstanceOf(NoSuchElementException.class);
    }
}
