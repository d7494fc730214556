package org.stillpoint.record.work;

/**
 * Everything that is done in a practice and everything that is read there, by the name under which it is allowed and
 * accounted for. A constant's name is kept in the account: it is never changed.
 */
public enum Act {
    MAKE_OWNER(Kind.CHANGES),
    ADD_CLIENT(Kind.CHANGES),
    CHANGE_CLIENT(Kind.CHANGES),
    ERASE_CLIENT(Kind.CHANGES),
    TELL_EVENT(Kind.CHANGES),
    CHANGE_EVENT(Kind.CHANGES),
    CORROBORATE_EVENT(Kind.CHANGES),
    REMOVE_EVENT(Kind.CHANGES),
    MARK_PAIN(Kind.CHANGES),
    CHECK_IN(Kind.CHANGES),
    CHECK_SAFETY(Kind.CHANGES),
    START_SESSION(Kind.CHANGES),
    TAP(Kind.CHANGES),
    END_SESSION(Kind.CHANGES),
    PALPATE(Kind.CHANGES),
    SEAL_FORECAST(Kind.CHANGES),
    DRAW_LOT(Kind.CHANGES),
    RESOLVE_FORECASTS(Kind.CHANGES),
    SCORE_QUESTIONNAIRE(Kind.CHANGES),
    REMOVE_SCORE(Kind.CHANGES),
    ADD_STUDY(Kind.CHANGES),
    REMOVE_STUDY(Kind.CHANGES),

    SEE_TODAY(Kind.READS),
    FIND_CLIENTS(Kind.READS),
    SEE_CLIENT(Kind.READS),
    SEE_EVENT(Kind.READS),
    SEE_PAIN(Kind.READS),
    SEE_SESSION(Kind.READS),
    SEE_PROCESS_NOTES(Kind.READS),
    SEE_FORECAST(Kind.READS),
    SEE_OUTCOME(Kind.READS),
    SEE_QUESTIONNAIRES(Kind.READS),
    SEE_TRACE(Kind.READS),
    SEE_LIFE(Kind.READS),
    SEE_PRACTICE(Kind.READS),
    SEE_FIELD(Kind.READS),
    VERIFY_RECORD(Kind.READS);

    /** Whether an act leaves something behind. */
    public enum Kind {
        CHANGES,
        READS
    }

    private final Kind kind;

    Act(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
