package org.stillpoint.words;

import java.time.Instant;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.SafetyLevel;

/** The safety check. */
public enum SafetyWords implements Label {
    TITLE,
    RED_FLAG,
    RED_FLAG_HINT,
    STOP,
    STOP_HINT,
    ASK_FIRST,
    ASK_FIRST_HINT,
    NONE_TODAY,
    FLAG_STOPS_HERE,
    STOP_STOPS_HERE,
    PHYSICIAN,
    REASON,
    REASON_HINT,
    CLEARED_ON,
    CLEARED_ON_HINT,
    START,
    NO_SESSION,
    SAVE_FLAG,
    FIRST,
    ANSWER_NEEDED,
    NOT_BOTH,
    CLEARANCE_NEEDED,
    DAY_NEEDED,
    SENT_BEFORE,
    FLAG_TO_ANSWER,
    CLEARANCE_MISSING,
    ASK_AGAIN_LATER,
    ANSWERED_FOR,
    TOLD_IN_CHECK,
    TOLD_IN_CHECK_IN,
    TOLD_IN_QUESTIONNAIRE,
    TOLD_IN_INTAKE,
    RED_FLAGS_TOLD,
    WHERE_TOLD,
    WHAT_WAS_DONE,
    SO_NOW,
    SO_NOW_HINT,
    ON_WHOSE_WORD;

    public record AskAgain(String day, Message last) implements Message {}

    public record Last(Instant at) implements Message {}

    /** @param day on which it was answered with yes */
    public record YesOn(String day) implements Message {}

    /** @param found what was found, in a list */
    public record StoppedBy(String found) implements Message {}

    /** @param found what was found, in a list */
    public record FlagTold(String day, String found, Message where) implements Message {}

    /** @param found what was found, in a list */
    public record NeedsClearance(String found) implements Message {}

    /** Somebody answers for a condition that is asked first. */
    public record AgreedBy(String physician, String day) implements Message {}

    public record BecauseOf(String reason, String day) implements Message {}

    public record AgreedBecause(String physician, String reason, String day) implements Message {}

    /** As before schema 125 a day was not asked for. */
    public record BecauseOnly(String reason) implements Message {}

    public record AnsweredLine(String condition, Message word) implements Message {}

    public static Message level(SafetyLevel level) {
        return switch (level) {
            case RED_FLAG -> RED_FLAG;
            case STOP -> STOP;
            case ASK_FIRST -> ASK_FIRST;
        };
    }

    public static Message hint(SafetyLevel level) {
        return switch (level) {
            case RED_FLAG -> RED_FLAG_HINT;
            case STOP -> STOP_HINT;
            case ASK_FIRST -> ASK_FIRST_HINT;
        };
    }

    public static Message where(FlagOrigin origin) {
        return switch (origin) {
            case SAFETY_CHECK -> TOLD_IN_CHECK;
            case CHECK_IN -> TOLD_IN_CHECK_IN;
            case QUESTIONNAIRE -> TOLD_IN_QUESTIONNAIRE;
            case INTAKE -> TOLD_IN_INTAKE;
        };
    }

    /** On whose word a session was held. */
    public static Message word(Clearance clearance, Speaker speaker) {
        String physician = clearance.physician().value();
        String reason = clearance.reason().value();
        if (clearance.on().isEmpty()) {
            return new BecauseOnly(reason);
        }
        String day = speaker.shortDay(clearance.on().get());
        if (physician.isBlank()) {
            return new BecauseOf(reason, day);
        }
        return reason.isBlank() ? new AgreedBy(physician, day) : new AgreedBecause(physician, reason, day);
    }
}
