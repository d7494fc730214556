package org.stillpoint.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of the migrations, by name and type. A test holds them against both databases. */
final class Tables {
    static final Field<String> ID = text("id");
    static final Field<Integer> VERSION = number("version");
    static final Field<byte[]> CONTENT = bytes("content");
    static final Field<String> CLIENT_ID = text("client_id");

    static final Table<Record> INSTALLATION = table(name("installation"));
    static final Field<Integer> INSTALLATION_ID = number("id");
    static final Field<byte[]> WRAPPED_KEY = bytes("wrapped_key");
    static final Field<byte[]> WRAPPED_NAME_KEY = bytes("wrapped_name_key");

    static final Table<Record> ACCOUNT = table(name("account"));
    static final Field<Integer> IS_OWNER = number("is_owner");
    static final Field<byte[]> SIGN_IN_NAME = bytes("sign_in_name");
    static final Field<String> LANGUAGE = text("language");

    static final Table<Record> SIGN_IN = table(name("sign_in"));

    static final Field<String> TOKEN_HASH = text("token_hash");
    static final Field<String> ACCOUNT_ID = text("account_id");
    static final Field<Long> BEGAN = count("began");
    static final Field<Long> LAST_USED = count("last_used");
    static final Field<Integer> IS_LOCKED = number("is_locked");

    static final Table<Record> DOOR_BOOK = table(name("door_book"));
    static final Field<String> DOOR_NAME = text("name");
    static final Field<Integer> IS_ONCE = number("is_once");
    static final Field<Integer> TRIES = number("tries");

    static final Table<Record> PUT_BY = table(name("put_by"));

    static final Table<Record> SECOND_FACTOR = table(name("second_factor"));

    static final Table<Record> PASSKEY = table(name("passkey"));
    static final Table<Record> SESSION_HABITS = table(name("session_habits"));
    static final Table<Record> CALENDAR_ELSEWHERE = table(name("calendar_elsewhere"));
    static final Field<String> CREDENTIAL_ID = text("credential_id");

    static final Table<Record> INVITATION = table(name("invitation"));
    static final Field<String> LINK_HASH = text("link_hash");

    static final Table<Record> PRIVATE_LINK = table(name("private_link"));

    static final Table<Record> CALENDAR_FEED = table(name("calendar_feed"));

    static final Table<Record> API_GRANT = table(name("api_grant"));

    static final Table<Record> API_DOOR = table(name("api_door"));
    static final Field<Integer> API_DOOR_ID = number("id");

    static final Table<Record> LAST_BACKUP = table(name("last_backup"));
    static final Field<Integer> LAST_BACKUP_ID = number("id");
    static final Field<String> HEAD = text("head");

    static final Table<Record> ERASURE_RECEIPT = table(name("erasure_receipt"));
    static final Field<Integer> ROW_COUNT = number("row_count");
    static final Field<Long> FINISHED = count("finished");

    static final Table<Record> OUTBOX = table(name("outbox"));
    static final Field<String> MAIL_STATE = text("mail_state");
    static final Field<Long> TAKEN_UNTIL = count("taken_until");

    static final Table<Record> CARE = table(name("care"));
    static final Field<String> BOND = text("bond");
    static final Field<Long> UNTIL_AT = count("until_at");

    static final Table<Record> EMERGENCY = table(name("emergency"));
    static final Table<Record> EMERGENCY_UNTOLD = table(name("emergency_untold"));
    static final Field<String> EMERGENCY_ID = text("emergency_id");

    static final Table<Record> SUPERVISION = table(name("supervision"));

