package org.stillpoint.chart;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Days along an axis: every first, second, seventh or fourteenth, or the first of each month, of every third, of each year. */
final class DayTicks {

    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

    /** Longest month. */
    private static final int DAYS_IN_MONTH = 31;

    /**
     * A day to label.
     *
     * @param at days since the axis' day 0
     */
    record Day(double at, String label) {}

    private DayTicks() {}

    /**
     * At most {@code most + 1} days between two.
     *
     * @param origin the axis' day 0
     * @param most at least 3, so that one at least is found where the two lie a day apart
     */
    static List<Day> within(LocalDate origin, double low, double high, int most, Labels labels) {
        LocalDate first = origin.plusDays((long) Math.ceil(low));
        LocalDate last = origin.plusDays((long) Math.floor(high));
        double span = high - low;
        for (int days : DAYS) {
            if (span <= (double) days * most) {
                return of(origin, first, last, Period.ofDays(days), labels);
            }
        }
        int months = MONTHS[MONTHS.length - 1];
        for (int candidate : MONTHS) {
            if (span <= (double) candidate * most * DAYS_IN_MONTH) {
                months = candidate;
                break;
            }
        }
        return of(origin, evenMonth(first, months), last, Period.ofMonths(months), labels);
    }

    /** The first day of a month from the given day on whose months since the year 0 are a multiple. */
    private static LocalDate evenMonth(LocalDate day, int months) {
        LocalDate next = day.getDayOfMonth() == 1 ? day : day.plusMonths(1).withDayOfMonth(1);
        long since = next.getYear() * 12L + next.getMonthValue() - 1;
        return next.plusMonths(Math.ceilDiv(since, months) * (long) months - since);
    }

    private static List<Day> of(LocalDate origin, LocalDate first, LocalDate last, Period step, Labels labels) {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plus(step)) {
            String label = step.getMonths() == 0
                    ? labels.day(day)
                    : step.getMonths() < 12 ? labels.month(day) : labels.year(day);
            days.add(new Day(day.toEpochDay() - origin.toEpochDay(), label));
        }
        return days;
    }
}
