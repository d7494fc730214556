package org.stillpoint.record.retention;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.stillpoint.record.BadValue;

/**
 * How long a client's record is kept: so many years from the last entry, and for whoever was not of age then from the day they were.
 * What the law asks for differs by place; often it is ten years from the last entry, for minors from 18.
 *
 * @param years {@value #LEAST_YEARS} to {@value #MOST_YEARS}
 * @param fullAge in years, 0 to {@value #MOST_AGE}; 0 where minors are treated as everybody else
 */
public record RetentionRule(int years, int fullAge) {
    public static final int LEAST_YEARS = 1;
    public static final int MOST_YEARS = 100;
    public static final int MOST_AGE = 30;

    /** Where nothing else was set. */
    public static final RetentionRule USUAL = new RetentionRule(10, 18);

    public RetentionRule {
        if (years < LEAST_YEARS || years > MOST_YEARS) {
            throw new BadValue("years", String.valueOf(years), LEAST_YEARS + " to " + MOST_YEARS);
        }
        if (fullAge < 0 || fullAge > MOST_AGE) {
            throw new BadValue("full age", String.valueOf(fullAge), "0 to " + MOST_AGE);
        }
    }

    /**
     * The first day on which a record is due for erasure.
     *
     * @param lastEntry day of the last entry
     * @param yearOfBirth where it was told; the birthday is taken for the last of that year, which keeps rather too long
     */
    public LocalDate dueOn(LocalDate lastEntry, OptionalInt yearOfBirth) {
        LocalDate ofAge = yearOfBirth.isPresent() ? LocalDate.of(yearOfBirth.getAsInt() + fullAge, 12, 31) : lastEntry;
        LocalDate from = fullAge > 0 && ofAge.isAfter(lastEntry) ? ofAge : lastEntry;
        return from.plusYears(years).plusDays(1);
    }
}
