package org.stillpoint.app.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment in a diary: a plain day number, or a calendar date with or without a time of day.
 *
 * @param days days since any origin (plain numbers) or since 1970-01-01 (calendar)
 * @param calendar whether it was written as a date
 */
record Day(double days, boolean calendar) {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");

    /** Reads {@code 12.5}, {@code 2026-11-22}, {@code 2026-11-22T08:30} or {@code 2026-11-22 08:30:00+01:00}. */
    static Optional<Day> parse(String text) {
        String trimmed = text.strip();
        if (NUMBER.matcher(trimmed).matches()) {
            return Optional.of(new Day(Double.parseDouble(trimmed), false));
        }
        try {
            if (trimmed.length() == 10) {
                return Optional.of(new Day(LocalDate.parse(trimmed).toEpochDay(), true));
            }
            String iso = trimmed.replace(' ', 'T');
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            LocalDateTime time = offset ? OffsetDateTime.parse(iso).toLocalDateTime() : LocalDateTime.parse(iso);
            double inDay = time.toLocalTime().toNanoOfDay() / 1e9 / SECONDS_PER_DAY;
            return Optional.of(new Day(time.toLocalDate().toEpochDay() + inDay, true));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String kind() {
        return calendar ? "a date" : "a day number";
    }
}
