package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

class ExplanationTest {

    private final StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

    @Test
    void explain_muscleOnMuscle_effectIsTheInfluence() {
        Influence influence = body.influence();
        int by = influence.muscles().indexOf(new MuscleId("psoas_major_right"));
        int of = influence.muscles().indexOf(new MuscleId("latissimus_dorsi_left"));
        Explanation e = body.explain(
                new MuscleId("psoas_major_right"), new FeltPlace.OfMuscle(new MuscleId("latissimus_dorsi_left")));
        assertThat(e.effect()).isCloseTo(influence.tension(of, by), within(1e-12));
    }

    @Test
    void explain_anyPair_sharesAddUpToOne() {
        for (String place :
                new String[] {"gastrocnemius_left", "gastrocnemius_right", "trapezius_descending_part_left"}) {
            Explanation e =
                    body.explain(new MuscleId("psoas_major_right"), new FeltPlace.OfMuscle(new MuscleId(place)));
            double known = e.carriers().stream()
                    .filter(s ->
                            !(s.carrier() instanceof Carrier.Ground || s.carrier() instanceof Carrier.PostureControl))
                    .mapToDouble(Explanation.LoadShare::share)
                    .sum();
            // elements below a thousandth are left out of the list
            assertThat(known + e.rest()).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void explain_share_saysHowTheEffectChangesWithStiffness() {
        // finite difference: joints 0.1 % stiffer change the joint-carried part of the mutual work by its share
        FeltPlace place = new FeltPlace.OfJoint(new JointId("hip_left"));
        Explanation e = body.explain(new MuscleId("psoas_major_right"), place);
        double joints = e.carriers().stream()
                .filter(s -> s.carrier() instanceof Carrier.JointTissue)
                .mapToDouble(Explanation.LoadShare::share)
                .sum();
        double h = 1e-3;
        StrainNetwork stiffer = body.with(body.parameters().with(StrainParameter.JOINT_STIFFNESS_FACTOR, 1 + h));
        double change =
                stiffer.explain(new MuscleId("psoas_major_right"), place).effect() / e.effect() - 1;
        assertThat(change / h).isCloseTo(-joints, within(0.15));
    }

    @Test
    void explain_route_leadsFromMuscleToPlaceStepByStep() {
        Explanation e = body.explain(
                new MuscleId("psoas_major_right"), new FeltPlace.OfMuscle(new MuscleId("gastrocnemius_left")));
        assertThat(e.routes()).isNotEmpty();
        for (Explanation.LoadRoute route : e.routes()) {
            String here = route.start();
            for (Explanation.Step step : route.steps()) {
                assertThat(step.from()).isEqualTo(here);
                here = step.to();
            }
            assertThat(here).matches("femur_left|calcaneus_left|tibia_left");
        }
    }

    @Test
    void explain_segmentPlace_effectIsItsDisplacement() {
        assertThat(body.explain(new MuscleId("psoas_major_right"), new FeltPlace.OfSegment("skull"))
                        .effect())
                .isPositive();
    }
}
