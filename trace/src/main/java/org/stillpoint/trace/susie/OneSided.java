package org.stillpoint.trace.susie;

/** The half-normal effect for callers that weigh columns themselves: {@link EffectPrior#HALF_NORMAL} and its posterior. */
public final class OneSided {
    private OneSided() {}

    /**
     * The data-dependent part of the Bayes factor {@code 2 exp(z^2 / 2) Phi(z)}, divided by {@code exp(reference)}.
     *
     * @param z posterior mean over posterior deviation of the normal that is cut at zero
     * @param reference at least the largest {@code z^2 / 2} among the z above zero
     */
    public static double weight(double z, double reference) {
        return EffectPrior.HALF_NORMAL.weight(z * z / 2, z >= 0, reference);
    }

    /** Mean of {@code N(mu, s^2)} cut at zero. */
    public static double mean(double mu, double s) {
        return EffectPrior.HALF_NORMAL.mean(mu, s);
    }

    /** Its second moment, from the mean already found. */
    public static double secondMoment(double mu, double s, double mean) {
        return EffectPrior.HALF_NORMAL.secondMoment(mu, s, mean);
    }
}
