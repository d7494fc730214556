package org.stillpoint.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.Unreadable;
import org.stillpoint.store.KeyFile.OpenedKey;
import org.stillpoint.store.KeyWrap.WrapKind;

/** What is done to the master key: its wraps, and the key itself. The record is read no differently afterwards. */
public final class KeyCare {
    private static final int AT_ONCE = 1_000;

    private KeyCare() {}

    /**
     * Whether the key file opens by itself: whoever has it and the database has the record.
     *
     * @throws CannotOpen if the key file is none
     */
    public static boolean opensByItself(KeyPlace place) {
        try {
            return KeyFile.read(Files.readAllBytes(place.file())).isInTheClear();
        } catch (IOException | GeneralSecurityException none) {
            throw MasterKey.wrong(place.file(), none);
        }
    }

    /**
     * Lets the key file open by this passphrase, and no more by an earlier one or by itself. Copies of the file that were made before
     * open as they did.
     *
     * @throws CannotOpen if the key file does not open now
     */
    public static void setPassphrase(KeyPlace place, String passphrase) {
        write(place, key -> key.with(KeyWrap.of(WrapKind.PASSPHRASE, passphrase, key.sealing())));
    }

    /**
     * Makes the key file of a first start, where there is none.
     *
     * @param passphrase opens it; empty where it is to open by itself: its owner's choice
     * @throws CannotOpen if it cannot be written
     */
    public static void create(KeyPlace place, Optional<String> passphrase) {
        MasterKey.create(place);
        passphrase.ifPresent(secret -> setPassphrase(place, secret));
    }

    /** Whether there is a key file. */
    public static boolean isThere(KeyPlace place) {
        return Files.exists(place.file());
    }

    /** Lets the key file open by itself, and by no passphrase: its owner's choice. */
    public static void openByItself(KeyPlace place) {
        write(place, key -> key.with(KeyWrap.clear(key.sealing())));
    }

    /**
     * Lets the key file, and every backup from now on, open by a new code, and no more by an earlier one.
     *
     * @return the code, to be printed: it is kept nowhere
     */
    public static String newRecoveryCode(KeyPlace place) {
        String code = KeyWrap.newCode();
        write(place, key -> key.with(KeyWrap.of(WrapKind.RECOVERY_CODE, code, key.sealing())));
        return code;
    }

    /**
     * Opens the key by the printed code, from the key file or from a backup, and writes it to the key file under a new passphrase.
     *
     * @param from a key file or a backup that was written after the code was made
     * @throws CannotOpen if the code does not open it
     * @throws BadBackup if the backup cannot be used
     */
    public static void recover(Path from, String code, KeyPlace to, String passphrase) {
        try {
            MasterKey.registerCiphers();
            KeyFile file = keyFileIn(from);
            OpenedKey opened = file.open(WrapKind.RECOVERY_CODE, code)
                    .orElseThrow(() -> new CannotOpen(
                            CannotOpen.Reason.PASSPHRASE_WRONG,
                            "The code does not open the key in " + from
                                    + ": it has a slip, or another one was made since."));
            opened.with(KeyWrap.of(WrapKind.PASSPHRASE, passphrase, opened.sealing()))
                    .file()
                    .write(to.file());
        } catch (IOException failed) {
            throw new UncheckedIOException("The key cannot be read from " + from + " or written.", failed);
        } catch (GeneralSecurityException damaged) {
            throw MasterKey.wrong(from, damaged);
        }
    }

    private static KeyFile keyFileIn(Path from) throws IOException, GeneralSecurityException {
        if (!BackupFile.isOne(from)) {
            return KeyFile.read(Files.readAllBytes(from));
        }
        Optional<KeyFile> inside = BackupFile.head(from).keyFile();
        return inside.orElseThrow(() -> new CannotOpen(
                CannotOpen.Reason.MASTER_KEY_MISSING,
                "The backup " + from + " holds no key: it was made before there was a recovery code."));
    }

