package org.stillpoint.words;

import org.stillpoint.record.calendar.FeedNames;

/** The address at which a practitioner's own calendar reads when clients come. */
public enum FeedWords implements Label {
    TITLE,
    LEAD,
    WHOEVER_HAS_IT,
    MAKE,
    MAKE_ANOTHER,
    ANOTHER_MEANS,
    SHOWS,
    SHOWS_APPOINTMENT,
    SHOWS_INITIALS,
    ADDRESS,
    COPY,
    COPIED,
    NONE,
    TAKEN_BACK,
    /** What an appointment is called where nobody is named. */
    APPOINTMENT;

    /** What a feed of this setting shows. */
    public static FeedWords shown(FeedNames names) {
        return switch (names) {
            case APPOINTMENT -> SHOWS_APPOINTMENT;
            case INITIALS -> SHOWS_INITIALS;
        };
    }
}
