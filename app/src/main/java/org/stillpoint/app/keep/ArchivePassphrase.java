package org.stillpoint.app.keep;

import java.util.Optional;

/** The passphrase of an archive: from the environment, or asked at the terminal. */
final class ArchivePassphrase {
    static final String VARIABLE = "STILLPOINT_ARCHIVE_PASSPHRASE";

    private ArchivePassphrase() {}

    /** @param twice whether it is asked for again, for nothing opens the file without it */
    static Optional<String> find(boolean twice) {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return Optional.of(given).filter(text -> !text.isBlank());
        }
        Optional<String> asked = KeptWhere.asked("Passphrase of the archive: ").filter(text -> !text.isBlank());
        return asked.filter(text -> !twice
                || KeptWhere.asked("The same again: ").filter(text::equals).isPresent());
    }
}
