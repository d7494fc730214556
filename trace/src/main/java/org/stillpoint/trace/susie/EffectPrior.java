package org.stillpoint.trace.susie;

import org.apache.commons.numbers.gamma.Erfcx;

/**
 * What is believed of one single effect before the data are seen: which signs it may have.
 *
 * <p>Both forms share the same normal scale {@code V}; the half-normal one is that normal folded at zero, so its Bayes factor is
 * {@code BF+ = 2 BF Phi(mu / s)} and its posterior the normal posterior {@code N(mu, s^2)} cut at zero (Johnson, Kotz and Balakrishnan
 * 1994, Continuous Univariate Distributions 1, section 13.10).
 */
public enum EffectPrior {
    /** An effect of either sign, {@code N(0, V)}: the plain form of Wang et al. 2020. */
    NORMAL,
    /** An effect that is never negative, {@code |N(0, V)|}: a muscle can hold a contraction, not the opposite of one. */
    HALF_NORMAL;

    /**
     * The data-dependent part of the Bayes factor, divided by {@code exp(reference)}.
     *
     * @param halfSquare {@code (mu / s)^2 / 2}, how far the normal posterior's mean is from zero
     * @param positive whether that mean is above zero
     * @param reference a number subtracted in the exponent against overflow; at least the largest {@code halfSquare} that counts
     */
    double weight(double halfSquare, boolean positive, double reference) {
        if (this == NORMAL) {
            double exponent = halfSquare - reference;
            return exponent < NEGLIGIBLE ? 0 : Math.exp(exponent);
        }
        // 2 exp(x^2) Phi(sqrt2 x) = exp(x^2) erfc(-x), which for a mean below zero needs no exponential at all.
        double tail = reference > -NEGLIGIBLE ? 0 : Erfcx.value(Math.sqrt(halfSquare)) * Math.exp(-reference);
        double exponent = halfSquare - reference;
        return !positive ? tail : exponent < NEGLIGIBLE ? 0 : 2 * Math.exp(exponent) - tail;
    }

    /** Whether a normal posterior mean below zero speaks against the effect. */
    boolean isOneSided() {
        return this == HALF_NORMAL;
    }

    /** Posterior mean from the normal posterior's mean and deviation. */
    double mean(double mu, double s) {
        return this == NORMAL || s == 0 ? mu : Math.max(0, mu + s * NormalTail.inverseMills(mu / s));
    }

    /** Posterior second moment from the normal posterior's mean and deviation, and the {@link #mean} already found. */
    double secondMoment(double mu, double s, double mean) {
        return this == NORMAL || s == 0 ? mu * mu + s * s : Math.max(mean * mean, mu * mean + s * s);
    }

    /** {@code exp} of less than this is below the rounding of a sum whose largest term is about 1. */
    private static final double NEGLIGIBLE = -46;
}
