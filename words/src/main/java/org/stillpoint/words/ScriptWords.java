package org.stillpoint.words;

/** What the pages' scripts say. The page brings the texts along ({@link Speaker#texts}), and the script fills them in. */
public enum ScriptWords implements Label {
    LOCKED,
    LOCK_ENDED,
    LOCK_NO_ANSWER,
    PASSKEY_NOT_SHOWN,
    PASSKEY_NOT_MADE,
    LIGHT,
    DARK,
    LIGHT_PAGES,
    DARK_PAGES,
    NO_PLACE_CHOSEN,
    TOLD,
    NOT_SAVED_YET,
    SAVING,
    CHANGE,
    CLEAR,
    NOT_ANSWERED,
    FINDING_NOT_KEPT,
    NO_TRACE,
    ALL_SAVED,
    SITE_FIRST,
    GO_ON,
    PAUSE,
    GOING_ON,
    UNDONE,
    NOT_TAKEN_OVER,
    END_WAITS;

    /** A hand's finding was kept, and the answer has another share. */
    public record ShareChanged(String place, String grade, String before, String now) implements Message {}

    public record ShareStays(String place, String grade, String now) implements Message {}

    public record NowStandsOut(String place, String grade, String now) implements Message {}

    public record NowUnknown(String place, String grade) implements Message {}

    public record StillUnknown(String place, String grade) implements Message {}

    public record PainOf(String score) implements Message {}

    public record ChangePlace(String place) implements Message {}

    public record ClearPlace(String place) implements Message {}

    public record HowMuch(String place) implements Message {}

    public record Waiting(int waiting) implements Message {}

    public record WaitingSignedOut(int waiting) implements Message {}

    public record WaitingNoConnection(int waiting) implements Message {}

    public record NotKept(String problem) implements Message {}

    public record MarkAt(String mark, String site) implements Message {}

    public record MarkOf(String mark, String score) implements Message {}

    /** @param when on the clock of the device, where it has another zone than the practice */
    public record OwnTime(String when) implements Message {}

    public record MinutesOver(int minutes) implements Message {}
}
