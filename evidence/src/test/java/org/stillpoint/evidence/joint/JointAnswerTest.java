package org.stillpoint.evidence.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;

/** Source of all figures: R 4.2.2, metafor 3.8-1; the lines that give them stand at each test. */
class JointAnswerTest {
    private static final double[] EFFECTS = {-1.203, -0.412, -0.951, 0.127, -1.844, -0.603, -0.75, -0.218};
    private static final double[] ERRORS = {0.511, 0.344, 0.62, 0.402, 0.731, 0.285, 0.498, 0.553};
    private static final List<String> NAMES = List.of("1", "2", "3", "4", "5", "6", "7", "8");

    private static Studies studies(double[] effects) {
        double[] variances = ERRORS.clone();
        for (int i = 0; i < variances.length; i++) {
            variances[i] *= variances[i];
        }
        return Studies.of(NAMES, effects, variances);
    }

    /** Without each practice in turn: estimate, low and high end. */
    private static final double[][] WITHOUT = {
        {-0.5108193266, -0.9369257678, -0.08471288538},
        {-0.6431950281, -1.1736543733, -0.11273568292},
        {-0.5520055962, -1.0159069640, -0.08810422832},
        {-0.6922381229, -1.0980001856, -0.28647606018},
        {-0.5146493237, -0.8982774270, -0.13102122043},
        {-0.6092215291, -1.1676132308, -0.05082982736},
        {-0.5690868486, -1.0655916212, -0.07258207603},
        {-0.6223172029, -1.1027037537, -0.14193065218}
    };

    /**
     * {@code r <- rma(y, sei = s, method = "REML", test = "adhoc", control = list(stepadj = 0.5)); r; leave1out(r)}; the prediction interval
     * by {@code r$beta -+ qt(.975, 6) * sqrt(r$tau2 + r$se^2)}. Without Hartung-Knapp the error is 0.1532951.
     */
    @Test
    void answer_ofEightPractices_isThatOfMetafor_andEachLeftOutToo() {
        JointAnswer answer = JointAnswer.of(studies(EFFECTS));

        Pooled pooled = answer.pooled();
        assertThat(pooled.estimate()).isCloseTo(-0.5731096610, within(1e-8));
        assertThat(pooled.standardError()).isCloseTo(0.1532951, within(1e-7));
        assertThat(pooled.neverNarrower().standardError()).isCloseTo(0.1710502716, within(1e-8));
        assertThat(pooled.neverNarrower().interval().low()).isCloseTo(-0.9775792814, within(1e-8));
        assertThat(pooled.neverNarrower().interval().high()).isCloseTo(-0.1686400407, within(1e-8));
        assertThat(answer.meta().heterogeneity().q()).isCloseTo(8.715475199, within(1e-8));
        Pooled.Interval next = pooled.predictions().orElseThrow().careful();
        assertThat(next.low()).isCloseTo(-0.9916627, within(1e-6));
        assertThat(next.high()).isCloseTo(-0.1545566, within(1e-6));
        assertThat(answer.withoutEach()).hasSameSizeAs(WITHOUT);
        for (int i = 0; i < WITHOUT.length; i++) {
            JointAnswer.WithoutOne without = answer.withoutEach().get(i);
            assertThat(without.practice()).isEqualTo(NAMES.get(i));
            assertThat(without.estimate()).isCloseTo(WITHOUT[i][0], within(1e-6));
            assertThat(without.interval().low()).isCloseTo(WITHOUT[i][1], within(1e-6));
            assertThat(without.interval().high()).isCloseTo(WITHOUT[i][2], within(1e-6));
        }
    }

    /** Where practices agree better than chance would have them, Hartung-Knapp alone is narrower than no variance between them at all. */
    @Test
    void answer_ofPracticesThatAgree_isNeverNarrowerThanWithoutHartungKnapp() {
        double[] alike = {-0.8, -0.79, -0.81, -0.8, -0.82, -0.78, -0.8, -0.8};
        Pooled pooled = JointAnswer.of(studies(alike)).pooled();

        assertThat(pooled.tau2()).isZero();
        assertThat(pooled.hartungKnapp().interval().high())
                .isLessThan(pooled.interval().high());
        assertThat(pooled.neverNarrower().interval().high())
                .isGreaterThan(pooled.interval().high());
        assertThat(pooled.neverNarrower().interval().low())
                .isLessThan(pooled.interval().low());
    }

    @Test
    void answer_ofTwoPractices_leavesNoneOut_andPredictsNothing() {
        JointAnswer answer =
                JointAnswer.of(Studies.of(List.of("1", "2"), new double[] {-1, -0.5}, new double[] {0.1, 0.2}));
        assertThat(answer.withoutEach()).isEmpty();
        assertThat(answer.pooled().predictions()).isEmpty();
    }
}
