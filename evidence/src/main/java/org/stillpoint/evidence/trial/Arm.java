package org.stillpoint.evidence.trial;

import org.stillpoint.evidence.numeric.Sample;

/** One arm of a trial: what each person scored before and after, in the same order. */
public final class Arm {

    private final double[] before;
    private final double[] after;

    private Arm(double[] before, double[] after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param before scores before, finite
     * @param after scores after, finite, same length
     * @throws IllegalArgumentException for fewer than two people or unequal lengths
     */
    public static Arm of(double[] before, double[] after) {
        if (before.length != after.length || before.length < 2) {
            throw new IllegalArgumentException("an arm needs two or more people with a score before and after; got "
                    + before.length + " before and " + after.length + " after");
        }
        return new Arm(before.clone(), after.clone());
    }

    public int size() {
        return before.length;
    }

    public double before(int i) {
        return before[i];
    }

    public double after(int i) {
        return after[i];
    }

    public double[] before() {
        return before.clone();
    }

    public double[] after() {
        return after.clone();
    }

    /** After minus before, per person. */
    public double[] changes() {
        double[] changes = new double[before.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = after[i] - before[i];
        }
        return changes;
    }

    /** Standard deviation of the changes. */
    public double changeSd() {
        return Sample.sd(changes());
    }
}
