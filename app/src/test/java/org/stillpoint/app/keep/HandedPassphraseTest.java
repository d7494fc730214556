package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passphrase that the system hands to a service, which nobody can be asked for. */
class HandedPassphraseTest {
    @TempDir
    Path folder;

    @Test
    void find_readsTheFileOfTheService() throws IOException {
        Files.writeString(folder.resolve("stillpoint-passphrase"), "correct horse battery staple\n");
        assertThat(HandedPassphrase.find(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .contains("correct horse battery staple");
    }

    @Test
    void find_withoutFolderOrFile_isEmpty() {
        assertThat(HandedPassphrase.find(Map.of())).isEmpty();
        assertThat(HandedPassphrase.find(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .isEmpty();
        assertThat(HandedPassphrase.find(
                        Map.of("CREDENTIALS_DIRECTORY", folder.resolve("none").toString())))
                .isEmpty();
    }

    /** What systemd lays down where the passphrase was taken away. */
    @Test
    void find_ofABlankFile_isEmpty() throws IOException {
        Files.writeString(folder.resolve("stillpoint-passphrase"), " ");
        assertThat(HandedPassphrase.find(Map.of("CREDENTIALS_DIRECTORY", folder.toString())))
                .isEmpty();
    }
}
