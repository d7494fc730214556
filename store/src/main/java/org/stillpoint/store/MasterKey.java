package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
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
     * @throws CannotOpen if the key is missing although a database exists, is not a key, or may be read by others
     */
    static Aead open(Path folder, boolean databaseExists) {
        Path file = folder.resolve(FILE);
        registerCiphers();
        try {
            if (!Files.exists(file)) {
                if (databaseExists) {
                    throw new CannotOpen(
                            CannotOpen.Reason.MASTER_KEY_MISSING,
                            "The database exists but its master key " + file
                                    + " is missing; put it back from where you keep its copy.");
                }
                create(file);
            }
            requireUnexposed(file);
            String json = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException unusable) {
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_UNUSABLE,
                    "The master key " + file + " cannot be read or written.",
                    unusable);
        } catch (GeneralSecurityException notAKey) {
            throw wrong(file, notAKey);
        }
    }

    private static void registerCiphers() {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES is not available", failed);
        }
    }

    static CannotOpen wrong(Path file, Throwable cause) {
        return new CannotOpen(
                CannotOpen.Reason.MASTER_KEY_WRONG,
                "The master key " + file + " is not the one this database was made with; put the right one back.",
                cause);
    }

    /** Whole or not at all: written beside, forced to the disk, then given its name. */
    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        byte[] json = TinkJsonProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get())
                .getBytes(StandardCharsets.UTF_8);
        Path beside = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(beside);
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, FolderLock.ownerOnly(file, "rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(json);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file);
    }

    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && FolderLock.hasPermissions(folder)) { // elsewhere a folder cannot be opened to be forced
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
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
