package org.stillpoint.practice.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * One time of another calendar, as it was just read. What it is called is shown, and never kept.
 *
 * @param event hash of what the event is known by there
 * @param instance hash of which one of a series it is
 * @param cancelled whether it was called off
 * @param busy whether it takes up time
 * @param wholeDay whether no time of day is meant
 */
public record SeenTime(
        String event,
        String instance,
        Instant start,
        Duration length,
        boolean cancelled,
        boolean busy,
        boolean wholeDay,
        String summary) {

    public Instant end() {
        return start.plus(length);
    }
}
