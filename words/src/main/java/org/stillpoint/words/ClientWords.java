package org.stillpoint.words;

import java.time.Instant;
import java.time.Year;

/** A client's page, and the form for a new client. */
public enum ClientWords implements Label {
    TITLE,
    PARTS,
    RECORD,
    STORY,
    LIST,
    BODY,
    NEXT,
    NOTHING_TOLD,
    BODY_WITH_STORY,
    LATEST_CHECK_IN,
    ADD_A_CLIENT,
    YEAR_OF_BIRTH,
    ADD_THE_CLIENT,
    NO_EVENT,
    NO_PAIN,
    NO_CHECK_IN,
    PAIN_FIRST,
    WORTH_FEELING,
    LIFE_PLAYER,
    SCORES,
    BEFORE_SESSION,
    START,
    GOES_ON,
    CHECK_IN_KEPT,
    HAND_OVER_DEVICE,
    MADE_UP,
    MADE_UP_HINT,
    MADE_UP_NAME;

    public record StoryLine(Year first, Year last) implements Message {}

    public record LastMarked(Instant at) implements Message {}

    public record LastCheckIn(Instant at) implements Message {}

    public record Age(int years) implements Message {}

    public record NameNeeded(int most) implements Message {}

    public record SentBefore(String name) implements Message {}
}