    static final Table<Record> CLIENT = table(name("client"));
    static final Field<String> THERAPIST_ID = text("therapist_id");
    static final Field<Long> CHANGED = count("changed");
    static final Field<Integer> CHECK_INS = number("check_ins");
    static final Field<Long> LAST_CHECK_IN_AT = count("last_check_in_at");
    static final Field<Long> OPEN_SINCE = count("open_since");
    static final Field<Long> UNHEARD_SINCE = count("unheard_since");
    static final Field<Long> LAST_SESSION_AT = count("last_session_at");
    static final Field<Long> SEEN_AT = count("seen_at");
    static final Field<Integer> WORSE = number("worse");
    static final Field<Integer> IS_ARCHIVED = number("is_archived");

    static final Table<Record> CLIENT_CONTACT = table(name("client_contact"));
    static final Table<Record> CLIENT_BACKGROUND = table(name("client_background"));
    static final Table<Record> CLIENT_MAIL_WISHES = table(name("client_mail_wishes"));
    static final Table<Record> ADDRESS_ENTRY = table(name("address_entry"));

    static final Table<Record> CLIENT_CHANGE = table(name("client_change"));
    static final Field<Long> CHANGE_NUMBER = count("number");

    static final Table<Record> FILL = table(name("fill"));
    static final Field<String> LAST_CLIENT_ID = text("last_client_id");
    static final Field<Integer> IS_DONE = number("is_done");

    static final Table<Record> SAFETY_CHECK = table(name("safety_check"));
    static final Table<Record> RED_FLAG = table(name("red_flag"));
    static final Table<Record> INTAKE = table(name("intake"));

    static final Table<Record> SESSION = table(name("session"));
    static final Field<String> SAFETY_CHECK_ID = text("safety_check_id");
    static final Field<Integer> IS_OPEN = number("is_open");
    static final Field<Long> STARTED = count("started");
    static final Field<Long> ENDED = count("ended");

    static final Table<Record> MARK = table(name("mark"));
    static final Field<String> SESSION_ID = text("session_id");
    static final Field<Integer> PLACE = number("place");
    static final Field<Integer> TURNS = number("turns");

    static final Table<Record> PROCESS_NOTE = table(name("process_note"));
    static final Field<String> MARK_ID = text("mark_id");

    static final Table<Record> NOTE_RELEASE = table(name("note_release"));

    static final Table<Record> OWN_NOTE = table(name("own_note"));

    static final Table<Record> ASKED_AFTER = table(name("asked_after"));

    static final Table<Record> SESSION_PLAN = table(name("session_plan"));

    static final Table<Record> SESSION_NOTE = table(name("session_note"));

    static final Table<Record> APPOINTMENT = table(name("appointment"));
    static final Field<Integer> IS_CANCELLED = number("is_cancelled");

    static final Table<Record> CLIENT_REQUEST = table(name("client_request"));

    static final Table<Record> CONSENT = table(name("consent"));

    static final Table<Record> TOUCH_MAP = table(name("touch_map"));

    static final Table<Record> TRAUMA_EVENT = table(name("trauma_event"));
    static final Field<String> LOCKED_BY = text("locked_by");

    static final Table<Record> BODY_MAP = table(name("body_map"));
    static final Table<Record> CHECK_IN = table(name("check_in"));
    static final Table<Record> EXAMINATION = table(name("examination"));

    static final Table<Record> RETENTION_RULE = table(name("retention_rule"));
    static final Field<Integer> RETENTION_RULE_ID = number("id");
    static final Table<Record> LEGAL_HOLD = table(name("legal_hold"));

    static final Table<Record> CORRECTION = table(name("correction"));

    static final Table<Record> QUESTIONNAIRE_SCORE = table(name("questionnaire_score"));

    static final Table<Record> FILLED_QUESTIONNAIRE = table(name("filled_questionnaire"));
    static final Table<Record> QUESTIONNAIRE_PLAN = table(name("questionnaire_plan"));
    static final Table<Record> IMPORTED_QUESTIONNAIRE = table(name("imported_questionnaire"));

