package org.stillpoint.words;

import java.time.LocalDate;
import java.time.Year;
import org.stillpoint.record.history.EventDate;

/** How dates and spans of time are said. */
public enum Dates implements Label {
    RECENTLY;

    record About(Year year) implements Message {}

    record YearsAgo(long years) implements Message {}

    record MonthsAgo(long months) implements Message {}

    record Minutes(long minutes) implements Message {}

    /** How long ago, in the unit that people would use. */
    public static Message ago(EventDate date, LocalDate today) {
        double years = date.yearsBefore(today);
        if (years >= 1.75) {
            return new YearsAgo(Math.round(years));
        }
        long months = Math.round(years * 12);
        return months >= 2 ? new MonthsAgo(months) : RECENTLY;
    }
}
