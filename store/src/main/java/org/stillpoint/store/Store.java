package org.stillpoint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
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
import org.stillpoint.record.session.NoteReleases;
import org.stillpoint.record.session.ProcessNotes;
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
import org.stillpoint.record.work.WholeClients;

/**
 * The record, kept. Every repository may be used from several threads. What a method has written when it returns is on
 * the disk; if it throws, nothing of it is. A failing database is told as {@link NotKept}, a damaged ciphertext as
 * {@link Unreadable}.
 */
public final class Store implements Records, AutoCloseable {
    private final FolderLock lock;
    private final Path folder;
    private final Database database;
    private final Clients clients;
    private final History history;
    private final BodyMaps bodyMaps;
    private final Sessions sessions;
    private final ProcessNotes processNotes;
    private final NoteReleases noteReleases;
    private final Consents consents;
    private final TouchMaps touchMaps;
    private final CheckIns checkIns;
    private final Examinations examinations;
    private final QuestionnaireScores questionnaireScores;
    private final FilledQuestionnaires filledQuestionnaires;
    private final QuestionnairePlans questionnairePlans;
    private final ImportedQuestionnaires importedQuestionnaires;
    private final SafetyChecks safetyChecks;
    private final RedFlags redFlags;
    private final Intakes intakes;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Care care;
    private final Emergencies emergencies;
    private final PrivateLinks privateLinks;
    private final Outbox outbox;
    private final Supervisions supervisions;
    private final Invitations invitations;
    private final OwnNotes ownNotes;
    private final SessionPlans sessionPlans;
    private final AskedAfters askedAfters;
    private final SessionNotes sessionNotes;
    private final Appointments appointments;
    private final ClientRequests clientRequests;
    private final Ledger ledger;
    private final AddedStudies addedStudies;
    private final Contacts contacts;
    private final Settings settings;
    private final AboutClients aboutClients;
    private final AddressBook addressBook;
    private final HabitsOfAccounts habits;
    private final CalendarFeeds calendarFeeds;
    private final ApiGrants apiGrants;
    private final CalendarsElsewhere calendarsElsewhere;
    private final Keys keys;
    private final Clock clock;
    private final StoredAudit audit;
    private final Today today;
    private final StoredClients storedClients;
    private final WholeClients wholeClients;
    private final Filling filling;
    private final Corrections corrections;
    private final Retention retention;
    private final StoredKeeping keeping;
    private final HighWater highWater;
    private final Erasures erasures;
    private final OtherServers others;

