package org.stillpoint.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.stillpoint.record.Id;
import picocli.CommandLine.Command;

/** Disk, locks, a second server, the database gone, frozen or slow: what the person sees, within how many seconds, and what is lost. */
@Command(
        name = "disk",
        mixinStandardHelpOptions = true,
        description = {
            "A full and a read-only disk, a lock held by another program, two servers on one record, the database down, frozen"
                    + " and slow: what the person sees, within how many seconds, and what is lost.",
            "The disks need root, which alone may mount them."
        })
final class DiskFaults implements Callable<Integer> {
    private static final double IN_TIME = 3; // s, the product's own bound
    private static final int FILLING = 64 * 1024;

    private boolean good = true;

    @Override
    public Integer call() throws Exception {
        System.out.println("| fault | a tap is told | after | a page says | after | acknowledged | lost | doubled |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        full();
        readOnly();
        lockHeld();
        twoServers();
        try (FaultedPostgres server = FaultedPostgres.start()) {
            Path folder = Files.createTempDirectory("faults");
            Optional<FaultedPostgres> postgres = Optional.of(server);
            row("PostgreSQL down", folder, postgres, () -> server.stop("-INT"), server::startAgain);
            row("PostgreSQL frozen", folder, postgres, () -> server.freeze(true), () -> server.freeze(false));
            slow(folder, server);
        }
        return good ? 0 : 1;
    }

    /** What is done to the world, and undone again. */
    private interface Mishap {
        void run() throws Exception;
    }

    private void full() throws Exception {
        Path disk = mounted("size=12m");
        Path filling = disk.resolve("filling");
        row(
                "disk full",
                disk,
                Optional.empty(),
                () -> {
                    byte[] some = new byte[FILLING];
                    try {
                        while (true) {
                            Files.write(filling, some, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        }
                    } catch (IOException isFull) {
                        // as it was to be
                    }
                },
                () -> Files.delete(filling));
        unmount(disk);
    }

    /** A disk on which files are open for writing does not become read-only: it is so at the next start. */
    private void readOnly() throws Exception {
        Path disk = mounted("size=64m");
        List<String> where = Kills.where(disk, Optional.empty());
        FaultedPractice.start(where).close();
        run("mount", "-o", "remount,ro", disk.toString());
        second("disk read-only", where);
        unmount(disk);
    }

    private void lockHeld() throws Exception {
        Path folder = Files.createTempDirectory("faults");
        List<Connection> holding = new ArrayList<>();
        row(
                "write lock held by another program",
                folder,
                Optional.empty(),
                () -> {
                    Connection other =
                            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/stillpoint.db"));
                    holding.add(other);
                    try (Statement statement = other.createStatement()) {
                        statement.execute("begin immediate");
                    }
                },
                () -> holding.removeLast().close());
    }

    private void twoServers() throws Exception {
        Path folder = Files.createTempDirectory("faults");
        List<String> where = Kills.where(folder, Optional.empty());
        try (FaultedPractice first = FaultedPractice.start(where)) {
            second("second server on one folder", where);
        }
        Path served = Files.createTempDirectory("faults");
        try (FaultedPostgres server = FaultedPostgres.start();
                FaultedPractice first = FaultedPractice.start(Kills.where(served, Optional.of(server)))) {
            Path elsewhere = Files.createTempDirectory("faults");
            Files.createDirectory(elsewhere.resolve("data"));
            Files.copy(
                    served.resolve("data/master.key"),
                    elsewhere.resolve("data/master.key"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            FaultedPractice.start(Kills.where(elsewhere, Optional.of(server))).close(); // one practice, two servers
            Path another = Files.createTempDirectory("faults");
            second("second server on one PostgreSQL, another key", Kills.where(another, Optional.of(server)));
        }
    }

    private void second(String fault, List<String> where) throws InterruptedException {
        long started = System.nanoTime();
        String said;
        try (FaultedPractice second = FaultedPractice.start(where)) {
            said = "IT STARTS";
            good = false;
        } catch (IOException refused) {
            said = "start refused: \""
                    + String.valueOf(refused.getMessage()).replaceAll(" / Set STILLPOINT_DEBUG.*", "") + "\"";
        }
        System.out.printf(
                Locale.ROOT, "| %s | | | %s | %.1f s | | | |%n", fault, said, (System.nanoTime() - started) / 1e9);
    }

    private void slow(Path folder, FaultedPostgres server) throws Exception {
        try (SlowWire wire = SlowWire.to(server.url())) {
            List<String> where = new ArrayList<>(Kills.where(folder, Optional.of(server)));
            where.set(where.indexOf(server.url()), wire.url());
            row(
                    "PostgreSQL slow: 300 ms for each answer",
                    folder,
                    Optional.of(server),
                    where,
                    () -> wire.slow(300),
                    () -> wire.slow(0));
        }
    }

    private void row(String fault, Path folder, Optional<FaultedPostgres> server, Mishap begins, Mishap ends)
            throws Exception {
        row(fault, folder, server, Kills.where(folder, server), begins, ends);
    }

    private void row(
            String fault, Path folder, Optional<FaultedPostgres> server, List<String> where, Mishap begins, Mishap ends)
            throws Exception {
        try (FaultedPractice practice = FaultedPractice.start(where).signIn()) {
            String session = practice.startSession(fault);
            Tappers tappers = new Tappers(practice, session, 1);
            while (tappers.acknowledgedSoFar() < 20) {
                Thread.sleep(10);
            }
            begins.run();
            Thread.sleep(500);
            FaultedPractice.WireAnswer tap = practice.tap(session, UUID.randomUUID(), Instant.now());
            FaultedPractice.WireAnswer page = practice.get("/");
            ends.run();
            Thread.sleep(500);
            tappers.finish();
            Tappers.TapOutcome came =
                    tappers.against(Kills.stored(folder, server, Id.of(session.replace("/sessions/", ""))));
            // the one tap from beside may have been kept without an answer in time
            int doubled = Math.max(0, came.doubled() - 1);
            good &= came.lost() == 0 && doubled == 0 && tap.seconds() <= IN_TIME && page.seconds() <= IN_TIME;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f s | %s | %.1f s | %,d | %d | %d |%n",
                    fault,
                    tap.says(),
                    tap.seconds(),
                    page.says(),
                    page.seconds(),
                    came.acknowledged(),
                    came.lost(),
                    doubled);
        }
    }

    private static Path mounted(String size) throws IOException {
        Path disk = Files.createTempDirectory("faults");
        run("mount", "-t", "tmpfs", "-o", size, "tmpfs", disk.toString());
        return disk;
    }

    private static void unmount(Path disk) {
        run("umount", disk.toString());
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
