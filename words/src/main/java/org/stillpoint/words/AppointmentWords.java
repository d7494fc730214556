package org.stillpoint.words;

import org.stillpoint.record.appointment.Attendance;

/** When a client comes. */
public enum AppointmentWords implements Label {
    TITLE,
    NONE,
    BOOK,
    SAVE,
    MOVE,
    CANCEL,
    CANCELLED,
    DAY,
    TIME,
    MINUTES,
    PAST,
    DAY_NEEDED,
    TIME_NEEDED,
    CHANGED_MEANWHILE,
    WHO,
    WHO_HINT,
    NOBODY,
    WHO_OF_THEM,
    WEEKS,
    WEEKS_HINT,
    CAME,
    DID_NOT_COME,
    WHY_NOT,
    CHANGE,
    TO_NOTE,
    BUSY_ELSEWHERE;

    /** Whether the client came, and why not. */
    public static Message attended(Attendance noted) {
        if (noted.came()) {
            return CAME;
        }
        return noted.why().isEmpty()
                ? DID_NOT_COME
                : new DidNotComeFor(noted.why().value());
    }

    record DidNotComeFor(String why) implements Message {}

    /** Said to whoever does not see it. */
    public record AttendanceOf(String day) implements Message {}

    public record BookedAt(String day, String from, String to) implements Message {}

    public record Overlaps(String names) implements Message {}

    /** Said to whoever does not see it. */
    public record MoveOf(String day) implements Message {}

    public record CancelOf(String day) implements Message {}

    public record ZoneOf(String zone) implements Message {}
}
