package org.stillpoint.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the master key is kept, and what opens it.
 *
 * @param file the key file: in the data folder, or better elsewhere
 * @param passphrase asked only where the key file does not open by itself; empty where there is nobody to ask
 */
public record KeyPlace(Path file, Supplier<Optional<String>> passphrase) {

    /** In the data folder, under its own name. */
    public static KeyPlace in(Path folder) {
        return at(folder.resolve(MasterKey.FILE));
    }

    /** In a file that opens by itself. */
    public static KeyPlace at(Path file) {
        return new KeyPlace(file, Optional::empty);
    }

    /** Says where, and never what opens it. */
    @Override
    public String toString() {
        return "KeyPlace[" + file + "]";
    }
}
