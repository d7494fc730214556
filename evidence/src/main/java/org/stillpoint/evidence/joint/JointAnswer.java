package org.stillpoint.evidence.joint;

import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;

/**
 * What practices say together, in two stages: each its own effect, then random effects over practices (REML, Hartung-Knapp never narrower
 * than without).
 *
 * @param meta over the practices that told an effect
 * @param pooled by REML
 * @param withoutEach the same without each practice in turn, in their order; empty with two practices
 */
public record JointAnswer(MetaAnalysis meta, Pooled pooled, List<WithoutOne> withoutEach) {

    /** Two can be pooled, and one left out of three. */
    private static final int LEAST_TO_LEAVE_OUT = 3;

    /**
     * The answer without one practice.
     *
     * @param practice which is left out
     */
    public record WithoutOne(String practice, double estimate, Pooled.Interval interval) {}

    /** @param practices two or more */
    public static JointAnswer of(Studies practices) {
        MetaAnalysis meta = new MetaAnalysis(practices);
        List<Pooled> left = practices.size() < LEAST_TO_LEAVE_OUT ? List.of() : meta.withoutEach(Estimator.REML);
        List<WithoutOne> withoutEach = IntStream.range(0, left.size())
                .mapToObj(i -> new WithoutOne(
                        practices.name(i),
                        left.get(i).estimate(),
                        left.get(i).neverNarrower().interval()))
                .toList();
        return new JointAnswer(meta, meta.pooled(Estimator.REML), withoutEach);
    }
}
