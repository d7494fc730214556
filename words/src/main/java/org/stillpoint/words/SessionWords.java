package org.stillpoint.words;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.record.session.AfterStop;

/** The live session, and the session once it has ended. */
public enum SessionWords implements Label {
    TITLE,
    DIALOGUE,
    REFERRAL,
    PLACE,
    BODY_TO_PICK,
    SITE,
    PICK_OR_SEARCH,
    SITES_FROM_TRACE,
    OPEN_SITES,
    MARKS,
    SETTLED,
    SITE_ENGAGED,
    STILLPOINT,
    SIGNIFICANCE_STOP,
    SIGNS,
    MEMORY_SURFACED,
    OWN_WORDS,
    OWN_WORDS_OR_EMPTY,
    SPEAK,
    MEMORY_CLIENT,
    MEMORY_THERAPIST,
    IMAGE_CLIENT,
    IMAGE_THERAPIST,
    EMOTION_CLIENT,
    EMOTION_THERAPIST,
    MORE_MARKS,
    TECHNIQUE,
    NO_TECHNIQUE,
    TECHNIQUE_STILL_POINT,
    TECHNIQUE_TISSUE,
    TECHNIQUE_DIRECTION,
    TECHNIQUE_POSITION,
    TECHNIQUE_MOUTH,
    POSITION,
    POSITION_HOW,
    RELEASE_BY_CLIENT,
    RELEASE_BY_CLIENT_HINT,
    NOTHING,
    RELEASE_AT_SITE,
    A_LITTLE,
    HALF,
    MOST,
    ALL_OF_IT,
    AWARENESS_AND_DISTRESS,
    AWARENESS,
    DISTRESS,
    STOP,
    PAUSE,
    UNDO,
    SIGN_IN_AGAIN,
    END,
    MARKS_SO_FAR,
    NOTHING_MARKED,
    WHAT_WAS_MARKED,
    MINUTE,
    MARK,
    PROCESS_NOTES,
    NOTES_APART,
    SHOW_NOTES,
    BODY_WITH_SITES,
    GO_ON_WITH,
    VOID_TITLE,
    VOID_HINT,
    VOID_WHY,
    VOID,
    STARTED,
    ENDED,
    STOPPED,
    STOPPED_HINT,
    STEP_STOP,
    STEP_EYES,
    STEP_BODY,
    STEP_SENSES,
    ASK_ORIENTATED,
    ASK_BREATHING,
    ASK_SAFE_TO_TRAVEL,
    ASK_SOMEONE_TO_CALL,
    ANSWER_YES,
    ANSWER_NO,
    STAY_TOGETHER,
    STEP_DISTRESS,
    NEXT_STEP,
    GO_ON_AFTER_STOP,
    SOMETHING_WRONG,
    GROUNDED,
    HELP_IS_CALLED,
    END_AFTER_STOP,
    BEFORE_END,
    BEFORE_END_HINT,
    GO_ON_FROM_END,
    SIGNS_TO_STOP,
    WATCHING,
    TAKEN_FROM_HERE,
    TAKE_OVER,
    NOT_TAKEN_IN,
    NOT_TAKEN_IN_HINT,
    PUT_AWAY;

    /** Between two of the four shares that the session's page offers, the nearer one. */
    private static final double A_LITTLE_UP_TO = 0.375;

    private static final double HALF_UP_TO = 0.625;
    private static final double MOST_UP_TO = 0.875;

    /** What is said and asked after a stop, before what is always asked, as long as the practice has written nothing else. */
    public static List<String> grounding(Speaker speaker) {
        return Stream.of(STEP_STOP, STEP_EYES, STEP_BODY, STEP_SENSES)
                .map(speaker::say)
                .toList();
    }

    /** What is always asked after a stop, once the steps were gone through. */
    public static SessionWords question(AfterStop what) {
        return switch (what) {
            case ORIENTATED -> ASK_ORIENTATED;
            case BREATHING -> ASK_BREATHING;
            case SAFE_TO_TRAVEL -> ASK_SAFE_TO_TRAVEL;
            case SOMEONE_TO_CALL -> ASK_SOMEONE_TO_CALL;
        };
    }

    /** What hands may do at a place, as long as the practice has written nothing else. */
    public static List<String> techniques(Speaker speaker) {
        return Stream.of(
                        TECHNIQUE_STILL_POINT,
                        TECHNIQUE_TISSUE,
                        TECHNIQUE_DIRECTION,
                        TECHNIQUE_POSITION,
                        TECHNIQUE_MOUTH)
                .map(speaker::say)
                .toList();
    }

    /** What the session's page calls a share that let go, as long as anything did. */
    public static Message released(double extent) {
        if (extent <= A_LITTLE_UP_TO) {
            return A_LITTLE;
        }
        if (extent <= HALF_UP_TO) {
            return HALF;
        }
        return extent <= MOST_UP_TO ? MOST : ALL_OF_IT;
    }

    /** @param name of whom alone they are open for */
    public record NotesKept(String name) implements Message {}

    public record With(String name) implements Message {}

    /** The way back to a session, and when it began. */
    public record GoesOnWith(String name, String time) implements Message {}

    public record Lasted(String day, String length) implements Message {}
}
