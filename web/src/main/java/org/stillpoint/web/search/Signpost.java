package org.stillpoint.web.search;

import java.util.EnumSet;
import java.util.Set;
import org.stillpoint.record.account.Role;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.AddressWords;
import org.stillpoint.words.AftercareWords;
import org.stillpoint.words.ApiWords;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.AuditWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.DoorRuleWords;
import org.stillpoint.words.ElsewhereWords;
import org.stillpoint.words.EmergencyWords;
import org.stillpoint.words.FeedWords;
import org.stillpoint.words.FieldWords;
import org.stillpoint.words.FollowUpWords;
import org.stillpoint.words.HabitWords;
import org.stillpoint.words.HandbookWords;
import org.stillpoint.words.HelpWords;
import org.stillpoint.words.HoldWords;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.LifeWords;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteWords;
import org.stillpoint.words.PeopleWords;
import org.stillpoint.words.RetentionWords;
import org.stillpoint.words.SafetyListWords;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.TakeOutWords;
import org.stillpoint.words.TodayWords;

/** A page that is found by its title, and who may open it. */
enum Signpost {
    TODAY(TodayWords.TITLE, "/", Roles.WHO_SEE_CLIENTS),
    CLIENTS(CommonWords.CLIENTS, "/clients", Roles.WHO_SEE_CLIENTS),
    ADD_CLIENT(ClientWords.ADD_A_CLIENT, "/clients/new", Roles.WHO_SEE_CLIENTS),
    BOOK(AppointmentWords.BOOK, "/appointments/new", Roles.WHO_SEE_CLIENTS),
    OPEN_MATTERS(MatterWords.TITLE, "/open-matters", Roles.WHO_SEE_CLIENTS),
    FOLLOW_UPS(FollowUpWords.DUE, "/follow-ups", Roles.WHO_SEE_CLIENTS),
    NOTES_TO_SIGN(NoteWords.TO_SIGN, "/notes", Roles.WHO_TREAT),
    PRACTICE(CommonWords.PRACTICE, "/practice", Roles.WHO_TREAT),
    CASES(CommonWords.CASES, "/cases", EnumSet.of(Role.SUPERVISOR)),
    HOLD(HoldWords.TITLE, "/body", Roles.ALL),
    LIFE(LifeWords.OF_OTHERS, "/life", Roles.ALL),
    FIELD(FieldWords.HEADING, "/practice/field", Roles.WHO_TREAT),
    HELP(HelpWords.TITLE, "/help-now", Roles.ALL),
    HANDBOOK(HandbookWords.TITLE, "/help", Roles.ALL),
    EMERGENCY(EmergencyWords.TITLE, "/emergency", EnumSet.of(Role.THERAPIST)),
    CONTACTS(HelpWords.CONTACTS, "/practice/contacts", EnumSet.of(Role.OWNER)),
    SETTINGS(SettingWords.TITLE, "/practice/settings", EnumSet.of(Role.OWNER)),
    ADDRESSES(AddressWords.TITLE, "/practice/addresses", Roles.WHO_SEE_CLIENTS),
    CONSENT_TEXT(SettingWords.CONSENT_TEXT, "/consent-text", Roles.ALL),
    GROUNDING(SettingWords.GROUNDING, "/practice/grounding", EnumSet.of(Role.OWNER)),
    SAFETY_LIST(SafetyListWords.TITLE, "/practice/safety-list", EnumSet.of(Role.OWNER)),
    TIMER(SettingWords.TIMER, "/practice/timer", EnumSet.of(Role.OWNER)),
    TECHNIQUES(SettingWords.TECHNIQUES, "/practice/techniques", EnumSet.of(Role.OWNER)),
    AFTERCARE(AftercareWords.SHEET, "/practice/aftercare", EnumSet.of(Role.OWNER)),
    QUESTIONNAIRES(ImportedWords.TITLE, "/practice/questionnaires", EnumSet.of(Role.OWNER)),
    MAIL(MailWords.TITLE, "/practice/mail", EnumSet.of(Role.OWNER)),
    PROGRAMS(ApiWords.PRACTICE_TITLE, "/practice/programs", EnumSet.of(Role.OWNER)),
    TAKE_OUT(TakeOutWords.TITLE, "/practice/take-out", EnumSet.of(Role.OWNER)),
    PEOPLE(PeopleWords.TITLE, "/practice/people", EnumSet.of(Role.OWNER)),
    DOOR(DoorRuleWords.TITLE, "/practice/door", EnumSet.of(Role.OWNER)),
    AUDIT(AuditWords.TITLE, "/practice/audit", EnumSet.of(Role.OWNER)),
    RETENTION(RetentionWords.TITLE, "/practice/retention", EnumSet.of(Role.OWNER)),
    ACCOUNT(AccountWords.TITLE, "/account", Roles.ALL),
    HABITS(HabitWords.TITLE, "/account/session", Roles.WHO_TREAT),
    FEED(FeedWords.TITLE, "/account/calendar", Roles.WHO_TREAT),
    ELSEWHERE(ElsewhereWords.TITLE, "/account/calendar/elsewhere", Roles.WHO_TREAT),
    TOKENS(ApiWords.TITLE, "/account/tokens", Roles.WHO_TREAT),
    NAME(AccountWords.CHANGE_NAME, "/account/name", Roles.ALL),
    CODES(AccountWords.CODES, "/account/codes", Roles.ALL),
    PASSKEYS(AccountWords.PASSKEYS, "/account/passkeys", Roles.ALL);

    private static final class Roles {
        static final Set<Role> ALL = EnumSet.allOf(Role.class);
        static final Set<Role> WHO_SEE_CLIENTS = EnumSet.of(Role.OWNER, Role.THERAPIST, Role.ASSISTANT);
        static final Set<Role> WHO_TREAT = EnumSet.of(Role.OWNER, Role.THERAPIST);
    }

    private final Message title;
    private final String address;
    private final Set<Role> roles;

    Signpost(Message title, String address, Set<Role> roles) {
        this.title = title;
        this.address = address;
        this.roles = roles;
    }

    Message title() {
        return title;
    }

    String address() {
        return address;
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }
}
