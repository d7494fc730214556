package org.stillpoint.evidence.joint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;

/**
 * How a practice tells what it found.
 *
 * @param cell the fewest people of whom a number is told
 * @param better which direction is better
 * @param decimals to which numbers are rounded: from a mean to its last digit, whole answers of few people could be found out by trying
 * @param responderShare somebody is better by this share of their mean before, above 0
 * @param worseBy somebody is worse by this many points, above 0
 */
public record TellingRule(SmallestCell cell, Better better, int decimals, double responderShare, double worseBy) {

    /** A step is at most this part of the scale; own choice, 2026: far below any standard error of a practice. */
    private static final double STEPS = 10_000;

    /** The digits that a measure's scale asks for. */
    public static TellingRule of(SmallestCell cell, Measure measure, double responderShare, double worseBy) {
        double step = (measure.high() - measure.low()) / STEPS;
        return new TellingRule(
                cell, measure.better(), Math.max(0, (int) Math.ceil(-Math.log10(step))), responderShare, worseBy);
    }

    double rounded(double number) {
        return BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
