package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.whole.UnderPassphrase;
import org.stillpoint.record.whole.UnderPassphrase.WritesInside;
import org.stillpoint.store.BackupFile.BackupHead;

/** What leaves under a passphrase: in the form of a backup, with a key of its own that nothing but the passphrase opens. */
public final class SealedArchive {

    private final Path file;
    private final BackupHead head;
    private final Aead key;

    private SealedArchive(Path file, BackupHead head, Aead key) {
        this.file = file;
        this.head = head;
        this.key = key;
    }

    /** What encrypts by the system's clock. */
    public static UnderPassphrase writer() {
        return (out, passphrase, inside) -> write(out, passphrase, Instant.now(), inside);
    }

    private static void write(OutputStream out, String passphrase, Instant now, WritesInside inside)
            throws IOException {
        try {
            MasterKey.registerCiphers();
            KeyFile.OpenedKey own = KeyFile.create();
            KeyFile.OpenedKey sealed = own.with(KeyWrap.of(KeyWrap.WrapKind.PASSPHRASE, passphrase, own.sealing()));
            BackupFile.write(new BufferedOutputStream(out, 1 << 16), 0, now, sealed, false, inside::to);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    /** Whether a file is under a passphrase. */
    public static boolean isOne(Path file) throws IOException {
        return BackupFile.isOne(file);
    }

    /**
     * Opens a file that is whole.
     *
     * @throws BadBackup if it was cut off or damaged, is a backup, or the passphrase is another one
     */
    public static SealedArchive open(Path file, String passphrase) throws IOException {
        try {
            MasterKey.registerCiphers();
            BackupHead head = BackupFile.head(file);
            if (head.holdsRows()) {
                throw new BadBackup(
                        BadBackup.BackupFault.NO_BACKUP,
                        "The file " + file + " is a backup; use \"stillpoint restore\".");
            }
            Optional<KeyFile.OpenedKey> opened = head.keyFile()
                    .orElseThrow(() -> BackupFile.damaged(file, new IOException("no key")))
                    .open(KeyWrap.WrapKind.PASSPHRASE, passphrase);
            return new SealedArchive(
                    file,
                    head,
                    MasterKey.aead(opened.orElseThrow(() -> new BadBackup(
                            BadBackup.BackupFault.WRONG_KEY,
                            "This passphrase does not open " + file + "; try again."))));
        } catch (GeneralSecurityException damaged) {
            throw BackupFile.damaged(file, damaged);
        }
    }

    /** What is inside, from its beginning, as it is decrypted. */
    public InputStream stream() throws IOException {
        return BackupFile.stream(file, head, key);
    }
}
