package org.stillpoint.words;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stillpoint.record.note.NotePart;

/** The note of a session: the sentences that are drafted from the record, and the page on which it is signed. */
public enum NoteWords implements Label {
    TITLE,
    SUBJECTIVE,
    OBJECTIVE,
    ASSESSMENT,
    PLAN,
    DRAFTED_HINT,
    NOTHING_DRAFTED,
    OWN_WORDS,
    HOME_CARE,
    CHANGED,
    LEFT_OUT,
    AS_DRAFTED,
    CHECK_IN_SOURCE,
    MAP_SOURCE,
    HANDS_SOURCE,
    APPOINTMENT_SOURCE,
    SESSION_SOURCE,
    SAVE,
    SAVED,
    STALE,
    STALE_HINT,
    SEE_KEPT,
    KEEP_MINE,
    MARKS_CHANGED,
    SIGN_TITLE,
    SIGN,
    PASSWORD,
    PASSWORD_OR_CODE,
    WHO_AGAIN,
    WITH_PASSKEY,
    SECOND_SIGNS,
    SECOND_SIGNS_HINT,
    LOCKS_HINT,
    TO_SIGN,
    NONE_TO_SIGN,
    ALL_TO_SIGN,
    MOST_SHOWN,
    SIGNED_TITLE,
    SIGNED_EARLIER,
    AMENDMENTS,
    AMEND,
    AMEND_TEXT,
    AMEND_WHY,
    AMEND_NEEDED,
    WHY_NEEDED,
    WRONG,
    STRIKE_TITLE,
    STRIKE_HINT,
    STRIKE_WHY,
    STRIKE_TO,
    STRIKE_TO_HINT,
    STRIKE,
    NOBODY_FOUND,
    CHOOSE_ONE,
    STRUCK_OUT,
    TO_COPY,
    WRITE_NEW,
    PDF,
    NOT_SIGNED,
    AFTER_SIGNING,
    AFTER_SIGNING_HINT,
    MOVED_HERE,
    BACK_TO_SESSION;

    /** @param day on which it was held, and from when until when */
    public record Held(Instant day, String from, String until, Duration length) implements Message {}

    /** What the client said before the session. */
    public record Asked(String day, List<Message> answers) implements Message {}

    public record PainAt(String day, List<Message> places) implements Message {}

    /** What was marked at a place, each with its minute. */
    public record AtPlace(Message place, List<Message> marks) implements Message {}

    public record AtMinute(Message what, String minute) implements Message {}

    public record FeltAt(Message place, Message felt) implements Message {}

    public record Whole(List<Message> marks) implements Message {}

    /** Something that is said elsewhere, as a sentence. */
    public record Stated(Message what) implements Message {}

    public record LetGoAt(Message place, Message share, String minute) implements Message {}

    public record NothingLetGoAt(Message place, String minute) implements Message {}

    public record ClientJudged(Message place, Message felt, String minute) implements Message {}

    /**
     * How far it let go, by each of the two.
     *
     * @param share as the therapist judged
     * @param felt as the client judged
     */
    public record BothJudged(Message place, Message share, Message felt, boolean agree) implements Message {}

    /** @param name of the account */
    public record SignedBy(String name, Message when) implements Message {}

    public record SignedWithoutLocking(String name, Message when) implements Message {}

    public record AmendedBy(String name, Message when) implements Message {}

    public record StruckBy(String name, Message when) implements Message {}

    public record Reason(String why) implements Message {}

    public record Hash(String hash) implements Message {}

    public record MovedBy(String name, Message when) implements Message {}

    /** @param name of the client */
    public record SignFor(String name) implements Message {}

    public record SentenceOf(Message part) implements Message {}

    public record WordsOf(Message part) implements Message {}

    public record HeldOn(String day) implements Message {}

    /** What a part is called. */
    public static NoteWords of(NotePart part) {
        return switch (part) {
            case SUBJECTIVE -> SUBJECTIVE;
            case OBJECTIVE -> OBJECTIVE;
            case ASSESSMENT -> ASSESSMENT;
            case PLAN -> PLAN;
        };
    }
}
