package org.stillpoint.record.calendar;

import java.time.Instant;
import org.stillpoint.record.BadValue;

/**
 * A time at which a practitioner is busy with something that is not the practice's: when, and nothing of what.
 *
 * @param end after the start
 */
public record BusyTime(Instant start, Instant end) {
    public BusyTime {
        if (!end.isAfter(start)) {
            throw new BadValue("end of a busy time", end.toString(), "after " + start);
        }
    }

    /** Whether it takes up some of the time between these. */
    public boolean overlaps(Instant from, Instant until) {
        return start.isBefore(until) && from.isBefore(end);
    }
}
