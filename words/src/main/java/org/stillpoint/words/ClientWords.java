package org.stillpoint.words;

import java.time.Year;

/** A client's page, and the form for a new client. */
public enum ClientWords implements Label {
    TITLE,
    PARTS,
    STORY,
    BODY,
    NEXT,
    NOTHING_TOLD,
    BODY_WITH_STORY,
    LATEST_CHECK_IN,
    ADD_A_CLIENT,
    YEAR_OF_BIRTH,
    ADD_THE_CLIENT;

    public record StoryLine(Year first, Year last) implements Message {}
}
