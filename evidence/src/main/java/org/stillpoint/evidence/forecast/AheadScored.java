package org.stillpoint.evidence.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;

/**
 * How far what is forecast of a diary's next day and of the mean of its next week was off, at one day of it, points.
 *
 * @param day of the expected course at the next day written
 * @param week empty where fewer than four days of it are written
 */
public record AheadScored(double day, Optional<WeekErrors> week) {
    private static final int WEEK = 7;
    private static final int LEAST_DAYS = 4;

    /**
     * Of the mean of the seven days after the last one known.
     *
     * @param last of the last value
     * @param lastSeven of the mean of the last seven
     * @param course of the expected course
     * @param aggregate of {@link DiaryAhead}, which the ledger seals
     * @param held whether its 80 % interval held what came
     */
    public record WeekErrors(double last, double lastSeven, double course, double aggregate, boolean held) {}

    /**
     * At every day but the first ten.
     *
     * @param days whole numbers, ascending, each once
     * @param daily mean of each
     */
    public static List<AheadScored> of(double[] days, double[] daily) {
        List<AheadScored> scored = new ArrayList<>();
        for (int i = NextDay.LEAST_HISTORY; i < days.length; i++) {
            double[] known = Arrays.copyOf(daily, i);
            DiaryAhead ahead = DiaryAhead.of(Arrays.copyOf(days, i), known, Optional.empty());
            double off = Math.abs(daily[i] - ahead.course().at(days[i]).mean());
            scored.add(new AheadScored(off, week(days, daily, i, ahead)));
        }
        return scored;
    }

    private static Optional<WeekErrors> week(double[] days, double[] daily, int known, DiaryAhead ahead) {
        double today = days[known - 1];
        int until = known;
        while (until < days.length && days[until] <= today + WEEK) {
            until++;
        }
        if (until - known < LEAST_DAYS || days[days.length - 1] < today + WEEK) {
            return Optional.empty();
        }
        double came = mean(daily, known, until).orElseThrow();
        double[] week =
                DoubleStream.iterate(today + 1, day -> day + 1).limit(WEEK).toArray();
        Gaussian said = ahead.meanOf(week);
        ExpectedCourse course = ahead.course();
        return Optional.of(new WeekErrors(
                Math.abs(came - daily[known - 1]),
                Math.abs(came - mean(daily, known - WEEK, known).orElseThrow()),
                Math.abs(came - course.meanOf(week).mean()),
                Math.abs(came - said.mean()),
                said.covers(came)));
    }

    private static OptionalDouble mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average();
    }
}
