package org.stillpoint.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.evidence.numeric.Normal;

/**
 * What is forecast of a diary from its own entries alone: its middle by the {@link Aggregate} of simple forecasters of its days, its spread by
 * the {@link ExpectedCourse}. {@code stillpoint bench forecasts} scores it on real diaries, and the ledger seals it.
 */
public final class DiaryAhead {
    private static final double NORMAL_REACH = 2 * Normal.quantile((1 + PredictiveDistribution.COVERED) / 2);

    private final double middle;
    private final ExpectedCourse course;

    private DiaryAhead(double middle, ExpectedCourse course) {
        this.middle = middle;
        this.course = course;
    }

    /**
     * @param days times of the entries, ascending, at least two; each whole number is the beginning of a day
     * @param values the measure at those times, same length
     * @param scale lowest and highest value of the measure; empty where unknown
     * @throws IllegalArgumentException if there are fewer, or not as many of each
     */
    public static DiaryAhead of(double[] days, double[] values, Optional<Setting.Scale> scale) {
        ExpectedCourse course = ExpectedCourse.of(days, values, scale);
        return new DiaryAhead(Aggregate.next(means(days, values)), course);
    }

    /** The mean of the entries of each day that has any. */
    private static double[] means(double[] days, double[] values) {
        TreeMap<Double, List<Double>> byDay = new TreeMap<>();
        for (int i = 0; i < days.length; i++) {
            byDay.computeIfAbsent(Math.floor(days[i]), day -> new ArrayList<>()).add(values[i]);
        }
        return byDay.values().stream()
                .mapToDouble(day ->
                        day.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    /** The course that its spread is taken from. */
    public ExpectedCourse course() {
        return course;
    }

    /** The mean of entries at these later times; its 80 % interval is as wide as the expected course's. */
    public Gaussian meanOf(double... later) {
        double[] ends = course.meanOf(later).interval(PredictiveDistribution.COVERED);
        return new Gaussian(middle, (ends[1] - ends[0]) / NORMAL_REACH);
    }
}
