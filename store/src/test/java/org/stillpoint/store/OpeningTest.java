package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.store.CannotOpen.Reason;

/** When the store opens, and when it says no and why. */
class OpeningTest {
    /** The mark that a program from the future leaves in Flyway's own table. */
    static final String NEWER_STEP = """
            insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time,
                 success)
            values (999, '999', 'from the future', 'SQL', 'V999__future.sql', 1, 'x', current_timestamp, 1, true)
            """;

    @TempDir
    Path temporary;

    private Path folder;
    private StoreSettings settings;
    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), new TestClock().instant());

    @BeforeEach
    void keepOneClient() {
        folder = temporary.resolve("practice/data");
        settings = new StoreSettings.Sqlite(folder);
        try (Store store = Store.open(settings)) {
            store.clients().add(ann);
        }
    }

    private void assertCannotOpen(Reason reason, String says) {
        assertThatThrownBy(() -> Store.open(settings)).isInstanceOfSatisfying(CannotOpen.class, cannot -> {
            assertThat(cannot.reason()).isEqualTo(reason);
            assertThat(cannot.getMessage()).contains(says).endsWith(".");
        });
    }

    private void assertStillThere() {
        try (Store store = Store.open(settings)) {
            assertThat(store.clients().list()).containsExactly(ann);
        }
    }

    @Test
    void open_again_findsWhatWasKept() {
        assertStillThere();
        assertStillThere();
    }

    @Test
    void open_twice_isRefusedUntilTheFirstIsClosed() {
        try (Store first = Store.open(settings)) {
            assertCannotOpen(Reason.FOLDER_IN_USE, "in use by another running Stillpoint");
            assertThat(first.clients().get(ann.id())).isEqualTo(ann);
        }
        assertStillThere();
    }

    @Test
    void close_whileOthersWrite_keepsWhatWasAcknowledgedAndTellsTheRest() throws Exception {
        Store store = Store.open(settings);
        List<Client> acknowledged = new ArrayList<>();
        CountDownLatch writing = new CountDownLatch(5);
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                while (acknowledged.size() < 10_000) {
                    Client client = Client.added(new PrivateText("Someone"), OptionalInt.empty(), Instant.now());
                    store.clients().add(client);
                    acknowledged.add(client);
                    writing.countDown();
                }
            } catch (NotKept closed) {
                writing.countDown();
            }
        });
        writing.await();
        store.close();
        writer.join();

        acknowledged.add(ann);
        try (Store again = Store.open(settings)) {
            assertThat(again.clients().list()).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        assertThatThrownBy(() -> store.clients().list()).isInstanceOf(NotKept.class);
    }

    @Test
    void open_withoutTheMasterKey_isRefusedAndMakesNone() throws IOException {
        Path key = folder.resolve(MasterKey.FILE);
        Path aside = temporary.resolve("aside");
        Files.move(key, aside);

        assertCannotOpen(Reason.MASTER_KEY_MISSING, key.toString());
        assertThat(Files.exists(key)).isFalse();
        Files.move(aside, key);
        assertStillThere();
    }

    @Test
    void open_withAnotherInstallationsKey_isRefused() throws IOException {
        Path other = temporary.resolve("other");
        Store.open(new StoreSettings.Sqlite(other)).close();
        Path key = folder.resolve(MasterKey.FILE);
        byte[] right = Files.readAllBytes(key);
        Files.write(key, Files.readAllBytes(other.resolve(MasterKey.FILE)));

        assertCannotOpen(Reason.MASTER_KEY_WRONG, "not the one this database was made with");
        Files.write(key, right);
        assertStillThere();
    }

    @Test
    void open_withGarbageOrAnEmptyKey_isRefused() throws IOException {
        Path key = folder.resolve(MasterKey.FILE);
        Files.writeString(key, "{\"primaryKeyId\": garbage");
        assertCannotOpen(Reason.MASTER_KEY_WRONG, key.toString());
        Files.write(key, new byte[] {(byte) 0xff, 0, 1});
        assertCannotOpen(Reason.MASTER_KEY_WRONG, key.toString());
        Files.write(key, new byte[0]);
        assertCannotOpen(Reason.MASTER_KEY_WRONG, key.toString());
    }

    @Test
    void open_withAKeyThatOthersMayRead_isRefused() throws IOException {
        Path key = folder.resolve(MasterKey.FILE);
        Assumptions.assumeTrue(FolderLock.hasPermissions(key), "skipped: this file system knows no permissions");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertCannotOpen(Reason.MASTER_KEY_EXPOSED, "chmod 600");
    }

    @Test
    void files_areTheOwnersAlone() throws IOException {
        Assumptions.assumeTrue(FolderLock.hasPermissions(folder), "skipped: this file system knows no permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Store store = Store.open(settings);
                Stream<Path> files = Files.list(folder)) {
            store.clients().update(ann.with(new PrivateText("Anna"), OptionalInt.empty()));
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(4) // database, its log, master key, lock
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void open_afterANewerProgram_isRefused() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.SQLITE_FILE));
                Statement statement = connection.createStatement()) {
            statement.execute(NEWER_STEP);
        }

        assertCannotOpen(Reason.DATABASE_NEWER, "step 999");
    }

    @Test
    void open_whereThereIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        settings = new StoreSettings.Sqlite(file);
        assertCannotOpen(Reason.FOLDER_UNUSABLE, file.toString());
        settings = new StoreSettings.Sqlite(file.resolve("below"));
        assertCannotOpen(Reason.FOLDER_UNUSABLE, file.toString());
    }

    @Test
    void open_onBytesThatAreNoDatabase_isRefused() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("garbage"));
        byte[] garbage = "this is no database, and never was one ".repeat(300).getBytes(StandardCharsets.UTF_8);
        Files.write(other.resolve(Database.SQLITE_FILE), garbage);
        settings = new StoreSettings.Sqlite(other);

        assertCannotOpen(Reason.DATABASE_UNREACHABLE, other.toString());
        assertThat(Files.readAllBytes(other.resolve(Database.SQLITE_FILE))).isEqualTo(garbage);
        assertThat(Files.exists(other.resolve(MasterKey.FILE))).isFalse();
    }

    /** A key that was never noted to have opened a database is what a crash before the first table leaves. */
    @Test
    void open_afterACrashBeforeTheFirstTable_startsAnew() throws Exception {
        Path fresh = temporary.resolve("fresh");
        Files.createDirectory(fresh);
        MasterKey.registerCiphers();
        KeyFile.create().file().write(fresh.resolve(MasterKey.FILE));
        Files.createFile(fresh.resolve(Database.SQLITE_FILE));
        Files.writeString(fresh.resolve(MasterKey.FILE + ".new"), "half a key");

        try (Store store = Store.open(new StoreSettings.Sqlite(fresh))) {
            assertThat(store.clients().list()).isEmpty();
        }
    }

    /** The obvious copy of a running practice: key and database without its log, or the key alone. */
    @Test
    void open_whereTheDatabaseOfTheKeyIsGone_isRefusedUnlessANewOneIsWanted() throws IOException {
        Path database = folder.resolve(Database.SQLITE_FILE);
        Files.move(database, temporary.resolve("aside"));
        assertCannotOpen(Reason.DATABASE_MISSING, "stillpoint restore");
        Files.write(database, new byte[0]);
        assertCannotOpen(Reason.DATABASE_MISSING, "--new");

        Files.move(temporary.resolve("aside"), database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertStillThere();
        Files.delete(database);
        try (Store store = Store.open(settings, java.time.Clock.systemUTC(), Progress.UNSEEN, true)) {
            assertThat(store.clients().list()).isEmpty();
        }
    }

    @Test
    void open_withAKeyOfAnOlderProgram_readsItAndNotesThatItOpened() throws Exception {
        Path key = folder.resolve(MasterKey.FILE);
        KeyFile.OpenedKey opened = MasterKey.read(settings.key());
        String older = com.google.crypto.tink.TinkJsonProtoKeysetFormat.serializeKeyset(
                opened.keyset(), com.google.crypto.tink.InsecureSecretKeyAccess.get());
        Files.writeString(key, older);

        assertStillThere();
        assertThat(KeyFile.read(Files.readAllBytes(key)).opened()).isTrue();
        assertStillThere();
    }

    /** One flipped bit of the key is told in one sentence, whatever the parser beneath it meets. */
    @Test
    void open_withAnyBitOfTheKeyFlipped_isRefusedInOneSentenceOrOpensTheSame() throws IOException {
        Path key = folder.resolve(MasterKey.FILE);
        byte[] right = Files.readAllBytes(key);
        for (int bit = 0; bit < 8 * right.length; bit += 13) {
            byte[] flipped = right.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(key, flipped);
            try {
                MasterKey.read(settings.key()); // opening the record reads it thus, and much else that takes its time
                try (Store store = Store.open(settings)) {
                    assertThat(store.clients().list()).containsExactly(ann);
                }
            } catch (CannotOpen refused) {
                assertThat(refused.reason()).isIn(Reason.MASTER_KEY_WRONG, Reason.PASSPHRASE_NEEDED);
                assertThat(refused.getMessage()).contains(key.toString()).endsWith(".");
            }
        }
    }

    @Test
    void open_aFolderThatAnybodyMayWriteTo_isRefused() throws IOException {
        Assumptions.assumeTrue(FolderLock.hasPermissions(folder), "skipped: this file system knows no permissions");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertCannotOpen(Reason.FOLDER_EXPOSED, "chmod 700");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path database = folder.resolve(Database.SQLITE_FILE);
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
        assertStillThere();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
                .isEqualTo("rw-------");
    }

    @Test
    void postgres_elsewhere_isReachedByVerifiedTlsAlone() {
        assertThat(Database.isOnThisMachine("jdbc:postgresql://localhost:5432/x"))
                .isTrue();
        assertThat(Database.isOnThisMachine("jdbc:postgresql://127.0.0.1/x?user=a"))
                .isTrue();
        assertThat(Database.isOnThisMachine("jdbc:postgresql://[::1]:5432/x")).isTrue();
        assertThat(Database.isOnThisMachine("jdbc:postgresql:x")).isTrue();
        assertThat(Database.isOnThisMachine("jdbc:postgresql://db.example:5432/x"))
                .isFalse();
        assertThat(Database.isOnThisMachine("jdbc:postgresql://localhost,db.example/x"))
                .isFalse();
        assertThat(Database.isOnThisMachine("jdbc:postgresql://127.0.0.1.example/x"))
                .isFalse();
    }
}
