package org.stillpoint.evidence.diary;

/**
 * What is known beforehand of any diary on a given scale, so that a short diary which happens to look quiet is not
 * believed to be quieter than diaries are. Conjugate to the model of {@link DriftNoise}, so every cell stays closed form.
 *
 * @param typicalSd standard deviation that entries of one person are expected to have, units of the outcome, above 0
 * @param worth how many entries that expectation counts for, 0 or more
 * @param changeVariance prior variance of the change in units of the variance of an entry, above 0
 */
public record Caution(double typicalSd, int worth, double changeVariance) {

    /**
     * Standard deviation of one person's entries as a share of the scale's range: the upper quartile over 63 people with
     * back pain, about twice a day for eight weeks (1.60 of 10 points; computed from the diaries of Tiwari, Vigotsky,
     * Apkarian 2022, doi 10.3389/fpain.2022.844309).
     */
    private static final double SHARE_OF_RANGE = 0.16;

    /** Entries; chosen by simulation for few false alarms at a one-day correlation of 0.6 at equal power; 2026. */
    private static final int WORTH = 12;

    /** A change is expected to be about as large as 1.2 standard deviations of an entry; chosen as above; 2026. */
    private static final double CHANGE_VARIANCE = 1.5;

    public Caution {
        if (!(typicalSd > 0) || worth < 0 || !(changeVariance > 0)) {
            throw new IllegalArgumentException(
                    "typical standard deviation " + typicalSd + " and variance of the change " + changeVariance
                            + " must be above 0, worth " + worth + " at least 0");
        }
    }

    /** For a scale from {@code low} to {@code high}. */
    public static Caution forScale(double low, double high) {
        return new Caution(SHARE_OF_RANGE * (high - low), WORTH, CHANGE_VARIANCE);
    }
}
