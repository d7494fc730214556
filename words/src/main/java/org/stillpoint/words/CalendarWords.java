package org.stillpoint.words;

/** What is said of calendars of others. */
public enum CalendarWords implements Label {
    // What cannot be read: the rest of a sentence that starts with the file
    NO_SUCH_FILE,
    TOO_LARGE,
    NO_CALENDAR,
    TOO_MANY_EVENTS,

    // What is doubtful of an event, or was left out
    DAY_WITH_CLOCK,
    UNKNOWN_ZONE,
    UNREADABLE_TIME,
    UNREADABLE_RULE,
    LOOSE_RULE,
    NO_START,
    ENDS_BEFORE_START,
    SKIPPED_HOUR,
    REPEATS_TOO_OFTEN,
    NEVER_AGAIN,
    TOO_MANY_OCCURRENCES
}
