package org.stillpoint.app.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The passphrase of a practice that starts without anybody there: a file that the system lays down for this process alone. */
final class HandedPassphrase {
    /** Set by systemd for a unit with credentials (systemd.exec(5), 2022), and by our container to where its secrets are. */
    static final String FOLDER = "CREDENTIALS_DIRECTORY";

    static final String NAME = "stillpoint-passphrase";

    private HandedPassphrase() {}

    /** Empty where no folder is named, no file is in it, or nothing stands in the file. */
    static Optional<String> find(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(FOLDER))
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isRegularFile)
                .map(HandedPassphrase::read)
                .filter(passphrase -> !passphrase.isEmpty());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the passphrase in " + file + " cannot be read", unreadable);
        }
    }
}
