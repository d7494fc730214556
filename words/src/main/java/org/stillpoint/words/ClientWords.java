package org.stillpoint.words;

import java.time.Instant;
import java.time.LocalDate;
import org.stillpoint.record.Score0To10;

/** A client's page, and the form for a new client. */
public enum ClientWords implements Label {
    TITLE,
    PARTS,
    RECORD,
    STORY,
    BODY,
    NOW,
    NEXT,
    REST,
    NOTHING_TOLD,
    BODY_WITH_STORY,
    BODY_THEN,
    STORY_IN_TIME,
    THEN_AND_NOW,
    SHOW_DAY,
    CHECK_IN_GIVEN,
    PAIN_MARKED,
    NOWHERE,
    TOLD_LANE,
    SESSIONS_LANE,
    PAIN_LANE,
    FOUND_LANE,
    RELEASED_LANE,
    LEFT_OUT,
    LATEST_CHECK_IN,
    ADD_A_CLIENT,
    YEAR_OF_BIRTH,
    ADD_THE_CLIENT,
    ADD_AND_TELL,
    NO_EVENT,
    NO_PAIN,
    NO_CHECK_IN,
    MODEL,
    HYPOTHESIS,
    START,
    NOTHING_WAITS,
    WORSE_WAITS,
    GOES_ON,
    CHECK_IN_KEPT,
    HAND_OVER_DEVICE,
    MADE_UP,
    MADE_UP_HINT,
    MADE_UP_NAME;

    /** When it was done last. */
    public record Last(String day) implements Message {}

    public record LastMarked(Instant at) implements Message {}

    public record LastCheckIn(Instant at) implements Message {}

    public record Age(int years) implements Message {}

    public record NameNeeded(int most) implements Message {}

    public record SentBefore(String name) implements Message {}

    /** @param number 1 for the first */
    public record SessionNumber(int number) implements Message {}

    /** An entry of the story, by its day. */
    public record EntryOf(String day, Message what) implements Message {}

    /** The same with what belongs to it. */
    public record EntryWith(String day, Message what, Message which) implements Message {}

    public record Today(LocalDate day) implements Message {}

    public record LetGo(Message place, Share extent) implements Message {}

    public record PainIn(Message place, Score0To10 score) implements Message {}

    /** Check-ins between two other entries, one at the least. */
    public record CheckInsBetween(int checkIns, int maps) implements Message {}

    /** Maps of the pain between two other entries, without a check-in. */
    public record MapsBetween(int maps) implements Message {}

    public record PainFromTo(Score0To10 first, Score0To10 last) implements Message {}

    /** @param words the client's own */
    public record SaidWorse(String words) implements Message {}
}
