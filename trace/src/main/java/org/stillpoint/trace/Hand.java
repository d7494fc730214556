package org.stillpoint.trace;

import java.util.List;

/**
 * How far a palpating hand can be trusted: how likely each grade of restriction is at a muscle that holds a contraction, and at one that does
 * not. A slight restriction may speak against a muscle: {@link #ratio(int)} says what each grade does to the odds.
 *
 * @param held probability of each grade, 0 (none) to 3 (strong), at a muscle that holds a contraction
 * @param notHeld the same at a muscle that holds none
 */
public record Hand(List<Double> held, List<Double> notHeld) {
    /** Grades of restriction: none, slight, clear, strong. */
    static final int GRADES = 4;

    /**
     * How a found restriction divides into slight, clear and strong, at a muscle that holds a contraction and at one that does not.
     * Assumed, 2026: strong findings speak more. No published figure is known.
     */
    private static final double[] FOUND_HELD = {0.2, 0.4, 0.4};

    private static final double[] FOUND_NOT_HELD = {0.6, 0.3, 0.1};

    /** How much more often a tender place (0 to 3) is found at a muscle that holds a contraction. Assumed, 2026. */
    private static final double[] TENDERNESS_RATIO = {0.7, 1.0, 1.4, 1.8};

    /** Checks ranges and sums. */
    public Hand {
        held = List.copyOf(held);
        notHeld = List.copyOf(notHeld);
        for (List<Double> each : List.of(held, notHeld)) {
            double sum = each.stream().mapToDouble(Double::doubleValue).sum();
            if (each.size() != GRADES || each.stream().anyMatch(p -> !(p > 0 && p < 1)) || Math.abs(sum - 1) > 1e-9) {
                throw new IllegalArgumentException(
                        "grades with probabilities " + each + "; allowed: four between 0 and 1 that sum to 1");
            }
        }
    }

    /**
     * From how often any restriction is found, divided into grades as assumed.
     *
     * @param sensitivity probability of finding a restriction (grade 1 or more) at a muscle that holds a contraction
     * @param specificity probability of finding none at a muscle that holds none
     */
    public static Hand of(double sensitivity, double specificity) {
        if (!(sensitivity > 0 && sensitivity < 1) || !(specificity > 0 && specificity < 1)) {
            throw new IllegalArgumentException(
                    "sensitivity " + sensitivity + " and specificity " + specificity + " must be between 0 and 1");
        }
        return new Hand(grades(1 - sensitivity, FOUND_HELD), grades(specificity, FOUND_NOT_HELD));
    }

    private static List<Double> grades(double none, double[] found) {
        return List.of(none, (1 - none) * found[0], (1 - none) * found[1], (1 - none) * found[2]);
    }

    /**
     * A hand that nobody has tested: 0.7 and 0.7. Assumed; agreement between examiners of muscle is fair at best (Lucas et al. 2009, Clinical
     * Journal of Pain 25:80; Myburgh et al. 2008, Archives of Physical Medicine and Rehabilitation 89:1169).
     */
    public static Hand untested() {
        return of(0.7, 0.7);
    }

    /** Probability of finding any restriction at a muscle that holds a contraction. */
    public double sensitivity() {
        return 1 - held.getFirst();
    }

    /** Probability of finding none at a muscle that holds none. */
    public double specificity() {
        return notHeld.getFirst();
    }

    /**
     * How many times likelier a grade is at a muscle that holds a contraction than at one that holds none: above 1 it speaks for the muscle,
     * below 1 against it.
     *
     * @param grade of restriction, 0 to 3
     */
    public double ratio(int grade) {
        return held.get(grade) / notHeld.get(grade);
    }

    /** Information, in bits, that the grade found carries about a contraction held with probability {@code probability}. */
    double information(double probability) {
        double bits = 0;
        for (int grade = 0; grade < GRADES; grade++) {
            double all = probability * held.get(grade) + (1 - probability) * notHeld.get(grade);
            bits += part(probability * held.get(grade), probability * all)
                    + part((1 - probability) * notHeld.get(grade), (1 - probability) * all);
        }
        return bits;
    }

    private static double part(double joint, double independent) {
        return joint <= 0 ? 0 : joint * Math.log(joint / independent) / Math.log(2);
    }

    /** How many times likelier the finding is if the muscle holds a contraction than if it does not. */
    double likelihoodRatio(Palpation palpation) {
        double ratio = ratio(palpation.grade());
        return palpation.tenderness() == Palpation.NOT_ASKED ? ratio : ratio * TENDERNESS_RATIO[palpation.tenderness()];
    }
}
