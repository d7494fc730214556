package org.stillpoint.record.contract;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
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
import org.stillpoint.record.client.Client;
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
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.NoteReleases;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.record.slip.Corrections;
import org.stillpoint.record.today.Today;
import org.stillpoint.record.touch.TouchMaps;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.record.work.WholeClient;
import org.stillpoint.record.work.WholeClients;

/**
 * The record of a practice in memory, for the tests of acts: the same ports, the same refusals, no database. One transaction after
 * the other.
 */
public final class RecordsInMemory implements Records {
    private final Memory memory = new Memory();
    private final ClientsInMemory clients = new ClientsInMemory(memory);
    private final UnitOfWorkInMemory.Done done = new UnitOfWorkInMemory.Done(memory, clients);
    private final BodyMapsInMemory bodyMaps = new BodyMapsInMemory(memory, clients);
    private final CheckInsInMemory checkIns = new CheckInsInMemory(memory, clients);
    private final TouchMapsInMemory touchMaps = new TouchMapsInMemory(memory, clients);
    private final ConsentsInMemory consents = new ConsentsInMemory(memory, clients);
    private final ExaminationsInMemory examinations = new ExaminationsInMemory(memory, clients);
    private final SafetyChecksInMemory safetyChecks = new SafetyChecksInMemory(memory, clients);
    private final RedFlagsInMemory redFlags = new RedFlagsInMemory(memory, clients);
    private final IntakesInMemory intakes = new IntakesInMemory(memory, clients);
    private final HistoryInMemory history = new HistoryInMemory(memory, clients);
    private final QuestionnaireScoresInMemory questionnaireScores = new QuestionnaireScoresInMemory(memory, clients);
    private final FilledQuestionnairesInMemory filledQuestionnaires = new FilledQuestionnairesInMemory(memory, clients);
    private final QuestionnairePlansInMemory questionnairePlans = new QuestionnairePlansInMemory(memory, clients);
    private final ImportedQuestionnairesInMemory importedQuestionnaires = new ImportedQuestionnairesInMemory(memory);
    private final AccountsInMemory accounts = new AccountsInMemory(memory);
    private final CareInMemory care;
    private final EmergenciesInMemory emergencies;
    private final PrivateLinksInMemory privateLinks;
    private final OutboxInMemory outbox;
    private final SupervisionsInMemory supervisions;
    private final InvitationsInMemory invitations = new InvitationsInMemory(memory);
    private final AddedStudiesInMemory addedStudies = new AddedStudiesInMemory(memory);
    private final ContactsInMemory contacts = new ContactsInMemory(memory);
    private final SettingsInMemory settings = new SettingsInMemory(memory, accounts);
    private final AboutClientsInMemory aboutClients = new AboutClientsInMemory(memory, clients);
    private final AddressBookInMemory addressBook = new AddressBookInMemory(memory);
    private final SessionsInMemory sessions;
    private final OwnNotesInMemory ownNotes;
    private final SessionPlansInMemory sessionPlans;
    private final AskedAftersInMemory askedAfters;
    private final NoteReleasesInMemory noteReleases;
    private final SessionNotesInMemory sessionNotes;
    private final AppointmentsInMemory appointments;
    private final ClientRequestsInMemory clientRequests;
    private final LedgerInMemory ledger;
    private final CorrectionsInMemory corrections = new CorrectionsInMemory(memory, clients);
    private final RetentionInMemory retention = new RetentionInMemory(memory, clients);
    private final HabitsInMemory habits;
    private final CalendarFeedsInMemory calendarFeeds;
    private final ApiGrantsInMemory apiGrants;
    private final CalendarsElsewhereInMemory calendarsElsewhere;
    private final KeepingInMemory keeping;
    private final Clock clock;

    public RecordsInMemory(Clock clock) {
        this.clock = clock;
        this.care = new CareInMemory(memory, clients, accounts, clock);
        this.appointments = new AppointmentsInMemory(memory, clients, care);
        this.clientRequests = new ClientRequestsInMemory(memory, clients, care);
        this.emergencies = new EmergenciesInMemory(memory, clients, care);
        this.supervisions = new SupervisionsInMemory(memory, clients, clock);
        this.privateLinks = new PrivateLinksInMemory(memory, clients, clock);
        this.outbox = new OutboxInMemory(memory, clients, care);
        this.sessions = new SessionsInMemory(memory, clients, this, clock);
        this.ownNotes = new OwnNotesInMemory(memory, clients, sessions);
        this.sessionPlans = new SessionPlansInMemory(memory, clients, sessions);
        this.askedAfters = new AskedAftersInMemory(memory, clients, sessions);
        this.noteReleases = new NoteReleasesInMemory(memory, clients, sessions);
        this.sessionNotes = new SessionNotesInMemory(memory, clients, sessions, care);
        this.habits = new HabitsInMemory(memory, accounts);
        this.apiGrants = new ApiGrantsInMemory(memory, accounts, clock);
        this.calendarFeeds = new CalendarFeedsInMemory(memory, accounts);
        this.calendarsElsewhere = new CalendarsElsewhereInMemory(memory, accounts);
        this.keeping = new KeepingInMemory(clock);
        this.ledger = new LedgerInMemory(memory, this, keeping, clock);
    }

