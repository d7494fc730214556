package org.stillpoint.practice.outcome;

import java.util.Optional;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.numeric.Normal;

/**
 * Several estimates as one, in their own units.
 *
 * @param by which estimator of the variance between them
 * @param estimate of the mean
 * @param plain its interval of 95 % by the normal distribution
 * @param careful its interval of 95 % by Hartung and Knapp, never narrower than the plain one
 * @param between variance between them, squared units
 * @param inconsistency share of the scatter that lies between them, percent
 * @param next where the next one may well lie (95 %), never narrower than the careful interval; empty with too few
 */
public record PooledEffect(
        Estimator by,
        double estimate,
        EffectRange plain,
        EffectRange careful,
        double between,
        double inconsistency,
        Optional<EffectRange> next) {

    /** From low to high. */
    public record EffectRange(double low, double high) {
        private static EffectRange of(Pooled.Interval interval) {
            return new EffectRange(interval.low(), interval.high());
        }
    }

    static PooledEffect of(Pooled pooled) {
        return new PooledEffect(
                pooled.estimator(),
                pooled.estimate(),
                EffectRange.of(pooled.interval()),
                EffectRange.of(pooled.neverNarrower().interval()),
                pooled.tau2(),
                pooled.i2(),
                pooled.predictions().map(Pooled.Predictions::careful).map(EffectRange::of));
    }

    /** How much one of them counts, by its interval of 95 %; in proportion. */
    public double weight(double low, double high) {
        double standardError = (high - low) / (2 * Normal.Z975);
        return weight(standardError * standardError);
    }

    /** How much one of them counts, by its sampling variance; in proportion. */
    public double weight(double variance) {
        return 1 / (variance + between);
    }
}
