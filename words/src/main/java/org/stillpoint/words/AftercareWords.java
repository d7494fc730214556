package org.stillpoint.words;

import java.util.List;

/** What a client takes home after a session. */
public enum AftercareWords implements Label {
    TITLE,
    SHEET,
    HINT,
    SOURCE,
    WHO_TO_RING,
    NOBODY_TO_RING,
    WHAT_COMES_NEXT,
    NO_APPOINTMENT,
    PDF_SMALL,
    PDF_LARGE,
    WRITE,
    REACTIONS,
    REST,
    MEMORIES,
    TREATMENT,
    WORSE,
    AT_ONCE,
    IN_DANGER;

    /** When they are asked how they are. */
    public record AskedBetween(String from, String until) implements Message {}

    public record NextTime(Message when) implements Message {}

    public record Number(String who, String number) implements Message {}

    /** What clients are told as long as the practice has written nothing else: a paragraph each. */
    public static List<Message> text() {
        return List.of(REACTIONS, REST, MEMORIES, TREATMENT, WORSE, AT_ONCE, IN_DANGER);
    }
}
