package org.stillpoint.evidence.trial;

/**
 * Whether one person's change is more than measurement error, by several published indices. The usual one is Jacobson
 * and Truax 1991: {@code (after - before) / (sqrt2 SEM)}; some packages call {@code (after - before) / SEM} "Jacobson",
 * which is not it.
 *
 * @param meanBefore of the sample the measure was tried on
 * @param sdBefore standard deviation of that sample, above 0
 * @param reliability 0 to below 1
 */
public record ReliableChange(double meanBefore, double sdBefore, double reliability) {

    private static final double CRITICAL = 1.96;

    /** One-sided 5 %; dimensionless; Hageman and Arrindell 1999. */
    public static final double HAGEMAN_ARRINDELL_CRITICAL = 1.65;

    public ReliableChange {
        if (!(sdBefore > 0) || !(reliability >= 0 && reliability < 1)) {
            throw new IllegalArgumentException(
                    "standard deviation " + sdBefore + " must be above 0, reliability " + reliability + " in [0, 1)");
        }
    }

    /** How a change is judged. */
    public enum Judgement {
        IMPROVED,
        UNCHANGED,
        DETERIORATED
    }

    /** Standard error of measurement, points. */
    public double sem() {
        return sdBefore * Math.sqrt(1 - reliability);
    }

    /** Standard error of a difference of two scores, points. */
    public double differenceError() {
        return Math.sqrt(2) * sem();
    }

    /** Least change that is more than measurement error at 95 %, points. */
    public double threshold() {
        return CRITICAL * differenceError();
    }

    /** Jacobson and Truax 1991. */
    public double index(double before, double after) {
        return (after - before) / differenceError();
    }

    /** Gulliksen, Lord and Novick (Hsu 1989): the score before is drawn towards the mean first. */
    public double gulliksenLordNovick(double before, double after) {
        double expected = reliability * (before - meanBefore) + meanBefore;
        return (after - expected) / (sdBefore * Math.sqrt(1 - reliability * reliability));
    }

    /** Hsu, Linn and Lord (Hsu 1989): both scores about a population mean. */
    public double hsuLinnLord(double before, double after, double meanAfter) {
        return ((after - meanAfter) - reliability * (before - meanBefore))
                / (sdBefore * Math.sqrt(1 - reliability * reliability));
    }

    /** Edwards and Nunnally 1978: an interval about the estimated true score before. */
    public Judgement edwardsNunnally(double before, double after, boolean lowerIsBetter) {
        double expected = reliability * (before - meanBefore) + meanBefore;
        double reach = CRITICAL * sem();
        return judgement(after < expected - reach ? -1 : after > expected + reach ? 1 : 0, lowerIsBetter);
    }

    /**
     * Nunnally and Kotsch 1983: the score before is drawn towards the mean first, and the error of the score after counts by
     * its own reliability.
     */
    public double nunnallyKotsch(double before, double after, double reliabilityAfter) {
        double expected = reliability * (before - meanBefore) + meanBefore;
        return (after - expected)
                / (sdBefore * Math.sqrt(reliability * reliability * (1 - reliability) + 1 - reliabilityAfter));
    }

    /**
     * Hageman and Arrindell 1999: the person's change is drawn towards the mean change by the reliability of changes. Judged
     * at {@value #HAGEMAN_ARRINDELL_CRITICAL}.
     *
     * @param sdAfter standard deviation after
     * @param correlation of scores before and after
     */
    public double hagemanArrindell(double before, double after, double meanAfter, double sdAfter, double correlation) {
        double error = sem() * sem();
        double shared = 2 * sdBefore * sdAfter * correlation;
        double total = sdBefore * sdBefore + sdAfter * sdAfter;
        double ofChanges = (total - 2 * error - shared) / (total - shared);
        return ((after - before) * ofChanges + (meanAfter - meanBefore) * (1 - ofChanges))
                / (Math.sqrt(ofChanges) * differenceError());
    }

    /** Better or worse by at least a share of the score before. */
    public static Judgement percentChange(double before, double after, double share, boolean lowerIsBetter) {
        double change = (after - before) / before;
        return judgement(change <= -share ? -1 : change >= share ? 1 : 0, lowerIsBetter);
    }

    /** A verdict from an index. */
    public static Judgement judge(double index, boolean lowerIsBetter) {
        return judge(index, CRITICAL, lowerIsBetter);
    }

    /** A verdict from an index and the value it must exceed. */
    public static Judgement judge(double index, double critical, boolean lowerIsBetter) {
        return judgement(index < -critical ? -1 : index > critical ? 1 : 0, lowerIsBetter);
    }

    private static Judgement judgement(int direction, boolean lowerIsBetter) {
        if (direction == 0) {
            return Judgement.UNCHANGED;
        }
        return direction < 0 == lowerIsBetter ? Judgement.IMPROVED : Judgement.DETERIORATED;
    }

    /**
     * Cut-offs between a clinical and a functional population (Jacobson and Truax 1991).
     *
     * @param a two standard deviations from the clinical mean
     * @param b two standard deviations from the functional mean
     * @param c where the two populations are equally likely
     */
    public record Cutoffs(double a, double b, double c) {}

    public static Cutoffs cutoffs(
            double clinicalMean, double clinicalSd, double functionalMean, double functionalSd, boolean lowerIsBetter) {
        int away = lowerIsBetter ? -1 : 1;
        return new Cutoffs(
                clinicalMean + away * 2 * clinicalSd,
                functionalMean - away * 2 * functionalSd,
                (clinicalSd * functionalMean + functionalSd * clinicalMean) / (clinicalSd + functionalSd));
    }
}
