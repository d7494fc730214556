package org.stillpoint.record;

/** A rule of the procedure forbids what was asked. */
public final class Refused extends RecordException {

    /** The rules. */
    public enum Rule {
        HISTORY_IS_LOCKED,
        NOT_TOLD_BEFORE,
        NOT_SURFACED_YET,
        ONLY_SURFACED_IS_CORROBORATED,
        ADDED_UNCORROBORATED,
        SESSION_IS_OPEN,
        SESSION_HAS_ENDED,
        SESSION_HAS_MARKS,
        SESSION_IS_STOPPED,
        ANOTHER_DEVICE_HOLDS,
        CONSENT_IS_MISSING,
        CONSENT_HAS_RUN_OUT,
        CONSENT_IS_WITHDRAWN,
        CONSENT_TEXT_HAS_CHANGED,
        NEEDS_A_GUARDIAN,
        CHEST_WALL_IS_NOT_SIGNED,
        BREAST_IS_NOT_SIGNED,
        INNER_THIGH_IS_NOT_SIGNED,
        PELVIC_FLOOR_IS_NOT_SIGNED,
        GLUTEAL_IS_NOT_SIGNED,
        MOUTH_IS_NOT_SIGNED,
        TOUCH_IS_NEVER,
        TOUCH_IS_ASKED_FIRST,
        TOUCH_IS_NOT_FOR_TODAY,
        NOT_GROUNDED,
        SAFETY_CHECK_IS_ANOTHERS,
        SAFETY_CHECK_IS_OLD,
        SAFETY_CHECK_IS_USED,
        SAFETY_CHECK_STOPS,
        RED_FLAG_FOUND,
        RED_FLAG_IS_OPEN,
        STOP_HOLDS,
        RED_FLAG_STAYS,
        LEVEL_STAYS,
        CONDITION_STAYS,
        INTAKE_IS_OPEN,
        INTAKE_IS_COMPLETED,
        INTAKE_LACKS_ANSWERS,
        INTAKE_STEP_IS_REVIEWED,
        QUESTIONNAIRE_IS_HANDED_IN,
        QUESTIONNAIRE_IS_ANSWERED,
        NOTHING_IS_ANSWERED,
        NOTHING_TO_ASK,
        MUCH_IS_ASKED,
        NOTHING_TO_UNDO,
        TOO_LATE_TO_UNDO,
        NO_PAIN_IS_MARKED,
        PAIN_WAS_MARKED_SINCE,
        FORECAST_IS_SEALED,
        TOO_FEW_TO_FORECAST,
        OWNER_EXISTS,
        OWNER_STAYS,
        TREATS_NOBODY,
        HAS_CLIENTS,
        SUPERVISES_NOBODY,
        TARGET_HAS_COME,
        LOT_IS_DRAWN,
        CLOCK_WENT_BACK,
        CLOCK_IN_DOUBT,
        CLIENT_IS_HELD,
        CLIENT_IS_ARCHIVED,
        MATTER_IS_OPEN,
        APPOINTMENT_STANDS,
        NO_PASSKEY,
        NO_SECOND_STEP,
        NO_SUCH_HOUR,
        APPOINTMENT_IS_CANCELLED,
        APPOINTMENT_IS_TO_COME,
        SECOND_STEP_DEMANDED,
        NOT_LICENSED_FOR_PSYCHOTHERAPY,
        PLAN_IS_KEPT,
        NOTE_IS_SIGNED,
        NOTE_IS_NOT_SIGNED,
        NOTE_IS_STRUCK_OUT,
        NOTHING_TO_SIGN,
        NO_MAIL_WANTED
    }

    private final Rule rule;
    private final Id<?> id;

    /**
     * @param rule the rule that forbids it
     * @param id the record it was asked of
     */
    public Refused(Rule rule, Id<?> id) {
        super("refused for %s: %s".formatted(id, rule));
        this.rule = rule;
        this.id = id;
    }

    public Rule rule() {
        return rule;
    }

    public Id<?> id() {
        return id;
    }
}
