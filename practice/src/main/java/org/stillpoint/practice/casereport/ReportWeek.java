package org.stillpoint.practice.casereport;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something was, without its date: counted from the day of the first session.
 *
 * @param number 1 for the seven days that begin with that day, then one more each; below 0 for the weeks before, -1 the last of them
 */
public record ReportWeek(int number) implements Comparable<ReportWeek> {
    private static final int DAYS = 7;

    /** @param first the day of the first session */
    public static ReportWeek of(LocalDate first, LocalDate day) {
        long days = ChronoUnit.DAYS.between(first, day);
        long whole = Math.floorDiv(days, DAYS);
        return new ReportWeek((int) (whole < 0 ? whole : whole + 1));
    }

    public boolean isBefore() {
        return number < 0;
    }

    @Override
    public int compareTo(ReportWeek other) {
        return Integer.compare(number, other.number);
    }
}
