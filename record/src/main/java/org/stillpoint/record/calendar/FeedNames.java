package org.stillpoint.record.calendar;

/** What a feed shows of whoever comes. A constant's name is kept. */
public enum FeedNames {
    /** That somebody comes. */
    APPOINTMENT,
    /** The first letters of their names. */
    INITIALS
}
