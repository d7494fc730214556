package org.stillpoint.trace;

/**
 * How far a palpating hand can be trusted.
 *
 * @param sensitivity probability of finding a restriction (grade 1 or more) at a muscle that holds a contraction
 * @param specificity probability of finding none at a muscle that holds none
 */
public record Hand(double sensitivity, double specificity) {
    /**
     * How a found restriction divides into slight, clear and strong, at a muscle that holds a contraction and at one that does not.
     * Assumed: strong findings speak more. No published figure is known.
     */
    private static final double[] GRADES_HELD = {0.2, 0.4, 0.4};

    private static final double[] GRADES_NOT_HELD = {0.6, 0.3, 0.1};

    /** How much more often a tender place (0 to 3) is found at a muscle that holds a contraction. Assumed. */
    private static final double[] TENDERNESS_RATIO = {0.7, 1.0, 1.4, 1.8};

    /** Checks ranges. */
    public Hand {
        if (!(sensitivity > 0 && sensitivity < 1) || !(specificity > 0 && specificity < 1)) {
            throw new IllegalArgumentException(
                    "sensitivity " + sensitivity + " and specificity " + specificity + " must be between 0 and 1");
        }
    }

    /**
     * A hand that nobody has tested: 0.7 and 0.7. Assumed; agreement between examiners of muscle is fair at best (Lucas et al. 2009, Clinical
     * Journal of Pain 25:80; Myburgh et al. 2008, Archives of Physical Medicine and Rehabilitation 89:1169).
     */
    public static Hand untested() {
        return new Hand(0.7, 0.7);
    }

    /** Information, in bits, that finding or not finding a restriction carries about a contraction held with probability {@code held}. */
    double information(double held) {
        double found = held * sensitivity + (1 - held) * (1 - specificity);
        return entropy(found) - held * entropy(sensitivity) - (1 - held) * entropy(specificity);
    }

    private static double entropy(double p) {
        return p <= 0 || p >= 1 ? 0 : -(p * Math.log(p) + (1 - p) * Math.log(1 - p)) / Math.log(2);
    }

    /** How many times likelier the finding is if the muscle holds a contraction than if it does not. */
    double likelihoodRatio(Palpation palpation) {
        int grade = palpation.grade();
        double ratio = grade == 0
                ? (1 - sensitivity) / specificity
                : sensitivity * GRADES_HELD[grade - 1] / ((1 - specificity) * GRADES_NOT_HELD[grade - 1]);
        return palpation.tenderness() == Palpation.NOT_ASKED ? ratio : ratio * TENDERNESS_RATIO[palpation.tenderness()];
    }
}