    /** A change of the opened key. */
    private interface ChangeOfKey {
        OpenedKey of(OpenedKey key) throws GeneralSecurityException;
    }

    private static void write(KeyPlace place, ChangeOfKey change) {
        try {
            change.of(MasterKey.read(place)).file().write(place.file());
        } catch (IOException failed) {
            throw new UncheckedIOException("The key file " + place.file() + " cannot be written.", failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    /**
     * Makes a new master key and wraps every key of the record with it. The earlier one stays in the key file, for backups of before,
     * unless it is to be forgotten. Stopped at any point, key file and record open as they did.
     *
     * @param forgetEarlier whether backups of before may no longer open
     * @return how many clients' keys were wrapped anew
     * @throws CannotOpen if the record is in use or does not open
     */
    @AccessesPartialKey
    public static int rotate(StoreSettings settings, boolean forgetEarlier) {
        FolderLock lock = FolderLock.take(settings.folder());
        try (lock;
                Database database = Database.open(settings)) {
            if (!new Migrations(database).databaseExists()) {
                throw new CannotOpen(
                        CannotOpen.Reason.DATABASE_MISSING, "No record is kept in " + settings.folder() + ".");
            }
            OpenedKey before = MasterKey.read(settings.key());
            OpenedKey both = before.with(KeysetHandle.newBuilder(before.keyset())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
            both.file().write(settings.key().file());
            int wrapped = database.write(transaction -> wrapAnew(transaction, MasterKey.aead(both)));
            if (forgetEarlier) {
                both.with(KeysetHandle.newBuilder()
                                .addEntry(KeysetHandle.importKey(
                                                both.keyset().getPrimary().getKey())
                                        .makePrimary())
                                .build())
                        .file()
                        .write(settings.key().file());
            }
            return wrapped;
        } catch (IOException failed) {
            throw new UncheckedIOException("The key file " + settings.key().file() + " cannot be written.", failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    private static int wrapAnew(DSLContext transaction, Aead master) {
        Record own = transaction
                .select(Tables.WRAPPED_KEY, Tables.WRAPPED_NAME_KEY)
                .from(Tables.INSTALLATION)
                .fetchSingle();
        transaction
                .update(Tables.INSTALLATION)
                .set(Tables.WRAPPED_KEY, anew(own.get(Tables.WRAPPED_KEY), master, Keys.INSTALLATION_PLACE))
                .set(Tables.WRAPPED_NAME_KEY, anew(own.get(Tables.WRAPPED_NAME_KEY), master, Keys.NAME_PLACE))
                .execute();
        int all = 0;
        String last = "";
        List<? extends Record> some;
        do {
            some = transaction
                    .select(Tables.ID, Tables.WRAPPED_KEY)
                    .from(Tables.CLIENT)
                    .where(Tables.ID.gt(last).and(Tables.WRAPPED_KEY.isNotNull()))
                    .orderBy(Tables.ID)
                    .limit(AT_ONCE)
                    .fetch();
            Map<String, byte[]> wrapped = new HashMap<>();
            some.forEach(row -> wrapped.put(
                    row.get(Tables.ID),
                    anew(row.get(Tables.WRAPPED_KEY), master, Keys.clientPlace(RecordForm.idIn(row)))));
            wrapped.forEach((id, key) -> transaction
                    .update(Tables.CLIENT)
                    .set(Tables.WRAPPED_KEY, key)
                    .where(Tables.ID.eq(id))
                    .execute());
            all += some.size();
            last = some.isEmpty() ? last : some.getLast().get(Tables.ID);
        } while (some.size() == AT_ONCE);
        return all;
    }

    private static byte[] anew(byte[] wrapped, Aead master, String place) {
        byte[] bound = place.getBytes(StandardCharsets.UTF_8);
        try {
            KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master, bound);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master, bound);
        } catch (GeneralSecurityException damaged) {
            throw new Unreadable(place, damaged);
        }
    }
}
