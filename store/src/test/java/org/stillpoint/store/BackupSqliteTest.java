package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.store.Backup.CheckedBackup;
import org.stillpoint.store.BadBackup.BackupFault;

/** Backups of a record on SQLite, and files that are no longer what was written. */
class BackupSqliteTest implements BackupContract {
    private static final int FLIPS = 60;

    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

    @Override
    public StoreSettings settings() {
        return record.settings();
    }

    @Override
    public Path place() {
        return record.settings().folder().resolveSibling("place");
    }

    @Override
    public Connection raw() throws SQLException {
        return record.raw();
    }

    @Override
    public Store store() {
        return record.store();
    }

    @Override
    public TestClock clock() {
        return record.clock();
    }

    @Override
    public void reopen() {
        record.reopen();
    }

    private void assertUnusable(Path file, KeyPlace key, BackupFault fault, String says) {
        assertThatThrownBy(() -> Backup.verify(file, key)).isInstanceOfSatisfying(BadBackup.class, bad -> {
            assertThat(bad.fault()).as(bad.getMessage()).isEqualTo(fault);
            assertThat(bad.getMessage()).contains(says).endsWith(".");
        });
    }

    private Path changed(byte[] bytes) throws IOException {
        return Files.write(place().resolve("changed.backup"), bytes);
    }

    @Test
    void verify_anyBitFlipped_isFound() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(backUp().file());
        Random random = new Random(20261128);
        for (int flip = 0; flip < FLIPS; flip++) {
            long bit = random.nextLong(8L * whole.length);
            byte[] flipped = whole.clone();
            flipped[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
            Path file = changed(flipped);
            assertThatThrownBy(() -> Backup.verify(file, settings().key()))
                    .as("bit " + bit)
                    .isInstanceOfSatisfying(
                            BadBackup.class,
                            bad -> assertThat(bad.fault()).isIn(BackupFault.DAMAGED, BackupFault.NO_BACKUP));
        }
        assertThat(Backup.verify(changed(whole), settings().key()).checked().holds())
                .isTrue();
    }

    /** Whoever changes a byte and writes length and hash anew meets the cipher. */
    @Test
    void verify_changedBySomebodyWhoKnowsTheForm_isFound() throws Exception {
        fill();
        byte[] whole = Files.readAllBytes(backUp().file());
        int tail = Long.BYTES + 32 + "\nEND OF BACKUP\n".length();
        byte[] forged = whole.clone();
        forged[whole.length - tail - 100] ^= 1;
        byte[] hash = RowStream.sha256().digest(Arrays.copyOf(forged, whole.length - tail));
        System.arraycopy(hash, 0, forged, whole.length - tail + Long.BYTES, hash.length);
        assertUnusable(changed(forged), settings().key(), BackupFault.DAMAGED, "was damaged");
    }

    @Test
    void verify_cutAnywhere_saysSo() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(backUp().file());
        for (int length : new int[] {whole.length - 1, whole.length - 100, whole.length / 2, 30}) {
            assertUnusable(changed(Arrays.copyOf(whole, length)), settings().key(), BackupFault.CUT_OFF, "cut off");
        }
        assertUnusable(changed(new byte[0]), settings().key(), BackupFault.NO_BACKUP, "no backup");
    }

    @Test
    void verify_withAnotherInstallationsKey_saysSo() throws IOException {
        fill();
        CheckedBackup backup = backUp();
        StoreSettings other = new StoreSettings.Sqlite(place().resolve("other"));
        Store.open(other).close();
        assertUnusable(backup.file(), other.key(), BackupFault.WRONG_KEY, "this master key does not open it");
    }

    @Test
    void verify_ofANewerProgram_saysSo() throws IOException {
        Path file = Files.createDirectories(place()).resolve("newer.backup");
        BackupFile.write(file, 999, clock().instant(), MasterKey.read(settings().key()), out -> out.write(0));
        assertUnusable(file, settings().key(), BackupFault.NEWER, "newer Stillpoint");
    }

    @Test
    void keepNewest_ofMany_keepsSo() throws IOException {
        CheckedBackup last = backUp();
        for (int day = 0; day < 3; day++) {
            clock().pass(Duration.ofDays(1));
            last = backUp();
        }
        Backup.keepNewest(last, 2);
        try (var files = Files.list(place().resolve("backups"))) {
            assertThat(files.filter(file -> file.toString().endsWith(Backup.ENDING)))
                    .hasSize(2)
                    .contains(last.file());
        }
        assertThat(LastBackup.find(settings().folder())).contains(last.madeAt());
    }
}
