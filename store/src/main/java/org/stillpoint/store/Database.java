package org.stillpoint.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Sight;

/** Connections to either database, and transactions on them. */
final class Database implements AutoCloseable {
    static final String SQLITE_FILE = "stillpoint.db";
    /** The class of SQL states that tell of a lost connection (ISO/IEC 9075-2). */
    private static final String CONNECTION_LOST = "08";

    /** SQLite's result codes 11 and 26 (sqlite.org/rescode.html, 2025). */
    private static final Set<Integer> DAMAGED = Set.of(11, 26);

    private static final Pattern HOSTS = Pattern.compile("^jdbc:postgresql://([^/?]*)");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])?(:\\d*)?");

    private static final int READERS = 4; // own choice, 2026: more than the cores of a practice's machine
    private static final int WRITERS = 4; // own choice, 2026: of PostgreSQL; SQLite has one
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50); // own choice, 2026
    private static final int BUSY_MILLISECONDS = 1_000; // own choice, 2026: a checkpoint takes far less

    /** Own choice, 2026: whoever waits is told within three seconds that the database does not answer. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Own choice, 2026: a page's statement takes milliseconds; what takes as long as it takes has a connection of its own. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    /** Own choice, 2026: whatever else belongs to the same page is told at once, and does not wait in its turn. */
    private static final Duration DEAF_FOR = Duration.ofSeconds(1);

    private final SQLDialect dialect;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final DSLContext writing;
    private final DSLContext reading;
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private final Optional<Checkpoints> checkpoints;
    private final Optional<PostgresHold> hold;
    private final AtomicLong deafUntil = new AtomicLong(System.nanoTime());
    private final ScopedValue<Transaction> underWay = ScopedValue.newInstance();

    /**
     * A transaction on this thread, which everything that reads or writes meanwhile joins.
     *
     * @param changes whether it may write
     * @param sight whom lists of clients show
     * @param onceKept what happens in memory once all of it is on the disk
     * @param onceUndone what happens in memory once none of it is
     * @param answers to what {@link #once} was asked, while nothing is written
     * @param held the clients whose rows are locked by it
     */
    private record Transaction(
            DSLContext context,
            boolean changes,
            Sight sight,
            List<Runnable> onceKept,
            List<Runnable> onceUndone,
            Map<Object, Object> answers,
            Set<Id<Client>> held) {
        Transaction seeing(Sight whom) {
            return new Transaction(context, changes, whom, onceKept, onceUndone, answers, held);
        }

        Transaction unchanging() {
            return new Transaction(context, false, sight, onceKept, onceUndone, new HashMap<>(), held);
        }
    }

    private Database(SQLDialect dialect, HikariDataSource writers, HikariDataSource readers) {
        this(dialect, writers, readers, Optional.empty(), Optional.empty());
    }

    private Database(
            SQLDialect dialect,
            HikariDataSource writers,
            HikariDataSource readers,
            Optional<Checkpoints> checkpoints,
            Optional<PostgresHold> hold) {
        this.dialect = dialect;
        this.checkpoints = checkpoints;
        this.hold = hold;
        this.writers = writers;
        this.readers = readers;
        Settings settings = new Settings().withExecuteLogging(false); // values never reach a log
        this.writing = DSL.using(writers, dialect, settings);
        this.reading = DSL.using(readers, dialect, settings);
    }

    /** For one program alone. */
    static Database open(StoreSettings settings) {
        return open(settings, PostgresHold::take);
    }

    /** For one of several servers, where it is PostgreSQL: alone until it is {@link #share}d, if nobody else has it. */
    static Database join(StoreSettings settings) {
        return open(settings, PostgresHold::join);
    }

    private static Database open(StoreSettings settings, Function<HikariConfig, PostgresHold> holding) {
        return open(settings, () -> switch (settings) {
            case StoreSettings.Sqlite sqlite -> sqlite(sqlite.folder());
            case StoreSettings.Postgres postgres -> postgres(postgres, holding);
        });
    }

    /** For reading alone, beside whoever else has it open. */
    static Database beside(StoreSettings settings) {
        return open(settings, () -> {
            HikariDataSource only =
                    switch (settings) {
                        case StoreSettings.Sqlite sqlite ->
                            besidePool(sqlite.folder().resolve(SQLITE_FILE));
                        case StoreSettings.Postgres postgres -> new HikariDataSource(besideConfig(postgres));
                    };
            return new Database(
                    settings instanceof StoreSettings.Sqlite ? SQLDialect.SQLITE : SQLDialect.POSTGRES, only, only);
        });
    }

    /** What opens connections. */
    private interface Connecting {
        Database connect() throws IOException;
    }

    private static Database open(StoreSettings settings, Connecting connecting) {
        try {
            return connecting.connect();
        } catch (CannotOpen inUse) {
            throw inUse;
        } catch (RuntimeException | IOException unreachable) {
            String says =
                    switch (settings) {
                        case StoreSettings.Sqlite sqlite ->
                            "The file " + sqlite.folder().resolve(SQLITE_FILE)
                                    + " is no database, or cannot be written to because its disk is full or may only be read;"
                                    + " make room, put a good copy back or name another folder.";
                        case StoreSettings.Postgres postgres ->
                            "PostgreSQL does not let in user " + postgres.user()
                                    + "; check that it is running, and its address, user and password.";
                    };
            throw new CannotOpen(CannotOpen.Reason.DATABASE_UNREACHABLE, says, unreachable);
        }
    }

    private static Database sqlite(Path folder) throws IOException {
        Path file = folder.resolve(SQLITE_FILE);
        if (!Files.exists(file)) {
            Files.createFile(file, FolderLock.ownerOnly(file, "rw-------")); // the WAL takes over its permissions
        } else if (FolderLock.hasPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")); // a copy may have others
        }
        HikariDataSource writers = pool("writer", 1, sqliteSource(file, false), Checkpoints.NOT_BY_WHOEVER_WRITES);
        HikariDataSource readers = pool("reader", READERS, sqliteSource(file, true), "");
        HikariDataSource log = pool("log", 1, sqliteSource(file, false), Checkpoints.GIVES_WAY);
        Checkpoints checkpoints = new Checkpoints(log, folder.resolve(SQLITE_FILE + "-wal"));
        return new Database(SQLDialect.SQLITE, writers, readers, Optional.of(checkpoints), Optional.empty());
    }

    private static DataSource sqliteSource(Path file, boolean readOnly) {
        Properties pragmas = new Properties();
        pragmas.putAll(Map.of(
                SQLiteConfig.Pragma.JOURNAL_MODE.pragmaName, "WAL",
                SQLiteConfig.Pragma.SYNCHRONOUS.pragmaName, "FULL", // what is acknowledged is on the disk
                SQLiteConfig.Pragma.BUSY_TIMEOUT.pragmaName, String.valueOf(BUSY_MILLISECONDS),
                SQLiteConfig.Pragma.FOREIGN_KEYS.pragmaName, "true",
                SQLiteConfig.Pragma.SECURE_DELETE.pragmaName, "true", // what is erased is overwritten
                SQLiteConfig.Pragma.TRANSACTION_MODE.pragmaName, readOnly ? "DEFERRED" : "IMMEDIATE"));
        SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig(pragmas));
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource besidePool(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        Properties pragmas = new Properties();
        pragmas.putAll(Map.of(
                SQLiteConfig.Pragma.BUSY_TIMEOUT.pragmaName,
                String.valueOf(BUSY_MILLISECONDS),
                SQLiteConfig.Pragma.TRANSACTION_MODE.pragmaName,
                "DEFERRED"));
        SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig(pragmas));
        source.setUrl("jdbc:sqlite:" + file);
        HikariConfig config = config("beside", READERS);
        config.setDataSource(source);
        config.setConnectionInitSql("pragma query_only = true");
        return new HikariDataSource(config);
    }

    /** For what reads long: no answer is too late. */
    private static HikariConfig besideConfig(StoreSettings.Postgres settings) {
        HikariConfig beside = readers("postgres-beside", settings);
        beside.addDataSourceProperty("socketTimeout", "0");
        return beside;
    }

    private static HikariConfig readers(String name, StoreSettings.Postgres settings) {
        HikariConfig readers = config(name, READERS, settings);
        readers.setReadOnly(true);
        readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ"); // one snapshot, as on SQLite
        return readers;
    }

    private static Database postgres(StoreSettings.Postgres settings, Function<HikariConfig, PostgresHold> holding) {
        HikariConfig readers = readers("postgres-reader", settings);
        HikariConfig config = config("postgres", WRITERS, settings);
        config.setConnectionInitSql(
                "set synchronous_commit to on"); // acknowledged is on the disk, whatever the server's own setting
        HikariDataSource writers = new HikariDataSource(config);
        try {
            PostgresHold hold = holding.apply(config);
            return new Database(
                    SQLDialect.POSTGRES, writers, new HikariDataSource(readers), Optional.empty(), Optional.of(hold));
        } catch (RuntimeException failed) {
            writers.close();
            throw failed;
        }
    }

    private static HikariDataSource pool(String name, int size, DataSource source, String begin) {
        HikariConfig config = config(name, size);
        config.setDataSource(source);
        config.setConnectionInitSql(begin);
        return new HikariDataSource(config);
    }

    /** By the address as it was given: the driver's own source of connections makes one of 1,500 letters, which Flyway reads slowly. */
    private static HikariConfig config(String name, int size, StoreSettings.Postgres settings) {
        HikariConfig config = config(name, size);
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        if (!isOnThisMachine(settings.jdbcUrl())) { // what the address itself says stands
            config.addDataSourceProperty("sslmode", "verify-full");
        }
        config.addDataSourceProperty("connectTimeout", String.valueOf(PATIENCE.toSeconds()));
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true"); // a batch of rows is one statement
        return config;
    }

    /** Whether what is sent never leaves this machine. */
    static boolean isOnThisMachine(String jdbcUrl) {
        Matcher hosts = HOSTS.matcher(jdbcUrl);
        return !hosts.find()
                || Arrays.stream(hosts.group(1).split(","))
                        .allMatch(host -> LOOPBACK.matcher(host).matches());
    }

    private static HikariConfig config(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("stillpoint-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        return config;
    }

    /** For what takes as long as it takes, such as a migration: connections that wait for any answer. */
    DataSource patientSource() {
        return (DataSource) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    try {
                        Object given = method.invoke(writers, arguments);
                        if (given instanceof Connection connection && dialect == SQLDialect.POSTGRES) {
                            connection.setNetworkTimeout(Runnable::run, 0); // the pool sets it back
                        }
                        return given;
                    } catch (InvocationTargetException failed) {
                        throw Objects.requireNonNull(failed.getCause());
                    }
                });
    }

    /** Which of the two it is, as the folders of its own rules are called. */
    String name() {
        return dialect == SQLDialect.POSTGRES ? "postgres" : "sqlite";
    }

    /** The database's own type for bytes. */
    String bytesType() {
        return dialect == SQLDialect.POSTGRES ? "bytea" : "blob";
    }

    /**
     * All of the work, or none of it; when this returns, it is on the disk. Within a transaction that is under way on this thread
     * it becomes part of that one.
     */
    <T> T write(Function<DSLContext, T> work) {
        return write(Optional.empty(), work);
    }

    /**
     * The same, undone as if the database had not answered where it takes longer: its statements are not sent any more, it is not
     * committed, and on PostgreSQL none waits for longer than a second for what another transaction holds.
     */
    <T> T writeWithin(Duration limit, Function<DSLContext, T> work) {
        return write(Optional.of(limit), work);
    }

    private <T> T write(Optional<Duration> limit, Function<DSLContext, T> work) {
        if (!underWay.isBound()) {
            return begin(true, limit, work);
        }
        if (!underWay.get().changes()) {
            throw new IllegalStateException("something was to be written while reading");
        }
        return told(() -> work.apply(underWay.get().context()));
    }

    /** Reads from one snapshot: of the transaction that is under way on this thread, or of its own. */
    <T> T read(Function<DSLContext, T> work) {
        return underWay.isBound()
                ? told(() -> work.apply(underWay.get().context()))
                : begin(false, Optional.empty(), work);
    }

    /** One statement that reads, which sees one snapshot by itself: without a beginning and an end it is one answer of the database. */
    <T> T readOnce(Function<DSLContext, T> statement) {
        return underWay.isBound()
                ? told(() -> statement.apply(underWay.get().context()))
                : answered(() -> onOneConnection(false, on -> statement.apply(DSL.using(on))));
    }

    private <T> T begin(boolean changes, Optional<Duration> limit, Function<DSLContext, T> work) {
        List<Runnable> onceKept = new ArrayList<>();
        List<Runnable> onceUndone = new ArrayList<>();
        T result;
        try {
            result = answered(() -> {
                if (changes) {
                    hold.ifPresent(PostgresHold::requireHeld);
                }
                Optional<Deadline> until = limit.map(Deadline::after);
                return onOneConnection(changes, on -> {
                    Configuration within =
                            until.map(deadline -> deadline.on(on)).orElse(on);
                    return DSL.using(within).transactionResult(transaction -> {
                        Transaction begun = new Transaction(
                                transaction.dsl(),
                                changes,
                                Sight.EVERYONE,
                                onceKept,
                                onceUndone,
                                new HashMap<>(),
                                new HashSet<>());
                        T done = ScopedValue.where(underWay, begun).call(() -> work.apply(begun.context()));
                        until.ifPresent(Deadline::require);
                        return done;
                    });
                });
            });
        } catch (RuntimeException | Error failed) {
            onceUndone.forEach(Runnable::run);
            throw failed;
        }
        onceKept.forEach(Runnable::run);
        return result;
    }

    /** Asks, unless it was not answered a moment ago, and keeps in mind whether it was. */
    private <T> T answered(Supplier<T> asking) {
        requireAnswering();
        long started = System.nanoTime();
        try {
            return told(asking);
        } catch (NotKept failed) {
            if (System.nanoTime() - started >= PATIENCE.toNanos() / 2) {
                deafUntil.set(System.nanoTime() + DEAF_FOR.toNanos());
            }
            throw failed;
        }
    }

    /** A transaction is given its connection: one that asks for it and gets none asks twice more, to undo itself. */
    private <T> T onOneConnection(boolean changes, Function<Configuration, T> work) {
        try (Connection connection = (changes ? writers : readers).getConnection()) {
            return work.apply((changes ? writing : reading).configuration().derive(connection));
        } catch (SQLException failed) {
            throw new DataAccessException("no connection", failed);
        }
    }

    /** Who has just waited in vain does not wait again. */
    private void requireAnswering() {
        if (System.nanoTime() - deafUntil.get() < 0) {
            throw NotKept.unanswered();
        }
    }

    /**
     * What the readings of one page ask for again and again: answered once in each transaction that only reads, for it sees one snapshot;
     * each time while something is written.
     *
     * @param question tells it from any other, with what it depends on
     */
    @SuppressWarnings("unchecked") // one question has one kind of answer
    <T> T once(Record question, Supplier<T> answer) {
        return underWay.isBound() && !isWriting()
                ? (T) underWay.get().answers().computeIfAbsent(question, asked -> answer.get())
                : answer.get();
    }

    /** Whether a transaction is under way on this thread. */
    boolean isUnderWay() {
        return underWay.isBound();
    }

    /** Whether a transaction that writes is under way on this thread: what it reads may yet be undone. */
    boolean isWriting() {
        return underWay.isBound() && underWay.get().changes();
    }

    /** Work within the transaction under way in which nothing is written. */
    <T> T withoutWriting(Supplier<T> work) {
        return ScopedValue.where(underWay, underWay.get().unchanging()).call(work::get);
    }

    /** Work within the transaction under way in which lists show those in sight alone. */
    <T> T seeing(Sight whom, Supplier<T> work) {
        return ScopedValue.where(underWay, underWay.get().seeing(whom)).call(work::get);
    }

    /** Whom lists of clients show on this thread now: outside a unit of work, the program itself asks. */
    Sight sight() {
        return underWay.isBound() ? underWay.get().sight() : Sight.EVERYONE;
    }

    /** What is to happen in memory once the transaction under way is on the disk, and not before. */
    void onceKept(Runnable effect) {
        underWay.get().onceKept().add(effect);
    }

    /** What is to happen in memory should the transaction under way come to nothing. */
    void onceUndone(Runnable effect) {
        underWay.get().onceUndone().add(effect);
    }

    /** Whether the transaction under way has locked this client's row. */
    boolean holds(Id<Client> client) {
        return underWay.get().held().contains(client);
    }

    /** The transaction under way has locked this client's row. */
    void hold(Id<Client> client) {
        underWay.get().held().add(client);
    }

    /** The transaction under way has erased this client: whoever looks for the row again finds none. */
    void letGo(Id<Client> client) {
        underWay.get().held().remove(client);
    }

    /** Whether no other program has the database open to write. */
    boolean isAlone() {
        return hold.map(PostgresHold::isAlone).orElse(true);
    }

    /** Lets other servers have it too. */
    void share() {
        hold.ifPresent(PostgresHold::share);
    }

    /**
     * Does something if no other server does the same at this moment.
     *
     * @return whether it was done
     */
    boolean alone(String job, Runnable work) {
        if (hold.isPresent()) {
            return hold.get().alone(job, work);
        }
        work.run();
        return true;
    }

    /** Whether rows can and must be locked one by one: PostgreSQL has many writers, SQLite one. */
    boolean locksRows() {
        return dialect == SQLDialect.POSTGRES;
    }

    /** Once the transaction under way is on the disk: out of the log with it. */
    void emptyLogOnceKept() {
        onceKept(() -> checkpoints.ifPresent(Checkpoints::truncateSoon));
    }

    /** What the database itself finds wrong with its pages, indexes and references; PostgreSQL is asked for nothing of the kind. */
    List<String> selfCheck() {
        if (dialect == SQLDialect.POSTGRES) {
            return List.of();
        }
        return read(transaction -> {
            List<String> found = new ArrayList<>(transaction.fetch("pragma integrity_check").stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .filter(said -> !said.equals("ok"))
                    .toList());
            transaction
                    .fetch("pragma foreign_key_check")
                    .forEach(row -> found.add(
                            "a row of " + row.get(0) + " refers to a row of " + row.get(2) + " that is missing"));
            return found;
        });
    }

    /** Whether what was overwritten is out of the files. */
    enum Swept {
        CLEAN,
        /** Somebody still reads an older state of the database. */
        BUSY
    }

    /**
     * Drives what was overwritten or deleted out of the files, as far as the program can reach them.
     *
     * @param atMost how long it is tried while others read
     */
    Swept sweep(Duration atMost) {
        if (dialect == SQLDialect.POSTGRES) {
            told(() -> DSL.using(patientSource(), dialect, writing.settings()).execute("vacuum full client"));
            return Swept.CLEAN;
        }
        long until = System.nanoTime() + atMost.toNanos();
        while (!emptiesLog()) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                return Swept.BUSY;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return Swept.CLEAN;
    }

    /** The pragma answers by a row: 1 in its first column where readers stood in the way, and then much or all stays in the log. */
    private boolean emptiesLog() {
        return told(() -> writing.connectionResult(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = 100"); // others write meanwhile
                try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                    return row.next() && row.getInt(1) == 0;
                } finally {
                    statement.execute("pragma busy_timeout = " + BUSY_MILLISECONDS);
                }
            }
        }));
    }

    /** The files in which SQLite keeps its pages; PostgreSQL's are out of reach. */
    List<Path> files(Path folder) {
        return dialect == SQLDialect.POSTGRES
                ? List.of()
                : List.of(folder.resolve(SQLITE_FILE), folder.resolve(SQLITE_FILE + "-wal"));
    }

    private <T> T told(Supplier<T> work) {
        inUse.readLock().lock();
        try {
            return work.get();
        } catch (DataAccessException failed) {
            forgetBrokenConnections(failed);
            if (isDamaged(failed)) {
                throw new Unreadable("a page of the database", failed);
            }
            throw NotKept.because(failed);
        } catch (NullPointerException empty) {
            if (hasDamage()) { // a flipped bit in the head of a row empties a field that is never empty
                throw new Unreadable("a page of the database", empty);
            }
            throw empty;
        } finally {
            inUse.readLock().unlock();
        }
    }

    /** SQLite met a page that is none (SQLITE_CORRUPT, SQLITE_NOTADB): what lies on other pages can be read. */
    private boolean isDamaged(DataAccessException failed) {
        return dialect == SQLDialect.SQLITE
                && failed.getCause() instanceof SQLException said
                && DAMAGED.contains(said.getErrorCode() & 0xff);
    }

    /** Whether the database itself finds a first thing wrong, empty fields that may not be so among them; PostgreSQL is not asked. */
    private boolean hasDamage() {
        try {
            return dialect == SQLDialect.SQLITE
                    && reading.fetch("pragma quick_check(1)").stream()
                            .anyMatch(row -> !"ok".equals(String.valueOf(row.get(0))));
        } catch (DataAccessException damaged) {
            return isDamaged(damaged);
        }
    }

    /** Where one connection broke, the others of the pool most likely did too: none of them is handed out again. */
    private void forgetBrokenConnections(DataAccessException failed) {
        if (failed.sqlState().startsWith(CONNECTION_LOST)) {
            Objects.requireNonNull(writers.getHikariPoolMXBean()).softEvictConnections();
            Objects.requireNonNull(readers.getHikariPoolMXBean()).softEvictConnections();
            hold.ifPresent(PostgresHold::mayBeLost);
        }
    }

    /** Waits for the transactions under way: the pool itself would break them off. */
    @Override
    public void close() {
        checkpoints.ifPresent(Checkpoints::close);
        inUse.writeLock().lock();
        try {
            readers.close();
            writers.close();
            hold.ifPresent(PostgresHold::close);
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
