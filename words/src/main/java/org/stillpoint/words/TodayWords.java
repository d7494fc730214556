package org.stillpoint.words;

/** The page of the day. */
public enum TodayWords implements Label {
    TITLE,
    SEARCH,
    IS_WORSE,
    GO_ON,
    TO_SEAL,
    ADD,
    NOBODY_YET,
    NO_SESSION_YET,
    GOES_ON,
    REST_BY_SEARCH,
    CLOCK_IS_RIGHT,
    CANNOT_BE_READ,
    NEVER_BACKED_UP,
    HOURS,
    WEEK,
    NOBODY_COMES,
    FIRST_TIME,
    CHECK_IN_MISSING;

    /**
     * Who comes today.
     *
     * @param people of the whole day
     * @param next when the next comes
     */
    public record Comes(int people, String next) implements Message {}

    /** Who came, once nobody is to come any more. */
    public record Came(int people) implements Message {}

    public record PlanChanges(String day) implements Message {}

    public record Until(String time) implements Message {}

    public record DayAt(String day, String time) implements Message {}

    public record Prepare(String name) implements Message {}

    public record CameOrNot(String name) implements Message {}

    public record CheckInOf(String name) implements Message {}

    public record ForecastFor(String name) implements Message {}

    /**
     * What the day asks for.
     *
     * @param open sessions that go on
     * @param worse clients with something worse, said or judged, as long as nobody has written what was done
     */
    public record Now(int open, int worse) implements Message {}

    /** When a backup was last found whole, and whether that is too long ago. */
    public record LastBackup(String day, boolean old) implements Message {}

    /**
     * The record is shorter than it was.
     *
     * @param missing entries of the account that are gone, at least
     * @param last the day of the last of them
     */
    public record Shortened(int missing, String last) implements Message {}

    public record LastSession(String day) implements Message {}

    /** How many were found, and whether that is not all of them. */
    public record Found(int count, boolean more) implements Message {}

    public record ClockOdd(String last, String now) implements Message {}
}
