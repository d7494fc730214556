package org.stillpoint.strain;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** The laws of the network on small made-up bodies. */
class RandomBodyProperties {

    private static Laws laws(long seed) {
        return new Laws(StrainNetwork.of(RandomBody.of(seed), StrainParameters.standard()), seed);
    }

    @Property(tries = 30)
    void stiffness_anyBody_isSolvedAsAnIndependentCholeskySolvesIt(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).agreesWithIndependentCholesky();
    }

    @Property(tries = 30)
    void influence_anyBody_isReciprocalAndMirrorSymmetric(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).reciprocity();
        laws(seed).mirrorSymmetry();
    }

    @Property(tries = 30)
    void rigidMotion_anyBody_strainsNothing(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).rigidMotionStrainsNothing();
        laws(seed).finiteRigidMotionStrainsNothing();
    }

    @Property(tries = 30)
    void energy_anyBody_isConserved(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).energyInIsEnergyStored();
        laws(seed).zeroContractionZeroStrain();
    }

    @Property(tries = 30)
    void gradients_anyBody_areDerivatives(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).gradientIsDerivativeOfEnergy();
        laws(seed).stiffnessIsDerivativeOfGradient();
    }

    @Property(tries = 30)
    void hold_anyBodySmallerAndSmaller_tendsToLinear(@ForAll @LongRange(min = 0) long seed) {
        laws(seed).linearIsTheLimitOfSmallContractions();
    }
}
