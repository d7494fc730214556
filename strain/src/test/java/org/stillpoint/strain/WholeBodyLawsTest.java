package org.stillpoint.strain;

import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;

/** The laws of the network on the whole body. */
class WholeBodyLawsTest {

    private static final StrainNetwork BODY = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());

    private final Laws laws = new Laws(BODY, 20261122);

    @Test
    void stiffness_wholeBody_isSolvedAsAnIndependentCholeskySolvesIt() {
        laws.agreesWithIndependentCholesky();
    }

    @Test
    void influence_wholeBody_isReciprocal() {
        laws.reciprocity();
    }

    @Test
    void influence_wholeBody_isMirrorSymmetric() {
        laws.mirrorSymmetry();
    }

    @Test
    void rigidMotion_ofBodyAndGround_strainsNothing() {
        laws.rigidMotionStrainsNothing();
        laws.finiteRigidMotionStrainsNothing();
    }

    @Test
    void energy_ofAContraction_isStored() {
        laws.energyInIsEnergyStored();
    }

    @Test
    void hold_nothing_strainsNothing() {
        laws.zeroContractionZeroStrain();
    }

    @Test
    void gradient_atAnyPose_isTheDerivativeOfTheEnergy() {
        laws.gradientIsDerivativeOfEnergy();
    }

    @Test
    void stiffness_inNeutralStanding_isTheDerivativeOfTheGradient() {
        laws.stiffnessIsDerivativeOfGradient();
    }

    @Test
    void hold_smallerAndSmaller_tendsToLinear() {
        for (int i = 0; i < 4; i++) {
            laws.linearIsTheLimitOfSmallContractions();
        }
    }
}
