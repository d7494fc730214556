package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The installation's master key: an AES-256-GCM keyset in a file that only its owner may read. Who loses it loses the
 * record; who copies the database without it has nothing.
 */
final class MasterKey {
    static final String FILE = "master.key";

    private MasterKey() {}

    /**
     * Reads the master key, or makes one for a new database.
     *
     * @param databaseExists whether there is something that an earlier master key was used for
     * @param orNew whether a key that has opened a database before may start an empty one
     * @throws CannotOpen if key or database is missing although the other was there before, or the key is not one, does not open, or
     *     may be read by others
     */
    static KeyFile.OpenedKey open(KeyPlace place, boolean databaseExists, boolean orNew) {
        Path file = place.file();
        try {
            registerCiphers();
            if (!Files.exists(file)) {
                if (databaseExists) {
                    throw new CannotOpen(
                            CannotOpen.Reason.MASTER_KEY_MISSING,
                            "The database exists but its master key " + file
                                    + " is missing; put it back from where you keep its copy.");
                }
                KeyFile.create().file().write(file);
            }
            KeyFile.OpenedKey opened = read(place);
            if (opened.file().opened() && !databaseExists && !orNew) {
                throw new CannotOpen(
                        CannotOpen.Reason.DATABASE_MISSING,
                        "The master key " + file
                                + " has opened a record before, and here is none: the database is missing or"
                                + " empty. Put it back with \"stillpoint restore\", or start an empty practice with --new.");
            }
            return opened;
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        } catch (GeneralSecurityException notAKey) {
            throw wrong(file, notAKey);
        }
    }

    /** Makes a key file, unless there is one. */
    static void create(KeyPlace place) {
        try {
            registerCiphers();
            if (!Files.exists(place.file())) {
                OwnFolder.make(
                        Objects.requireNonNull(place.file().toAbsolutePath().getParent(), "a file has a folder"));
                KeyFile.create().file().write(place.file());
            }
        } catch (IOException unusable) {
            throw unusable(place.file(), unusable);
        } catch (GeneralSecurityException notAKey) {
            throw wrong(place.file(), notAKey);
        }
    }

    /** Reads a master key that must be there. */
    static KeyFile.OpenedKey read(KeyPlace place) {
        Path file = place.file();
        try {
            registerCiphers();
            requireUnexposed(file);
            return open(KeyFile.read(Files.readAllBytes(file)), place);
        } catch (IOException unusable) {
            throw unusable(file, unusable);
        } catch (GeneralSecurityException notAKey) {
            throw wrong(file, notAKey);
        }
    }

    private static KeyFile.OpenedKey open(KeyFile file, KeyPlace place) throws GeneralSecurityException {
        if (file.isInTheClear()) {
            return file.open(KeyWrap.WrapKind.CLEAR, "").orElseThrow(() -> new GeneralSecurityException("damaged"));
        }
        Optional<String> secret = place.passphrase().get();
        if (secret.isEmpty()) {
            throw new CannotOpen(
                    CannotOpen.Reason.PASSPHRASE_NEEDED,
                    "The master key " + place.file() + " opens with a passphrase; give it in STILLPOINT_PASSPHRASE.");
        }
        return file.open(KeyWrap.WrapKind.PASSPHRASE, secret.get())
                .orElseThrow(() -> new CannotOpen(
                        CannotOpen.Reason.PASSPHRASE_WRONG,
                        "The passphrase does not open the master key " + place.file()
                                + "; try again, or use the printed code with \"stillpoint key recover\"."));
    }

    /** Notes in the key file that a database was opened with it; brings a file of an older program into today's form. */
    static void noteOpened(KeyPlace place, KeyFile.OpenedKey key) {
        if (!key.file().opened()) {
            try {
                key.thatOpened().file().write(place.file());
            } catch (IOException readOnly) {
                // a key on a medium that cannot be written to opens as before, and keeps no note
            }
        }
    }

    static Aead aead(KeyFile.OpenedKey key) {
        try {
            return key.keyset().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    static void registerCiphers() throws GeneralSecurityException {
        AeadConfig.register();
        DeterministicAeadConfig.register();
        StreamingAeadConfig.register();
    }

    private static CannotOpen unusable(Path file, IOException cause) {
        return new CannotOpen(
                CannotOpen.Reason.FOLDER_UNUSABLE, "The master key " + file + " cannot be read or written.", cause);
    }

    static CannotOpen wrong(Path file, Throwable cause) {
        return new CannotOpen(
                CannotOpen.Reason.MASTER_KEY_WRONG,
                "The master key " + file + " is not the one this database was made with; put the right one back.",
                cause);
    }

    private static void requireUnexposed(Path file) throws IOException {
        if (!FolderLock.hasPermissions(file)) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!others.isEmpty()) {
            throw new CannotOpen(
                    CannotOpen.Reason.MASTER_KEY_EXPOSED,
                    "The master key " + file + " may be read by others; allow it to its owner alone (chmod 600).");
        }
    }
}
