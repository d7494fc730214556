package org.stillpoint.evidence.joint;

/**
 * Of how many something is so, in both groups of one practice, where it may be told.
 *
 * @param treated of {@code ofTreated}
 * @param waiting of {@code ofWaiting}
 */
public record ToldShares(int treated, int ofTreated, int waiting, int ofWaiting) {
    public ToldShares {
        if (treated < 1 || treated >= ofTreated || waiting < 1 || waiting >= ofWaiting) {
            throw new IllegalArgumentException("shares of all or of nobody are not told");
        }
    }

    /** Share of the treated less share of those who wait. */
    public double difference() {
        return treated / (double) ofTreated - waiting / (double) ofWaiting;
    }

    /** Sampling variance of the difference; above 0, for neither share is 0 or 1. */
    public double variance() {
        return variance(treated, ofTreated) + variance(waiting, ofWaiting);
    }

    private static double variance(int count, int of) {
        double share = count / (double) of;
        return share * (1 - share) / of;
    }
}
