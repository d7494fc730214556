package org.stillpoint.record.work;

import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.HabitsOfAccounts;
import org.stillpoint.record.account.Invitations;
import org.stillpoint.record.address.AddressBook;
import org.stillpoint.record.api.ApiGrants;
import org.stillpoint.record.appointment.Appointments;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.calendar.CalendarFeeds;
import org.stillpoint.record.calendar.CalendarsElsewhere;
import org.stillpoint.record.care.Care;
import org.stillpoint.record.care.Emergencies;
import org.stillpoint.record.care.Supervisions;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.AboutClients;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.consent.Consents;
import org.stillpoint.record.contact.Contacts;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.followup.AskedAfters;
import org.stillpoint.record.history.History;
import org.stillpoint.record.intake.Intakes;
import org.stillpoint.record.keeping.Keeping;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.link.PrivateLinks;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.mail.Outbox;
import org.stillpoint.record.note.OwnNotes;
import org.stillpoint.record.note.SessionNotes;
import org.stillpoint.record.plan.SessionPlans;
import org.stillpoint.record.questionnaire.FilledQuestionnaires;
import org.stillpoint.record.questionnaire.ImportedQuestionnaires;
import org.stillpoint.record.questionnaire.QuestionnairePlans;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.request.ClientRequests;
import org.stillpoint.record.retention.Retention;
import org.stillpoint.record.safety.RedFlags;
import org.stillpoint.record.safety.SafetyChecks;
import org.stillpoint.record.session.NoteReleases;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.slip.Corrections;
import org.stillpoint.record.today.Today;
import org.stillpoint.record.touch.TouchMaps;

/** The whole record of one practice, as one unit of work sees it. */
public interface Records {
    Clients clients();

    AboutClients aboutClients();

    AddressBook addressBook();

    HabitsOfAccounts habits();

    History history();

    BodyMaps bodyMaps();

    Sessions sessions();

    ProcessNotes processNotes();

    NoteReleases noteReleases();

    OwnNotes ownNotes();

    SessionNotes sessionNotes();

    AskedAfters askedAfters();

    Appointments appointments();

    CalendarFeeds calendarFeeds();

    CalendarsElsewhere calendarsElsewhere();

    ApiGrants apiGrants();

    SessionPlans sessionPlans();

    ClientRequests clientRequests();

    Consents consents();

    TouchMaps touchMaps();

    CheckIns checkIns();

    Examinations examinations();

    QuestionnaireScores questionnaireScores();

    FilledQuestionnaires filledQuestionnaires();

    QuestionnairePlans questionnairePlans();

    ImportedQuestionnaires importedQuestionnaires();

    SafetyChecks safetyChecks();

    RedFlags redFlags();

    Intakes intakes();

    Accounts accounts();

    SignIns signIns();

    Invitations invitations();

    Care care();

    Emergencies emergencies();

    Supervisions supervisions();

    PrivateLinks privateLinks();

    Outbox outbox();

    Ledger ledger();

    AddedStudies addedStudies();

    Contacts contacts();

    Settings settings();

    Today today();

    WholeClients wholeClients();

    Keeping keeping();

    Corrections corrections();

    Retention retention();
}
