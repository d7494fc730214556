package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.util.List;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.history.History;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import org.stillpoint.record.safety.SafetyChecks;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.today.Today;
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
    private final Database database;
    private final Clients clients;
    private final History history;
    private final BodyMaps bodyMaps;
    private final Sessions sessions;
    private final ProcessNotes processNotes;
    private final CheckIns checkIns;
    private final Examinations examinations;
    private final QuestionnaireScores questionnaireScores;
    private final SafetyChecks safetyChecks;
    private final Accounts accounts;
    private final Ledger ledger;
    private final AddedStudies addedStudies;
    private final Keys keys;
    private final Clock clock;
    private final StoredAudit audit;
    private final Today today;
    private final StoredClients storedClients;
    private final WholeClients wholeClients;
    private final Filling filling;

    private Store(FolderLock lock, Database database, Keys keys, Clock clock) {
        this.lock = lock;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        storedClients = new StoredClients(database, keys);
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
        checkIns = storedCheckIns;
        examinations = storedExaminations;
        questionnaireScores = storedScores;
        safetyChecks = storedChecks;
        accounts = storedAccounts;
        ledger = new StoredLedger(database, keys, clock);
        addedStudies = new StoredStudies(database, keys);
        today = new StoredToday(database, storedClients);
        audit = new StoredAudit(database, keys);
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
        FolderLock lock = FolderLock.take(settings.folder());
        try {
            Database database = Database.open(settings);
            try {
                Keys keys = prepare(settings, database);
                database.write(transaction -> {
                    KeptDeeds.forgetOld(transaction, clock.instant());
                    return 0;
                });
                Store store = new Store(lock, database, keys, clock);
                try {
                    store.filling.run(progress);
                } catch (RuntimeException stopped) {
                    store.audit.close();
                    throw stopped;
                }
                return store;
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The master key comes before the first table: a crash in between leaves a key and no database, never the reverse. */
    private static Keys prepare(StoreSettings settings, Database database) {
        Migrations migrations = new Migrations(database);
        Aead master = MasterKey.open(settings.folder(), migrations.databaseExists());
        migrations.run();
        return Keys.open(database, master, settings.folder().resolve(MasterKey.FILE));
    }

    @Override
    public Clients clients() {
        return clients;
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
    public CheckIns checkIns() {
        return checkIns;
    }

    @Override
    public Examinations examinations() {
        return examinations;
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
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public AddedStudies addedStudies() {
        return addedStudies;
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
    public WholeClients wholeClients() {
        return wholeClients;
    }

    /** The one way in which acts and readings of the practice use the record. */
    public UnitOfWork unitOfWork(Rights rights) {
        return new StoredUnitOfWork(database, keys, audit, this, rights, clock);
    }

    /** The account of what was done and read in units of work. */
    public Audit audit() {
        return audit;
    }

    /** Waits for what is being written, writes what waits of the account, then lets go of database and folder. */
    @Override
    public void close() {
        try {
            audit.close();
        } finally {
            database.close();
            lock.close();
        }
    }
}
