package org.stillpoint.practice.access;

import java.util.Set;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.work.Act;

/** How far each role reaches with each act. A new act stands in no row, and then this does not compile. */
enum Reach {
    /** Not at all. */
    NEVER,
    /** Acts that concern the practice or oneself, or any client there is. */
    ALWAYS,
    /** For clients whom one treats or was let in to. */
    LET_IN,
    /** For clients whom one treats. */
    TREATS,
    /** For cases that were handed to one. */
    SUPERVISES,
    /** For what one wrote oneself, of clients whom one treats or was let in to by somebody; never in an emergency, and nobody else's. */
    AUTHOR;

    static Reach ofRole(Role role, Act act) {
        ReachOfAll row = of(act);
        return switch (role) {
            case OWNER -> row.owner();
            case THERAPIST -> row.therapist();
            case ASSISTANT -> row.assistant();
            case SUPERVISOR -> row.supervisor();
        };
    }

    /** Whoever came by a link, with what the link is for; {@link #LET_IN} is to themselves. */
    static Reach ofLink(LinkPurpose purpose, Act act) {
        return of(act).links().contains(purpose) ? LET_IN : NEVER;
    }

    /**
     * How far one act reaches.
     *
     * @param owner who runs the practice, and sees to everybody
     * @param therapist who treats clients: their own, and those they were let in to
     * @param assistant who sits at the front desk: who comes, and the hand-over of the check-in; nothing of what was told, felt or done
     * @param supervisor the cases that were handed to them
     * @param links what links are for that open it
     */
    private record ReachOfAll(Reach owner, Reach therapist, Reach assistant, Reach supervisor, Set<LinkPurpose> links) {
        ReachOfAll orLink(LinkPurpose... purposes) {
            return new ReachOfAll(owner, therapist, assistant, supervisor, Set.of(purposes));
        }
    }

    private static ReachOfAll roles(Reach owner, Reach therapist, Reach assistant, Reach supervisor) {
        return new ReachOfAll(owner, therapist, assistant, supervisor, Set.of());
    }

