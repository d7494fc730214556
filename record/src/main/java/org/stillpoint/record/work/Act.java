package org.stillpoint.record.work;

/**
 * Everything that is done in a practice and everything that is read there, by the name under which it is allowed and
 * accounted for. A constant's name is kept in the account: it is never changed.
 */
public enum Act {
    MAKE_OWNER(ActKind.CHANGES),
    CHANGE_PASSWORD(ActKind.CHANGES),
    CHANGE_NAME(ActKind.CHANGES),
    SET_SECOND_STEP(ActKind.CHANGES),
    END_SECOND_STEP(ActKind.CHANGES),
    RENEW_RECOVERY_CODES(ActKind.CHANGES),
    ADD_PASSKEY(ActKind.CHANGES),
    REMOVE_PASSKEY(ActKind.CHANGES),
    END_SIGN_INS(ActKind.CHANGES),
    SET_DOOR_RULE(ActKind.CHANGES),
    INVITE(ActKind.CHANGES),
    WITHDRAW_INVITATION(ActKind.CHANGES),
    ACCEPT_INVITATION(ActKind.CHANGES),
    CHANGE_ROLE(ActKind.CHANGES),
    END_ACCOUNT(ActKind.CHANGES),
    RESET_PASSWORD(ActKind.CHANGES),
    ADD_CLIENT(ActKind.CHANGES),
    HAND_OVER_CLIENT(ActKind.CHANGES),
    SHARE_CLIENT(ActKind.CHANGES),
    END_SHARE(ActKind.CHANGES),
    HAND_TO_SUPERVISOR(ActKind.CHANGES),
    END_SUPERVISION(ActKind.CHANGES),
    MAKE_LINK(ActKind.CHANGES),
    TAKE_LINK_BACK(ActKind.CHANGES),
    OPEN_LINK(ActKind.CHANGES),
    USE_LINK(ActKind.CHANGES),
    FIND_IN_EMERGENCY(ActKind.CHANGES),
    OPEN_IN_EMERGENCY(ActKind.CHANGES),
    ACKNOWLEDGE_EMERGENCY(ActKind.CHANGES),
    CHANGE_CLIENT(ActKind.CHANGES),
    ERASE_CLIENT(ActKind.CHANGES),
    HOLD_CLIENT(ActKind.CHANGES),
    LIFT_HOLD(ActKind.CHANGES),
    SET_RETENTION(ActKind.CHANGES),
    TELL_EVENT(ActKind.CHANGES),
    CHANGE_EVENT(ActKind.CHANGES),
    CORROBORATE_EVENT(ActKind.CHANGES),
    REMOVE_EVENT(ActKind.CHANGES),
    MARK_PAIN(ActKind.CHANGES),
    CHECK_IN(ActKind.CHANGES),
    CHANGE_CHECK_IN(ActKind.CHANGES),
    REMOVE_CHECK_IN(ActKind.CHANGES),
    FOLLOW_UP(ActKind.CHANGES),
    TAKE_CHECK_INS(ActKind.CHANGES),
    TAKE_BODY_MAPS(ActKind.CHANGES),
    CHECK_SAFETY(ActKind.CHANGES),
    CHANGE_SAFETY_CHECK(ActKind.CHANGES),
    REMOVE_SAFETY_CHECK(ActKind.CHANGES),
    START_SESSION(ActKind.CHANGES),
    TAP(ActKind.CHANGES),
    AMEND_MARK(ActKind.CHANGES),
    END_SESSION(ActKind.CHANGES),
    GO_ON_WITH_SESSION(ActKind.CHANGES),
    VOID_SESSION(ActKind.CHANGES),
    WRITE_OWN_NOTE(ActKind.CHANGES),
    CHANGE_OWN_NOTE(ActKind.CHANGES),
    PALPATE(ActKind.CHANGES),
    BOOK_APPOINTMENT(ActKind.CHANGES),
    MOVE_APPOINTMENT(ActKind.CHANGES),
    CANCEL_APPOINTMENT(ActKind.CHANGES),
    SEAL_FORECAST(ActKind.CHANGES),
    DRAW_LOT(ActKind.CHANGES),
    SETTLE_CLOCK(ActKind.CHANGES),
    RESOLVE_FORECASTS(ActKind.CHANGES),
    SCORE_QUESTIONNAIRE(ActKind.CHANGES),
    REMOVE_SCORE(ActKind.CHANGES),
    CHANGE_CONTACTS(ActKind.CHANGES),
    ADD_STUDY(ActKind.CHANGES),
    REMOVE_STUDY(ActKind.CHANGES),

    SIGN_IN(ActKind.READS),
    SEE_INVITATION(ActKind.READS),
    SEE_PEOPLE(ActKind.READS),
    SEE_DOOR_RULE(ActKind.READS),
    SEE_TODAY(ActKind.READS),
    FIND_CLIENTS(ActKind.READS),
    SEE_CLIENT(ActKind.READS),
    COPY_CLIENT(ActKind.READS),
    SEE_RETENTION(ActKind.READS),
    SEE_CORRECTIONS(ActKind.READS),
    SEE_CARE(ActKind.READS),
    SEE_CASES(ActKind.READS),
    SEE_CASE(ActKind.READS),
    SEE_LINKS(ActKind.READS),
    FIND_LINK(ActKind.READS),
    SEE_STORY(ActKind.READS),
    SEE_EVENT(ActKind.READS),
    SEE_PAIN(ActKind.READS),
    FIND_SESSION(ActKind.READS),
    SEE_SESSION(ActKind.READS),
    SEE_PROCESS_NOTES(ActKind.READS),
    SEE_OWN_NOTES(ActKind.READS),
    SEE_APPOINTMENTS(ActKind.READS),
    SEE_FORECAST(ActKind.READS),
    SEE_OUTCOME(ActKind.READS),
    SEE_QUESTIONNAIRES(ActKind.READS),
    SEE_TRACE(ActKind.READS),
    SEE_LIFE(ActKind.READS),
    SEE_PRACTICE(ActKind.READS),
    SEE_FIELD(ActKind.READS),
    SEE_CONTACTS(ActKind.READS),
    SEE_AUDIT(ActKind.READS),
    VERIFY_RECORD(ActKind.READS);

    /** Whether an act leaves something behind. */
    public enum ActKind {
        CHANGES,
        READS
    }

    private final ActKind kind;

    Act(ActKind kind) {
        this.kind = kind;
    }

    public ActKind kind() {
        return kind;
    }
}