    static final Table<Record> LEDGER = table(name("ledger"));
    static final Field<Long> LEDGER_NUMBER = count("number");
    static final Field<String> LEDGER_KIND = text("kind");
    static final Field<String> ABOUT_ID = text("about_id");
    static final Field<Long> SEALED_AT = count("sealed_at");
    static final Field<Long> FIRST_TARGET_AT = count("first_target_at");
    static final Field<String> PREVIOUS_HASH = text("previous_hash");
    static final Field<String> HASH = text("hash");
    static final Table<Record> LEDGER_HEAD = table(name("ledger_head"));
    static final Field<Integer> HEAD_ID = number("id");

    static final Table<Record> CLOCK_MARK = table(name("clock_mark"));
    static final Field<Integer> CLOCK_MARK_ID = number("id");
    static final Table<Record> CLOCK_CORRECTION = table(name("clock_correction"));

    static final Table<Record> DEED = table(name("deed"));
    static final Field<String> DEED_KEY = text("deed_key");
    static final Field<String> ACT = text("act");
    static final Field<byte[]> DIGEST = bytes("digest");
    static final Field<Long> AT = count("at");

    static final Table<Record> AUDIT = table(name("audit"));
    static final Field<Long> AUDIT_NUMBER = count("number");
    static final Field<String> ACTOR = text("actor");
    static final Field<String> OUTCOME = text("outcome");
    static final Table<Record> AUDIT_HEAD = table(name("audit_head"));

    static final Table<Record> ADDED_STUDY = table(name("added_study"));

    static final Table<Record> DOOR_RULE = table(name("door_rule"));
    static final Field<Integer> DOOR_RULE_ID = number("id");
    static final Table<Record> CONTACT_LIST = table(name("contact_list"));
    static final Field<Integer> CONTACT_LIST_ID = number("id");
    static final Table<Record> PRACTICE_SETTING = table(name("practice_setting"));
    static final Field<String> SETTING_KIND = text("kind");

    /** The tables whose rows belong to a client, in an order in which they can be emptied. */
    static final List<Table<Record>> OF_A_CLIENT = List.of(
            CARE,
            CLIENT_CONTACT,
            CLIENT_BACKGROUND,
            CLIENT_MAIL_WISHES,
            OUTBOX,
            EMERGENCY_UNTOLD,
            EMERGENCY,
            PRIVATE_LINK,
            SUPERVISION,
            TRAUMA_EVENT,
            BODY_MAP,
            CHECK_IN,
            EXAMINATION,
            QUESTIONNAIRE_SCORE,
            FILLED_QUESTIONNAIRE,
            QUESTIONNAIRE_PLAN,
            CORRECTION,
            LEGAL_HOLD,
            OWN_NOTE,
            NOTE_RELEASE,
            ASKED_AFTER,
            SESSION_PLAN,
            SESSION_NOTE,
            APPOINTMENT,
            CLIENT_REQUEST,
            CONSENT,
            TOUCH_MAP,
            RED_FLAG,
            INTAKE,
            SESSION,
            SAFETY_CHECK);

    /** Never backed up: nobody is let in, or counted as let in, by an older state; and what servers tell each other is of these servers. */
    static final List<Table<Record>> IN_NO_BACKUP = List.of(
            SIGN_IN, DOOR_BOOK, PUT_BY, PRIVATE_LINK, CALENDAR_FEED, API_GRANT, API_DOOR, LAST_BACKUP, ERASURE_RECEIPT);

    /** The tables whose rows belong to a session, in an order in which they can be emptied. */
    static final List<Table<Record>> OF_A_SESSION = List.of(PROCESS_NOTE, MARK);

    private Tables() {}

    private static Field<String> text(String column) {
        return field(name(column), SQLDataType.VARCHAR);
    }

    private static Field<Integer> number(String column) {
        return field(name(column), SQLDataType.INTEGER);
    }

    private static Field<Long> count(String column) {
        return field(name(column), SQLDataType.BIGINT);
    }

    private static Field<byte[]> bytes(String column) {
        return field(name(column), SQLDataType.BLOB);
    }
}
