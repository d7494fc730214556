package org.stillpoint.record.session;

import java.time.Duration;
import java.time.Instant;

/**
 * When a client is to be asked how it went after a session.
 *
 * @param from from then on
 * @param until until then; later it is overdue
 */
public record FollowUpTime(Instant from, Instant until) {

    /** Source: {@code procedure.md}, follow-up at 48 to 72 hours. */
    private static final Duration FROM = Duration.ofHours(48);

    private static final Duration UNTIL = Duration.ofHours(72);

    /** Source: {@code practice.md}, after a stop the follow-up moves to 24 hours; that it is due for a day is an own choice, 2026. */
    private static final Duration FROM_AFTER_A_STOP = Duration.ofHours(24);

    private static final Duration UNTIL_AFTER_A_STOP = Duration.ofHours(48);

    /** The earliest after any end, and the latest: what lies between is due by whether the session was stopped. */
    public static final Duration EARLIEST = FROM_AFTER_A_STOP;

    static FollowUpTime of(Instant end, boolean stopped) {
        return stopped
                ? new FollowUpTime(end.plus(FROM_AFTER_A_STOP), end.plus(UNTIL_AFTER_A_STOP))
                : new FollowUpTime(end.plus(FROM), end.plus(UNTIL));
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(from);
    }

    public boolean isOverdue(Instant now) {
        return now.isAfter(until);
    }
}