    public UnitOfWork unitOfWork(Rights rights) {
        return new UnitOfWorkInMemory(memory, done, this, rights, clock);
    }

    public Audit audit() {
        return done;
    }

    @Override
    public Clients clients() {
        return clients;
    }

    @Override
    public AboutClients aboutClients() {
        return aboutClients;
    }

    @Override
    public HabitsOfAccounts habits() {
        return habits;
    }

    @Override
    public ApiGrants apiGrants() {
        return apiGrants;
    }

    @Override
    public CalendarFeeds calendarFeeds() {
        return calendarFeeds;
    }

    @Override
    public CalendarsElsewhere calendarsElsewhere() {
        return calendarsElsewhere;
    }

    @Override
    public AddressBook addressBook() {
        return addressBook;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public BodyMaps bodyMaps() {
        return bodyMaps;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public ProcessNotes processNotes() {
        return sessions.notes();
    }

    @Override
    public NoteReleases noteReleases() {
        return noteReleases;
    }

    @Override
    public AskedAfters askedAfters() {
        return askedAfters;
    }

    @Override
    public SessionPlans sessionPlans() {
        return sessionPlans;
    }

    @Override
    public OwnNotes ownNotes() {
        return ownNotes;
    }

    @Override
    public SessionNotes sessionNotes() {
        return sessionNotes;
    }

    @Override
    public ClientRequests clientRequests() {
        return clientRequests;
    }

    @Override
    public Appointments appointments() {
        return appointments;
    }

    @Override
    public TouchMaps touchMaps() {
        return touchMaps;
    }

    @Override
    public Consents consents() {
        return consents;
    }

    @Override
    public CheckIns checkIns() {
        return checkIns;
    }

    @Override
    public Examinations examinations() {
        return examinations;
    }

    @Override
    public FilledQuestionnaires filledQuestionnaires() {
        return filledQuestionnaires;
    }

    @Override
    public ImportedQuestionnaires importedQuestionnaires() {
        return importedQuestionnaires;
    }

    @Override
    public QuestionnairePlans questionnairePlans() {
        return questionnairePlans;
    }

    @Override
    public QuestionnaireScores questionnaireScores() {
        return questionnaireScores;
    }

    @Override
    public SafetyChecks safetyChecks() {
        return safetyChecks;
    }

    @Override
    public RedFlags redFlags() {
        return redFlags;
    }

    @Override
    public Intakes intakes() {
        return intakes;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public SignIns signIns() {
        return accounts.signIns();
    }

    @Override
    public Care care() {
        return care;
    }

    @Override
    public Emergencies emergencies() {
        return emergencies;
    }

    @Override
    public Supervisions supervisions() {
        return supervisions;
    }

    @Override
    public PrivateLinks privateLinks() {
        return privateLinks;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public Invitations invitations() {
        return invitations;
    }

    boolean isSeen(Id<Client> client) {
        return care.isSeen(client);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Today today() {
        return new TodayInMemory(this);
    }

    @Override
    public WholeClients wholeClients() {
        return all -> memory.write(() -> {
            all.forEach(this::add);
            return all.size();
        });
    }

    private void add(WholeClient whole) {
        if (clients.find(whole.client().id()).isPresent()) {
            throw new AlreadyThere("client", whole.client().id());
        }
        clients.add(whole.client());
        whole.bodyMaps().forEach(bodyMaps::add);
        whole.safetyChecks().forEach(safetyChecks::add);
        whole.sessions().forEach(this::add);
        whole.events().forEach(history::add);
        checkIns.addAll(whole.client().id(), whole.checkIns());
    }

    private void add(Session session) {
        sessions.add(
                new OpenSession(session.id(), session.client(), session.safetyCheck(), session.startedAt(), List.of()));
        session.marks().forEach(mark -> sessions.append(session.client(), session.id(), mark, Optional.empty()));
        if (session instanceof EndedSession ended) {
            sessions.keep(ended);
        }
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    @Override
    public Corrections corrections() {
        return corrections;
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public AddedStudies addedStudies() {
        return addedStudies;
    }

    @Override
    public Contacts contacts() {
        return contacts;
    }

    @Override
    public Settings settings() {
        return settings;
    }
}
