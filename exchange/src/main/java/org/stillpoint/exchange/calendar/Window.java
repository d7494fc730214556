package org.stillpoint.exchange.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From when until when a calendar is asked.
 *
 * @param until what starts then is not meant any more
 * @param reader by whose clock days and floating times are
 */
public record Window(Instant from, Instant until, ZoneId reader) {

    /** Whole days, the last not among them. */
    public static Window ofDays(LocalDate from, LocalDate until, ZoneId reader) {
        return new Window(
                from.atStartOfDay(reader).toInstant(),
                until.atStartOfDay(reader).toInstant(),
                reader);
    }
}