    private Store(FolderLock lock, Path folder, Database database, Keys keys, Clock clock) {
        this.lock = lock;
        this.folder = folder;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        erasures = new Erasures(folder, database, clock);
        ClockMark clockMark = new ClockMark(database, keys, clock);
        keeping = new StoredKeeping(folder, erasures, clockMark);
        highWater = new HighWater(folder, keys);
        StoredCare storedCare = new StoredCare(database, keys, clock);
        care = storedCare;
        invitations = new StoredInvitations(database, keys);
        emergencies = new StoredEmergencies(database, keys, storedCare, keeping);
        supervisions = new StoredSupervisions(database, keys, keeping, clock);
        privateLinks = new StoredPrivateLinks(database, keys, clock);
        outbox = new StoredOutbox(database, keys, storedCare, keeping);
        storedClients = new StoredClients(database, keys, storedCare, keeping, erasures);
        StoredHistory storedHistory = new StoredHistory(database, keys);
        StoredBodyMaps storedBodyMaps = new StoredBodyMaps(database, keys);
        StoredSessions storedSessions = new StoredSessions(database, keys);
        StoredCheckIns storedCheckIns = new StoredCheckIns(database, keys);
        StoredExaminations storedExaminations = new StoredExaminations(database, keys);
        StoredQuestionnaireScores storedScores = new StoredQuestionnaireScores(database, keys);
        StoredSafetyChecks storedChecks = new StoredSafetyChecks(database, keys);
        StoredAccounts storedAccounts = new StoredAccounts(database, keys);
        filling = new Filling(
                database,
                storedAccounts,
                storedClients,
                List.of(
                        storedHistory::bind,
                        storedBodyMaps::bind,
                        storedSessions::bind,
                        storedCheckIns::bind,
                        storedExaminations::bind,
                        storedScores::bind,
                        storedChecks::bind));
        wholeClients = new StoredWholeClients(
                database, storedClients, storedBodyMaps, storedChecks, storedHistory, storedCheckIns);
        clients = storedClients;
        history = storedHistory;
        bodyMaps = storedBodyMaps;
        sessions = storedSessions;
        processNotes = new StoredProcessNotes(database, keys);
        noteReleases = new StoredNoteReleases(database, keys);
        ownNotes = new StoredOwnNotes(database, keys);
        sessionPlans = new StoredSessionPlans(database, keys);
        askedAfters = new StoredAskedAfters(database, keys);
        sessionNotes = new StoredSessionNotes(database, keys, storedCare, keeping);
        appointments = new StoredAppointments(database, keys, storedCare, keeping);
        clientRequests = new StoredClientRequests(database, keys, storedCare, keeping);
        consents = new StoredConsents(database, keys);
        touchMaps = new StoredTouchMaps(database, keys);
        checkIns = storedCheckIns;
        examinations = storedExaminations;
        questionnaireScores = storedScores;
        filledQuestionnaires = new StoredFilledQuestionnaires(database, keys);
        questionnairePlans = new StoredQuestionnairePlans(database, keys);
        importedQuestionnaires = new StoredImportedQuestionnaires(database, keys);
        safetyChecks = storedChecks;
        redFlags = new StoredRedFlags(database, keys);
        intakes = new StoredIntakes(database, keys);
        accounts = storedAccounts;
        signIns = new StoredSignIns(database, keys);
        ledger = new StoredLedger(database, keys, clock, keeping, clockMark);
        addedStudies = new StoredStudies(database, keys);
        contacts = new StoredContacts(database, keys);
        settings = new StoredSettings(database, keys);
        aboutClients = new StoredAboutClients(database, keys);
        addressBook = new StoredAddressBook(database, keys);
        habits = new StoredHabits(database, keys);
        calendarFeeds = new StoredCalendarFeeds(database, keys);
        apiGrants = new StoredApiGrants(database, keys, clock);
        calendarsElsewhere = new StoredCalendarsElsewhere(database, keys);
        corrections = new StoredCorrections(database, keys);
        retention = new StoredRetention(database, keys);
        today = new StoredToday(database, storedClients, storedCare, keeping);
        audit = new StoredAudit(database, keys, highWater, clock);
        others = new OtherServers(database, keeping, erased -> {
            erased.forEach(storedClients::forgetInMemory);
            erasures.noteElsewhere(erased);
        });
    }

