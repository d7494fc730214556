package org.stillpoint.record.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.stillpoint.record.BadValue;

/**
 * When an event happened, as precisely as it is remembered.
 *
 * @param first the first day it may have happened
 * @param precision how much of the date is known; fixes {@link #last}
 */
public record EventDate(LocalDate first, Precision precision) {
    /** How much of a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        /** A year, give or take {@value #ABOUT_YEARS}: someone said "about twelve years ago". */
        ABOUT
    }

    public static final int ABOUT_YEARS = 1;
    private static final int EARLIEST = 1875;
    private static final int LATEST = 2200;
    private static final double DAYS_IN_YEAR = 365.2425; // mean Gregorian year

    public EventDate {
        if (first.getYear() < EARLIEST - ABOUT_YEARS || first.getYear() > LATEST) {
            throw new BadValue("year of the event", String.valueOf(first.getYear()), EARLIEST + " to " + LATEST);
        }
        first = switch (precision) {
            case DAY -> first;
            case MONTH -> first.withDayOfMonth(1);
            case YEAR, ABOUT -> first.withDayOfYear(1);
        };
    }

    public static EventDate day(LocalDate day) {
        return new EventDate(day, Precision.DAY);
    }

    public static EventDate month(YearMonth month) {
        return new EventDate(month.atDay(1), Precision.MONTH);
    }

    public static EventDate year(int year) {
        return new EventDate(Year.of(year).atDay(1), Precision.YEAR);
    }

    public static EventDate about(int year) {
        return new EventDate(Year.of(year - ABOUT_YEARS).atDay(1), Precision.ABOUT);
    }

    /**
     * What "so many years ago" means as a date: two years and more are about that year, less is a month.
     *
     * @param years 0 to 120
     * @throws BadValue if the years are out of that range
     */
    public static EventDate yearsAgo(double years, LocalDate today) {
        if (!(years >= 0 && years <= 120)) {
            throw new BadValue("years ago", String.valueOf(years), "0 to 120");
        }
        LocalDate day = today.minusDays(Math.round(years * DAYS_IN_YEAR));
        return years < 2 ? month(YearMonth.from(day)) : about(day.getYear());
    }

    /**
     * Reads {@code 2014-03-17}, {@code 2014-03}, {@code 2014} or {@code ~2014}, as {@link #toString} writes them.
     *
     * @throws BadValue if the text has none of these forms
     */
    public static EventDate parse(String text) {
        String form = text.strip();
        try {
            if (form.matches("~\\d{4}")) {
                return about(Integer.parseInt(form.substring(1)));
            }
            return switch (form.length()) {
                case 4 -> year(Integer.parseInt(form));
                case 7 -> month(YearMonth.parse(form));
                case 10 -> day(LocalDate.parse(form));
                default -> throw new BadValue("date of the event", "of " + text.length() + " characters", FORMS);
            };
        } catch (DateTimeException | NumberFormatException notADate) {
            throw new BadValue("date of the event", "of " + text.length() + " characters", FORMS, notADate);
        }
    }

    private static final String FORMS = "2014-03-17, 2014-03, 2014 or ~2014";

    /** The last day it may have happened. */
    public LocalDate last() {
        return switch (precision) {
            case DAY -> first;
            case MONTH -> first.plusMonths(1).minusDays(1);
            case YEAR -> first.plusYears(1).minusDays(1);
            case ABOUT -> first.plusYears(2L * ABOUT_YEARS + 1).minusDays(1);
        };
    }

    /** Years from the middle of what is known of the date to the given day; 0 where that lies ahead. */
    public double yearsBefore(LocalDate day) {
        double fromFirst = ChronoUnit.DAYS.between(first, day);
        double fromLast = ChronoUnit.DAYS.between(last(), day);
        return Math.max(0, (fromFirst + fromLast) / 2 / DAYS_IN_YEAR);
    }

    @Override
    public String toString() {
        return switch (precision) {
            case DAY -> first.toString();
            case MONTH -> YearMonth.from(first).toString();
            case YEAR -> String.valueOf(first.getYear());
            case ABOUT -> "~" + (first.getYear() + ABOUT_YEARS);
        };
    }
}
