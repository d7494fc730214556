package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.store.BadBackup.BackupFault;

/** What leaves under a passphrase. */
class SealedArchiveTest {
    private static final String TEXT = "all that is kept ".repeat(200_000); // more than a segment of the cipher

    @TempDir
    Path folder;

    private Path sealed() throws IOException {
        Path file = folder.resolve("sealed");
        try (OutputStream out = Files.newOutputStream(file)) {
            SealedArchive.writer()
                    .write(out, "a long passphrase", inside -> inside.write(TEXT.getBytes(StandardCharsets.UTF_8)));
        }
        return file;
    }

    @Test
    void open_withItsPassphrase_readsWhatWasWritten_asOftenAsIsWanted() throws IOException {
        Path file = sealed();
        assertThat(SealedArchive.isOne(file)).isTrue();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("all that is kept");
        SealedArchive opened = SealedArchive.open(file, "a long passphrase");
        for (int again = 0; again < 2; again++) {
            try (InputStream in = opened.stream()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(TEXT);
            }
        }
    }

    @Test
    void open_ofAnotherPassphraseOrAnotherFile_isRefusedInWords() throws IOException {
        Path file = sealed();
        assertFault(file, "another passphrase", BackupFault.WRONG_KEY);
        byte[] bytes = Files.readAllBytes(file);
        assertFault(
                Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 9)),
                "a long passphrase",
                BackupFault.CUT_OFF);
        bytes[bytes.length / 2] ^= 1;
        assertFault(Files.write(folder.resolve("flipped"), bytes), "a long passphrase", BackupFault.DAMAGED);
        StoreSettings.Sqlite settings = new StoreSettings.Sqlite(folder.resolve("empty"));
        KeyCare.create(settings.key(), java.util.Optional.empty());
        assertThatThrownBy(() -> Backup.restore(file, settings))
                .isInstanceOf(BadBackup.class)
                .hasMessageContaining("take-in");
    }

    private static void assertFault(Path file, String passphrase, BackupFault fault) {
        assertThatThrownBy(() -> SealedArchive.open(file, passphrase))
                .isInstanceOfSatisfying(
                        BadBackup.class,
                        bad -> assertThat(bad.fault()).as(bad.getMessage()).isEqualTo(fault));
    }
}
