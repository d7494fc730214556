package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.store.CannotOpen.Reason;

/** What is left when the process, the power or the disk goes. */
class CrashTest {
    @TempDir
    Path temporary;

    @Test
    void processKilledMidStream_losesNoAcknowledgedMark() throws Exception {
        Path folder = temporary.resolve("data");
        int acknowledged = 0;
        for (int round = 1; round <= 2; round++) {
            List<String> acknowledgements = killAfter(folder, 40 * round);
            acknowledged += acknowledgements.size() - 1;
            assertAllKept(folder, acknowledgements);
        }
        System.out.printf("killed twice with SIGKILL: %d marks acknowledged, all of them found%n", acknowledged);
        assertThat(acknowledged).isGreaterThanOrEqualTo(118);
    }

    /** First the session's id, then the id of every mark the child had acknowledged when it died. */
    private List<String> killAfter(Path folder, int marks) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TappingProcess.class.getName(),
                        folder.toString())
                .redirectError(temporary.resolve("child.log").toFile())
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = child.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == 2) {
                    assertThatThrownBy(() -> Store.open(new StoreSettings.Sqlite(folder)))
                            .isInstanceOfSatisfying(
                                    CannotOpen.class,
                                    cannot -> assertThat(cannot.reason()).isEqualTo(Reason.FOLDER_IN_USE));
                }
                if (lines.size() == marks) {
                    // SIGKILL, by the handle: the process itself would close the pipe, which is read on to its end
                    ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).as(() -> logOfTheChild()).hasSizeGreaterThanOrEqualTo(marks);
        return lines;
    }

    private String logOfTheChild() {
        try {
            return Files.readString(temporary.resolve("child.log"));
        } catch (IOException missing) {
            return missing.toString();
        }
    }

    private static void assertAllKept(Path folder, List<String> acknowledgements) {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            Id<Session> id = Id.of(acknowledgements.getFirst());
            Id<Client> client = store.sessions().findClient(id).orElseThrow();
            Session session = store.sessions().get(client, id);
            assertThat(session.marks())
                    .extracting(mark -> mark.id().toString())
                    .startsWith(acknowledgements.stream().skip(1).toArray(String[]::new));
            assertThat(session.marks().size()).isLessThanOrEqualTo(acknowledgements.size()); // one may be unanswered
            assertThat(session.marks()) // a mark and its note, or neither
                    .extracting(Mark::id)
                    .containsExactlyElementsOf(
                            store.processNotes().listAll(client, id).keySet());
        }
    }

    /** A cut write-ahead log is what a lost power leaves: its end was not yet on the disk. */
    @Test
    void logCutAnywhere_keepsWholeMarksInOrder() throws IOException {
        Path live = temporary.resolve("live");
        TestClock clock = new TestClock();
        Random random = new Random(20261122);
        try (Store store = Store.open(new StoreSettings.Sqlite(live), clock)) {
            Session session = new Tapping(store, clock).session();
            List<Id<Mark>> acknowledged = new ArrayList<>();
            for (int number = 0; number < 30; number++) {
                acknowledged.add(tapWithNote(store, session, clock).id());
            }
            long length = Files.size(live.resolve(Database.SQLITE_FILE + "-wal"));
            for (int cut = 0; cut < 12; cut++) {
                Path copy = copyWithCutLog(live, cut, random.nextLong(length));
                assertPrefixKept(copy, clock, session, acknowledged);
            }
            assertThat(store.sessions().get(session.client(), session.id()).marks())
                    .hasSize(30);
        }
    }

    private static Mark tapWithNote(Store store, Session session, TestClock clock) {
        ProcessNote note = new ProcessNote(new PrivateText("words"));
        return Practice.mark(store, session, Tap.memory(Id.random(), clock.instant(), note), clock.instant());
    }

    private Path copyWithCutLog(Path live, int number, long length) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("cut" + number));
        for (String file : List.of(MasterKey.FILE, Database.SQLITE_FILE)) {
            Files.copy(live.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        byte[] log = Files.readAllBytes(live.resolve(Database.SQLITE_FILE + "-wal"));
        Files.write(copy.resolve(Database.SQLITE_FILE + "-wal"), Arrays.copyOf(log, Math.toIntExact(length)));
        return copy;
    }

    private static void assertPrefixKept(Path copy, TestClock clock, Session session, List<Id<Mark>> acknowledged) {
        try (Store store = Store.open(new StoreSettings.Sqlite(copy), clock)) {
            Optional<Session> found = store.sessions().find(session.client(), session.id());
            List<Mark> kept = found.map(Session::marks).orElse(List.of());
            assertThat(kept).extracting(Mark::id).isEqualTo(acknowledged.subList(0, kept.size()));
            found.ifPresent(there -> assertThat(store.processNotes()
                            .listAll(there.client(), there.id())
                            .keySet())
                    .containsExactlyElementsOf(kept.stream().map(Mark::id).toList()));
        }
    }

    @Test
    void diskFull_isToldAndWhatWasKeptIsIntact() throws Exception {
        onADiskOf("4m", CrashTest::fillAndRecover);
    }

    /** However much of it is still free: in a sentence, and once there is room the same folder opens. */
    @Test
    void diskFull_atTheFirstStart_isRefusedInASentenceAndStartsOnceThereIsRoom() throws Exception {
        for (String free : List.of("16k", "256k")) { // before the database is one, and among its first tables
            onADiskOf(free, disk -> {
                StoreSettings settings = new StoreSettings.Sqlite(disk.resolve("data"));
                assertThatThrownBy(() -> Store.open(settings))
                        .as(free)
                        .isInstanceOf(CannotOpen.class)
                        .hasMessageMatching("[^\n]+disk[^\n]+[.]")
                        .hasMessageNotContainingAny("SQL", "Exception");
                remount(disk, "size=8m");
                Store.open(settings).close();
            });
        }
    }

    @Test
    void diskReadOnly_atTheStart_isRefusedInASentence() throws Exception {
        onADiskOf("8m", disk -> {
            StoreSettings settings = new StoreSettings.Sqlite(disk.resolve("data"));
            Store.open(settings).close();
            remount(disk, "ro");
            for (StoreSettings where : List.of(settings, new StoreSettings.Sqlite(disk.resolve("another")))) {
                assertThatThrownBy(() -> Store.open(where))
                        .isInstanceOfSatisfying(
                                CannotOpen.class,
                                cannot -> assertThat(cannot.reason()).isEqualTo(Reason.FOLDER_UNUSABLE))
                        .hasMessageContaining("cannot be made or written to");
            }
            remount(disk, "rw");
            Store.open(settings).close();
        });
    }

    /** What is done on a small disk. */
    private interface OnDisk {
        void run(Path disk) throws Exception;
    }

    private void onADiskOf(String size, OnDisk work) throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk-" + size));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString());
        Assumptions.assumeTrue(mounted, "skipped: a small disk can be mounted by root alone");
        try {
            work.run(disk);
        } finally {
            run("umount", "-l", disk.toString()); // SQLite's driver leaves a file open where it could not begin
        }
    }

    private static void fillAndRecover(Path disk) throws IOException {
        Path ballast = disk.resolve("ballast");
        Files.write(ballast, new byte[800_000]);
        TestClock clock = new TestClock();
        StoreSettings settings = new StoreSettings.Sqlite(disk.resolve("data"));
        List<Id<Mark>> acknowledged = new ArrayList<>();
        try (Store store = Store.open(settings, clock)) {
            Session session = new Tapping(store, clock).session();
            String large = "x".repeat(50_000);
            assertThatThrownBy(() -> {
                        while (acknowledged.size() < 1_000) {
                            ProcessNote note = new ProcessNote(new PrivateText(large));
                            Tap tap = Tap.memory(Id.random(), clock.instant(), note);
                            acknowledged.add(Practice.mark(store, session, tap, clock.instant())
                                    .id());
                        }
                    })
                    .isInstanceOf(NotKept.class)
                    .hasMessageContaining("full")
                    .hasMessageNotContaining("xxx");
            assertThat(acknowledged).isNotEmpty();
            assertThat(store.sessions().get(session.client(), session.id()).marks())
                    .extracting(Mark::id)
                    .isEqualTo(acknowledged);

            Files.delete(ballast);
            acknowledged.add(tapWithNote(store, session, clock).id());
            assertThat(store.processNotes()
                            .listAll(session.client(), session.id())
                            .keySet())
                    .containsExactlyElementsOf(acknowledged);
        }
        try (Store store = Store.open(settings, clock)) {
            Client client = store.clients().list().getFirst();
            assertThat(store.sessions().list(client.id()).getLast().marks())
                    .extracting(Mark::id)
                    .isEqualTo(acknowledged);
        }
    }

    /** Named whole, the disk is not looked for in a list that other mounts change meanwhile. */
    private static void remount(Path disk, String option) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "remount," + option, "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(mount.waitFor()).as(said).isZero();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    /** A session to tap in. */
    private record Tapping(Store store, TestClock clock) implements StoredPractice {
        @Override
        public void reopen() {
            throw new UnsupportedOperationException("these tests open what is left themselves");
        }

        Session session() {
            Session session = startSession(addClient("Ann"));
            Mark slip = mark(session, new Moment.Distress(Score0To10.of(2)));
            mark(session, new Moment.Undone(slip.id()));
            end(session);
            clock.pass(Duration.ofMinutes(1));
            return startSession(store.clients().list().getFirst());
        }
    }
}
