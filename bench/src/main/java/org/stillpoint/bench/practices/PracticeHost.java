package org.stillpoint.bench.practices;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;

/**
 * A PostgreSQL of its own, with a filled practice and an empty one to be copied. It lets in by name alone: what is tried is what a role may
 * do, not how it proves itself.
 */
final class PracticeHost implements AutoCloseable {
    /** The practice that is copied, in a database of this name; in a shared one, a schema. */
    static final String FULL = "full_practice";

    /** One as a first start leaves it. */
    static final String EMPTY = "empty_practice";

    private static final String SUPERUSER = "postgres";

    /** Whose tables the practices to be copied are: owns nothing else, so that what is copied can be handed over. */
    private static final String MAKER = "maker";

    private static final double TICKS =
            100; // of a second: USER_HZ of Linux on every processor that we run on (proc(5), 2025)

    private static final String SOURCES = "'" + FULL + "'::regnamespace, '" + EMPTY + "'::regnamespace";

    private final EmbeddedPostgres server;
    private final Path folder;
    private final List<Id<Client>> clients;

    /**
     * @param folder for the server's data and the keys
     * @param checkIns of each client
     */
    PracticeHost(Path folder, int clients, int checkIns) throws IOException, SQLException {
        this.folder = folder;
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("max_locks_per_transaction", "1024") // a schema is made in one transaction
                .setServerConfig("max_wal_size", "4GB")
                .start();
        execute(
                SUPERUSER,
                "create role practices",
                "create role " + MAKER + " login",
                "revoke connect on database postgres, template1 from public");
        execute(SUPERUSER, "create database " + EMPTY, "create database " + FULL);
        close(EMPTY);
        close(FULL);
        fill(EMPTY, "public", 0, checkIns);
        this.clients = fill(FULL, "public", clients, checkIns);
    }

    /** Nobody but its owner connects to it. */
    private void close(String database) throws SQLException {
        execute(SUPERUSER, "revoke connect on database " + database + " from public");
    }

    private List<Id<Client>> fill(String database, String schema, int clients, int checkIns) throws SQLException {
        long started = System.nanoTime();
        execute(
                database,
                "grant connect on database " + database + " to " + MAKER,
                "grant create on schema " + schema + " to " + MAKER);
        Clock clock = Clock.system(ZoneOffset.UTC);
        String address = address(database) + "?currentSchema=" + schema;
        try (Store store = Store.open(new StoreSettings.Postgres(key(database), address, MAKER, "none"), clock)) {
            told(database + ": an empty practice made by the program", started);
            new LargePractice(
                            store.unitOfWork((actor, act, client) -> true),
                            clock,
                            LargePractice.OfEach.usual(checkIns),
                            new SpokenConsent(new Speaker(Locale.ENGLISH, ZoneOffset.UTC)))
                    .add(clients);
            told(database + ": " + clients + " clients", started);
            return store.clients().list().stream().map(Client::id).limit(1_000).toList();
        } finally {
            execute(database, "vacuum analyze");
        }
    }

    static void told(String what, long started) {
        System.err.printf(Locale.ROOT, "%s in %.2f s%n", what, (System.nanoTime() - started) / 1e9);
    }

    /** Some clients of the practice that is copied, and of each copy. */
    List<Id<Client>> clients() {
        return clients;
    }

    private Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }

    /** A folder for one copy, with the key of what it was copied from. */
    Path folder(String way, int number) throws IOException {
        Path own = folder.resolve("keys").resolve(way + number);
        if (!Files.exists(own)) {
            Files.createDirectories(own);
            try (Stream<Path> files = Files.list(key(FULL))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, own.resolve(file.getFileName()));
                }
            }
        }
        return own;
    }

    String address(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(address(database), SUPERUSER, "none");
    }

    /** Each of them by itself. */
    void execute(String database, String... commands) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    /** The numbers in the one column that is asked for. */
    List<Long> numbers(String database, String question) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return Stream.iterate(next(rows), found -> found >= 0, found -> next(rows))
                    .toList();
        }
    }

    private static long next(ResultSet rows) {
        try {
            return rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The roles of practices from this number to that one; a role that is there stays. */
    void addRoles(int from, int to) throws SQLException {
        execute(SUPERUSER, """
                do $$ begin
                    for n in %d .. %d loop
                        if to_regrole('p' || lpad(n::text, 5, '0')) is null then
                            execute format('create role p%%s login in role practices', lpad(n::text, 5, '0'));
                        end if;
                    end loop;
                end $$""".formatted(from, to));
    }

    /** By which a practice connects. */
    static String role(int number) {
        return String.format(Locale.ROOT, "p%05d", number);
    }

    /** A database for many practices, with both practices to be copied as schemas of their names, and {@code copies.sql}. */
    void makeShared(String name) throws SQLException, IOException {
        execute(
                SUPERUSER,
                "create database " + name + " template " + FULL,
                "grant connect on database " + name + " to practices");
        close(name);
        execute(
                name,
                "alter schema public rename to " + FULL,
                "revoke all on schema " + FULL + " from public",
                "create schema " + EMPTY + " authorization " + MAKER);
        fill(name, EMPTY, 0, 0);
        try (InputStream copies = PracticeHost.class.getResourceAsStream("copies.sql")) {
            execute(name, new String(Objects.requireNonNull(copies).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Bytes of a shared database without the practices that were copied. */
    long bytesBesideSources(String database) throws SQLException {
        return numbers(database, """
                select pg_database_size(current_database()) - sum(pg_total_relation_size(oid))
                  from pg_class where relkind = 'r' and relnamespace in (%s)""".formatted(SOURCES)).getFirst();
    }

    /** Rows of {@code pg_class} of a shared database without those of the practices that were copied. */
    long catalogRowsBesideSources(String database) throws SQLException {
        return numbers(database, """
                with own as (select oid, reltoastrelid as beside from pg_class where relkind = 'r' and relnamespace in (%s)),
                     each as (select oid from own union select beside from own where beside <> 0)
                select count(*) - (select count(*) from each)
                       - (select count(*) from pg_index where indrelid in (select oid from each)) from pg_class""".formatted(SOURCES)).getFirst();
    }

    /**
     * The share of one processor that the server's helpers took which came and went meanwhile: autovacuum's, which look at one database
     * after the other.
     */
    double helpers(Duration meanwhile) throws IOException, InterruptedException {
        long before = ofEnded();
        Thread.sleep(meanwhile);
        return (ofEnded() - before) / TICKS / (meanwhile.toMillis() / 1e3);
    }

    /** What ended children of the server have taken so far, in ticks, as Linux counts it (proc(5): cutime, cstime). */
    private long ofEnded() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"))
                .getFirst();
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        List<String> fields = List.of(stat.substring(stat.indexOf(") ") + 2).split(" ", 20));
        return Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
