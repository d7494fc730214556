package org.stillpoint.trace.susie;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/** The standard normal distribution where accuracy in the far tail matters. */
final class NormalTail {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double SQRT_TWO_OVER_PI = Math.sqrt(2 / Math.PI);

    private NormalTail() {}

    /** {@code phi(z) / Phi(z)}, the inverse Mills ratio of the left tail: how far truncation at zero pushes a mean, in deviations. */
    static double inverseMills(double z) {
        double x = z * SQRT_HALF;
        // Below 0 both phi and Phi underflow, their ratio does not; above it the scaled function would overflow.
        return x < 0 ? SQRT_TWO_OVER_PI / Erfcx.value(-x) : SQRT_TWO_OVER_PI * Math.exp(-x * x) / Erfc.value(-x);
    }
}