    /**
     * Opens the record, by the system's clock. See {@link #open(StoreSettings, Clock)}.
     *
     * @throws CannotOpen if it cannot be opened; the message says what to do
     */
    public static Store open(StoreSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    /**
     * Opens the record: makes folder, master key and database at the very first start, and brings an older database up
     * to this program.
     *
     * @param clock tells when sessions start and end and when marks are recorded
     * @throws CannotOpen if it cannot be opened; the message says what to do
     */
    public static Store open(StoreSettings settings, Clock clock) {
        return open(settings, clock, Progress.UNSEEN);
    }

    /**
     * The same, with whoever is told how far it has come where an older database takes time to be brought up to this program.
     *
     * @throws CannotOpen if it cannot be opened; the message says what to do
     */
    public static Store open(StoreSettings settings, Clock clock, Progress progress) {
        return open(settings, clock, progress, false);
    }

    /**
     * The same.
     *
     * @param orNew whether a master key that has opened a record before may start an empty one; else that is refused, as the database
     *     is then missing
     * @throws CannotOpen if it cannot be opened; the message says what to do
     */
    public static Store open(StoreSettings settings, Clock clock, Progress progress, boolean orNew) {
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            Database database = Database.join(settings);
            try {
                return usable(settings, () -> {
                    Keys keys = prepare(settings, database, orNew);
                    database.write(transaction -> {
                        KeptDeeds.forgetOld(transaction, clock.instant());
                        return StoredClients.writeNothingNew(transaction);
                    });
                    Store store = filled(new Store(lock, settings.folder(), database, keys, clock), progress);
                    database.share();
                    store.others.watch();
                    return store;
                });
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Tells in a sentence what the first reading and writing meet: a full disk, one that is read-only, a damaged page. */
    private static <T> T usable(StoreSettings settings, Supplier<T> opening) {
        try {
            return opening.get();
        } catch (NotKept | Unreadable | FlywayException | DataAccessException failed) {
            throw new CannotOpen(
                    CannotOpen.Reason.DATABASE_UNUSABLE,
                    "The record in " + settings.folder()
                            + " cannot be used: its disk is full, it may only be read, or it was damaged. Make room or allow"
                            + " writing and start again, or put a backup back with \"stillpoint restore\".",
                    failed);
        }
    }

    private static Store filled(Store store, Progress progress) {
        try {
            store.findLossNow().ifPresent(loss -> HighWater.note(store.folder, loss));
            store.erasures.finishLeft();
            store.filling.run(progress);
            return store;
        } catch (RuntimeException stopped) {
            store.others.close();
            store.erasures.close();
            store.audit.close();
            throw stopped;
        }
    }

    /**
     * Opens the record for reading alone, beside a program that has it open, or none. Whatever writes is refused by the database.
     *
     * @throws CannotOpen if there is none, it does not open, or it is not of this program's schema
     */
    public static Store openBeside(StoreSettings settings) {
        return openBeside(settings, MasterKey.read(settings.key()));
    }

    static Store openBeside(StoreSettings settings, KeyFile.OpenedKey key) {
        Database database = Database.beside(settings);
        try {
            return usable(settings, () -> {
                Migrations migrations = new Migrations(database);
                if (!migrations.databaseExists()) {
                    throw new CannotOpen(
                            CannotOpen.Reason.DATABASE_MISSING, "No record is kept in " + settings.folder() + ".");
                }
                if (migrations.isBehind()) {
                    throw new CannotOpen(
                            CannotOpen.Reason.DATABASE_OLDER,
                            "The record in " + settings.folder()
                                    + " was written by an older Stillpoint; start it once with this one, which brings it up.");
                }
                Keys keys = Keys.openKept(
                        database, MasterKey.aead(key), settings.key().file());
                return new Store(FolderLock.none(), settings.folder(), database, keys, Clock.systemUTC());
            });
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /** A record that was just put together from a backup, in the folder that is held by this lock. */
    static Store openRestored(FolderLock lock, Path folder, Database database, KeyFile.OpenedKey key, Path keyFile) {
        return filled(
                new Store(
                        lock,
                        folder,
                        database,
                        Keys.openKept(database, MasterKey.aead(key), keyFile),
                        Clock.systemUTC()),
                Progress.UNSEEN);
    }

    /** An empty record in the folder that is held by this lock, with rows that come in the clear. */
    static Store takingIn(
            FolderLock lock, Path folder, Database database, KeyFile.OpenedKey key, TakeIn.RowsTakenOut rows)
            throws IOException {
        Keys keys = Keys.open(database, MasterKey.aead(key), folder.resolve(MasterKey.FILE));
        Store store = new Store(lock, folder, database, keys, Clock.systemUTC());
        try {
            database.write(transaction -> {
                try {
                    return RulesLifted.during(transaction, () -> {
                        rows.each(new RowsIn(transaction, keys.sealed())::put);
                        return store;
                    });
                } catch (IOException damaged) {
                    throw new UncheckedIOException(damaged);
                }
            });
            new Migrations(database).run();
        } catch (RuntimeException failed) {
            store.others.close();
            store.erasures.close();
            store.audit.close();
            if (failed instanceof UncheckedIOException damaged) {
                throw damaged.getCause();
            }
            throw failed;
        }
        return filled(store, Progress.UNSEEN);
    }

    /** The master key comes before the first table: a crash in between leaves a key and no database, never the reverse. */
    private static Keys prepare(StoreSettings settings, Database database, boolean orNew) {
        Migrations migrations = new Migrations(database);
        KeyFile.OpenedKey key = MasterKey.open(settings.key(), migrations.databaseExists(), orNew);
        if (migrations.isBehind() && !database.isAlone()) {
            throw new CannotOpen(
                    CannotOpen.Reason.DATABASE_IN_USE,
                    "The database is of an older Stillpoint, which still runs on it; end all of them before this one brings it up.");
        }
        migrations.run();
        Keys keys = Keys.open(database, MasterKey.aead(key), settings.key().file());
        MasterKey.noteOpened(settings.key(), key);
        return keys;
    }

    Database database() {
        return database;
    }

    Keys keys() {
        return keys;
    }

    /**
     * Whenever another server has changed something that is held in memory, within a second: who was erased, or nobody. On PostgreSQL; what
     * this one changes is told too.
     */
    public void whenOthersChange(Consumer<Set<Id<Client>>> told) {
        others.tell(told);
    }

    /**
     * Does something if no other server of this practice does the same at this moment.
     *
     * @param job its name
     * @return whether it was done
     */
    public boolean alone(String job, Runnable work) {
        return database.alone(job, work);
    }

    /** Notes for the other servers that a backup was found whole; for this one it is noted with the backup. */
    public void noteBackup(Backup.CheckedBackup whole) {
        if (database.locksRows()) {
            database.write(transaction -> {
                LastBackup.note(
                        transaction,
                        new LastBackup.NotedBackup(
                                whole.madeAt(), whole.checked().auditHead()));
                return whole;
            });
        }
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    /** What is missing now of what the account had; the mark is read before the database, which it never goes before. */
    Optional<Keeping.Loss> findLossNow() {
        Optional<HighWater.NotedHead> mark = highWater.read();
        return database.read(transaction -> highWater.lossIn(transaction, mark));
    }

    /**
     * Takes the record of a folder as it is, though it is shorter than it was.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static void takeAsItIs(StoreSettings settings) {
        FolderLock lock = FolderLock.take(settings.folder());
        try (lock) {
            HighWater.forget(settings.folder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Eight hexadecimal digits that tell installations apart. */
    public String tag() {
        return HexFormat.of().formatHex(keys.digest("installation")).substring(0, 8);
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
    public CalendarFeeds calendarFeeds() {
        return calendarFeeds;
    }

    @Override
    public ApiGrants apiGrants() {
        return apiGrants;
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
        return processNotes;
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
    public Consents consents() {
        return consents;
    }

    @Override
    public TouchMaps touchMaps() {
        return touchMaps;
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
    public QuestionnairePlans questionnairePlans() {
        return questionnairePlans;
    }

    @Override
    public ImportedQuestionnaires importedQuestionnaires() {
        return importedQuestionnaires;
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
        return signIns;
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

    @Override
    public Ledger ledger() {
        return ledger;
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

    /** Reads the names while nobody waits for them: a server does it when it starts. Whoever searches meanwhile waits for the rest. */
    public void readNamesAhead() {
        Thread.ofPlatform().daemon().name("stillpoint-names").start(() -> {
            try {
                storedClients.readNames();
            } catch (NotKept | Unreadable later) {
                // told to whoever searches
            }
        });
    }

    @Override
    public Today today() {
        return today;
    }

    @Override
    public Retention retention() {
        return retention;
    }

    @Override
    public Corrections corrections() {
        return corrections;
    }

    @Override
    public WholeClients wholeClients() {
        return wholeClients;
    }

    /** The one way in which acts and readings of the practice use the record. */
    public UnitOfWork unitOfWork(Rights rights) {
        return new StoredUnitOfWork(database, keys, audit, this, rights, clock);
    }

    /** What signs what this installation lets go, so that whoever has its public key knows whose it is. */
    public InstallationSignature signature() {
        return keys.signature();
    }

    /** The account of what was done and read in units of work. */
    public Audit audit() {
        return audit;
    }

    /** Waits for what is being written, writes what waits of the account, then lets go of database and folder. */
    @Override
    public void close() {
        try {
            others.close();
            erasures.close();
            audit.close();
        } finally {
            database.close();
            lock.close();
        }
    }
}