    /** In the order of the roles: owner, therapist, assistant, supervisor. */
    private static ReachOfAll of(Act act) {
        return switch (act) {
            case CHANGE_PASSWORD,
                    CHANGE_NAME,
                    CHANGE_OWN_LANGUAGE,
                    SET_SECOND_STEP,
                    END_SECOND_STEP,
                    RENEW_RECOVERY_CODES,
                    ADD_PASSKEY,
                    REMOVE_PASSKEY,
                    END_SIGN_INS,
                    SIGN_IN,
                    SEE_CONTACTS,
                    SEE_SETTINGS -> roles(ALWAYS, ALWAYS, ALWAYS, ALWAYS);
            case ADD_CLIENT, SEE_TODAY, FIND_CLIENTS, ADD_ADDRESS, CHANGE_ADDRESS, SEE_ADDRESSES ->
                roles(ALWAYS, ALWAYS, ALWAYS, NEVER);
            case ACKNOWLEDGE_EMERGENCY,
                    ADD_STUDY,
                    REMOVE_STUDY,
                    FIND_SESSION,
                    CHANGE_SESSION_HABITS,
                    MAKE_CALENDAR_FEED,
                    CHANGE_CALENDAR_FEED,
                    TAKE_CALENDAR_FEED_BACK,
                    SEE_CALENDAR_FEED,
                    TAKE_CALENDAR,
                    SEE_CALENDAR,
                    MAKE_API_TOKEN,
                    END_API_GRANT,
                    SEE_API_GRANTS,
                    FIND_BY_API,
                    SEE_NOTES_TO_SIGN,
                    SEE_PRACTICE,
                    SEE_FIELD -> roles(ALWAYS, ALWAYS, NEVER, NEVER);
            case HAND_OVER_CLIENT,
                    SHARE_CLIENT,
                    END_SHARE,
                    HAND_TO_SUPERVISOR,
                    END_SUPERVISION,
                    SEE_CARE,
                    TAKE_OUT_CLIENT,
                    ARCHIVE_CLIENT,
                    BRING_CLIENT_BACK -> roles(ALWAYS, TREATS, NEVER, NEVER);
            case CHANGE_CLIENT,
                    CHANGE_CLIENT_CONTACT,
                    CHANGE_MAIL_WISHES,
                    SEE_CLIENT,
                    BOOK_APPOINTMENT,
                    MOVE_APPOINTMENT,
                    CANCEL_APPOINTMENT,
                    NOTE_ATTENDANCE,
                    ANSWER_ABSENCE,
                    SEE_REQUESTS,
                    SEE_APPOINTMENTS -> roles(ALWAYS, LET_IN, ALWAYS, NEVER);
            case CHECK_IN -> roles(ALWAYS, LET_IN, ALWAYS, NEVER).orLink(LinkPurpose.CHECK_IN);
            case MAKE_LINK,
                    MAIL_LINK,
                    TAKE_LINK_BACK,
                    TELL_EVENT,
                    CHANGE_EVENT,
                    CORROBORATE_EVENT,
                    REMOVE_EVENT,
                    MARK_PAIN,
                    CHANGE_CHECK_IN,
                    REMOVE_CHECK_IN,
                    FOLLOW_UP,
                    ANSWER_REQUEST,
                    NOTE_ASKED_AFTER,
                    TAKE_CHECK_INS,
                    TAKE_BODY_MAPS,
                    CHECK_SAFETY,
                    BEGIN_INTAKE,
                    COMPLETE_INTAKE,
                    CHANGE_SAFETY_CHECK,
                    REMOVE_SAFETY_CHECK,
                    KEEP_PLAN,
                    START_SESSION,
                    TAP,
                    TAKE_OVER_SESSION,
                    AMEND_MARK,
                    ANNOTATE_MARK,
                    WRITE_NOTE,
                    SIGN_NOTE,
                    AMEND_NOTE,
                    STRIKE_OUT_NOTE,
                    COPY_NOTE,
                    SEE_NOTE,
                    END_SESSION,
                    GO_ON_WITH_SESSION,
                    VOID_SESSION,
                    PALPATE,
                    SEAL_FORECAST,
                    DRAW_LOT,
                    SCORE_QUESTIONNAIRE,
                    REMOVE_SCORE,
                    ASK_QUESTIONNAIRE,
                    TAKE_BACK_QUESTIONNAIRE,
                    PLAN_QUESTIONNAIRES,
                    CHANGE_BACKGROUND,
                    CHANGE_CARERS,
                    SEE_BACKGROUND,
                    SEE_SESSIONS,
                    SEE_CORRECTIONS,
                    SEE_LINKS,
                    SEE_STORY,
                    SEE_PREPARATION,
                    SEE_PLAN,
                    SEE_EVENT,
                    SEE_SESSION,
                    SEE_ASKED_AFTER,
                    SEE_FORECAST,
                    SEE_OUTCOME,
                    SEE_QUESTIONNAIRES,
                    SEE_TRACE,
                    SEE_LIFE,
                    EXPORT_CLIENT,
                    READ_BY_API -> roles(ALWAYS, LET_IN, NEVER, NEVER);
            case SAVE_INTAKE_STEP, ANSWER_INTAKE_STEP, SEE_INTAKE, CHANGE_TOUCH_MAP, SEE_TOUCH_MAP ->
                roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.INTAKE);
            case ANSWER_QUESTIONNAIRE, HAND_IN_QUESTIONNAIRE, SEE_ASKED_QUESTIONNAIRES ->
                roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.QUESTIONNAIRE);
            case SEE_PAIN -> roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.CHECK_IN);
            case SIGN_CONSENT -> roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.CONSENT, LinkPurpose.INTAKE);
            case SEE_CONSENT ->
                roles(ALWAYS, LET_IN, NEVER, NEVER)
                        .orLink(LinkPurpose.CONSENT, LinkPurpose.INTAKE, LinkPurpose.OWN_VIEW);
            case SIGN_AREAS -> roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.CONSENT);
            case WITHDRAW_CONSENT ->
                roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.CONSENT, LinkPurpose.OWN_VIEW);
            case COPY_CLIENT -> roles(ALWAYS, LET_IN, NEVER, NEVER).orLink(LinkPurpose.OWN_COPY, LinkPurpose.OWN_VIEW);
            case ASK_PRACTICE, SEE_OWN_VIEW -> roles(NEVER, NEVER, NEVER, NEVER).orLink(LinkPurpose.OWN_VIEW);
            case SAY_CANNOT_COME, SEE_OWN_APPOINTMENT ->
                roles(NEVER, NEVER, NEVER, NEVER).orLink(LinkPurpose.APPOINTMENT);
            case USE_LINK -> roles(NEVER, NEVER, NEVER, NEVER).orLink(LinkPurpose.OWN_COPY);
            case INVITE,
                    WITHDRAW_INVITATION,
                    CHANGE_ROLE,
                    END_ACCOUNT,
                    ERASE_CLIENT,
                    HOLD_CLIENT,
                    LIFT_HOLD,
                    SET_RETENTION,
                    TAKE_OUT_PRACTICE,
                    CONTRIBUTE_TO_STUDY,
                    SUMMARISE_FOR_STUDY,
                    SETTLE_CLOCK,
                    CHANGE_CONTACTS,
                    CHANGE_PROFILE,
                    CHANGE_CONSENT_TEXT,
                    CHANGE_GROUNDING_STEPS,
                    CHANGE_SAFETY_LIST,
                    CHANGE_AFTERCARE_TEXT,
                    CHANGE_TECHNIQUES,
                    CHANGE_SESSION_TIMER,
                    CHANGE_MAIL_SETTING,
                    TEST_MAIL,
                    SEE_MAIL_SETTING,
                    SET_DOOR_RULE,
                    SEE_DOOR_RULE,
                    SEE_PEOPLE,
                    SEE_RETENTION,
                    SEE_AUDIT,
                    VERIFY_RECORD,
                    OPEN_API,
                    IMPORT_QUESTIONNAIRE,
                    OFFER_IMPORTED_QUESTIONNAIRE,
                    SEE_IMPORTED_QUESTIONNAIRES,
                    REGISTER_API_PROGRAM -> roles(ALWAYS, NEVER, NEVER, NEVER);
            case WRITE_OWN_NOTE,
                    CHANGE_OWN_NOTE,
                    SEE_OWN_NOTES,
                    SEE_PROCESS_NOTES,
                    RELEASE_PROCESS_NOTE,
                    TAKE_BACK_PROCESS_NOTE -> roles(AUTHOR, AUTHOR, NEVER, NEVER);
            case FIND_IN_EMERGENCY, OPEN_IN_EMERGENCY -> roles(NEVER, ALWAYS, NEVER, NEVER);
            case SEE_CASES -> roles(NEVER, NEVER, NEVER, ALWAYS);
            case SEE_CASE -> roles(NEVER, NEVER, NEVER, SUPERVISES);
            case MAKE_OWNER,
                    ACCEPT_INVITATION,
                    RESET_PASSWORD,
                    OPEN_LINK,
                    SWITCH_OFF_MAIL,
                    PLAN_REMINDER,
                    TAKE_MAIL,
                    PUT_OFF_MAIL,
                    HAND_OVER_MAIL,
                    GIVE_UP_MAIL,
                    SEE_OUTBOX,
                    FIND_MAIL,
                    OFFER_QUESTIONNAIRES,
                    MEND_OWN_CHECK_IN,
                    SEE_OWN_CHECK_IN,
                    RESOLVE_FORECASTS,
                    SEE_INVITATION,
                    FIND_LINK,
                    FIND_CALENDAR_FEED,
                    FIND_API_GRANT -> roles(NEVER, NEVER, NEVER, NEVER);
        };
    }
}
