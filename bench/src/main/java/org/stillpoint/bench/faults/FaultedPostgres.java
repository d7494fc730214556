package org.stillpoint.bench.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL on this machine whose processes can be killed, stopped, frozen and started again. */
final class FaultedPostgres implements AutoCloseable {
    private final Optional<EmbeddedPostgres> own;
    private final String url;
    private final String user;
    private final String password;
    private final Path data;
    private final List<String> program;

    private FaultedPostgres(Optional<EmbeddedPostgres> own, String url, String user, String password)
            throws IOException, SQLException {
        this.own = own;
        this.url = url;
        this.user = user;
        this.password = password;
        this.data = Path.of(ask("show data_directory"));
        this.program = List.of(Files.readString(Path.of("/proc", String.valueOf(postmaster()), "cmdline"))
                .split("\0"));
    }

    /** One of its own, with everything forced to the disk. */
    static FaultedPostgres start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new FaultedPostgres(
                Optional.of(server), server.getJdbcUrl("postgres", "postgres"), "postgres", "any password");
    }

    /** One that runs; its data folder must be readable by whoever runs this. */
    static FaultedPostgres at(String url, String user, String password) throws IOException, SQLException {
        return new FaultedPostgres(Optional.empty(), url, user, password);
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** SIGKILL to one process that serves somebody; the server then ends the others and restarts itself. */
    void killBackend() throws IOException, InterruptedException, SQLException {
        awaitAnswer();
        for (long backend : backends()) {
            ProcessHandle.of(backend).ifPresent(ProcessHandle::destroyForcibly);
            return;
        }
    }

    /** SIGKILL to the whole server, and its start. */
    void killPostmaster() throws IOException, InterruptedException, SQLException {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> children = server.children().toList();
        server.destroyForcibly();
        server.onExit().join();
        for (ProcessHandle child : children) {
            child.destroyForcibly(); // else it holds the shared memory, and the next server waits for it
        }
        startAgain();
    }

    /** Stops as in an emergency, and its start. */
    void stopAtOnce() throws IOException, InterruptedException {
        stop("-QUIT");
        startAgain();
    }

    /** @param signal {@code -QUIT} at once, {@code -INT} in order, without waiting for whoever is connected */
    void stop(String signal) throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        signal(signal, server.pid());
        server.onExit().join();
    }

    /** All its processes stand still, as on a machine that hangs. */
    void freeze(boolean frozen) throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(postmaster()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(server.children().toList());
        all.add(server);
        for (ProcessHandle each : all) {
            signal(frozen ? "-STOP" : "-CONT", each.pid());
        }
    }

    void startAgain() throws IOException, InterruptedException {
        ProcessHandle.Info none = ProcessHandle.current().info();
        List<String> command = new ArrayList<>();
        if (none.user().filter("root"::equals).isPresent()) {
            command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
        }
        command.addAll(program);
        long until = System.nanoTime() + 60_000_000_000L;
        Process started = started(command);
        while (!answers()) {
            if (System.nanoTime() > until) {
                throw new IOException("PostgreSQL did not start again");
            }
            Thread.sleep(200);
            if (!started.isAlive()) {
                started = started(command); // processes of before still held its memory
            }
        }
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (!answers()) {
            if (System.nanoTime() > until) {
                throw new IOException("PostgreSQL did not start again");
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            return ask("select 1").equals("1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor();
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    private List<Long> backends() throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pid from pg_stat_activity where backend_type = "
                        + "'client backend' and pid <> pg_backend_pid() and datname = current_database()")) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
        return found;
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        if (own.isPresent()) {
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroy);
            own.get().close();
        }
    }
}
