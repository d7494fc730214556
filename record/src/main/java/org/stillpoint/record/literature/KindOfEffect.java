package org.stillpoint.record.literature;

/** What kind of number an effect is. A constant's name is kept with each study: it is never changed. */
public enum KindOfEffect {
    /** Standardised mean difference. Beyond 20 it is a misprint: the largest in Cochrane reviews lie near 5. */
    SMD(20, false),
    /** Difference of means in the points of a scale; own bound: scales of pain and function end at 100 or below. */
    MD(1000, false),
    /** Odds ratio; own bound for all ratios: beyond 1000 the interval has no upper end to speak of. */
    OR(1000, true),
    /** Risk ratio. */
    RR(1000, true),
    /** Hazard ratio. */
    HR(1000, true);

    private final double most;
    private final boolean ratio;

    KindOfEffect(double most, boolean ratio) {
        this.most = most;
        this.ratio = ratio;
    }

    /** The largest that is taken, in its own unit. */
    public double most() {
        return most;
    }

    /** Whether it is above 0, without effect at 1, and in the middle of its interval as a logarithm. */
    public boolean isRatio() {
        return ratio;
    }
}
