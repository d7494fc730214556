package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.daead.PredefinedDeterministicAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;

/** The keys under the master key: one of the installation, one for sign-in names, and one per client. */
final class Keys {
    private static final int CACHED = 1_000; // own choice, 2026: a few MB; a practice sees fewer clients a day
    static final String INSTALLATION_PLACE = Seal.place("installation", "wrapped_key", 1);
    static final String NAME_PLACE = Seal.place("installation", "wrapped_name_key", 1);
    private static final byte[] SIGN_IN_PLACE =
            Seal.place("account", "sign_in_name").getBytes(StandardCharsets.UTF_8);

    /** No deed is digested under it: what is digested of a deed is a hash of 64 hexadecimal digits. */
    private static final String SIGNING_PLACE = "Ed25519 key that signs what leaves for a joint study";

    private static final byte[] DEED_PLACE = Seal.place("deed", "digest").getBytes(StandardCharsets.UTF_8);

    private final Database database;
    private final Aead master;
    private final Seal installation;
    private final DeterministicAead names;
    private final byte[] deedKey;
    private final SealedColumns sealed = new SealedColumns(this);
    private final Set<Id<Client>> erased = new HashSet<>();
    private final Map<Id<Client>, Seal> cache = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id<Client>, Seal> eldest) {
            return size() > CACHED;
        }
    };

    private Keys(Database database, Aead master, Seal installation, DeterministicAead names) {
        this.database = database;
        this.master = master;
        this.installation = installation;
        this.names = names;
        this.deedKey = pseudorandom(names, DEED_PLACE);
    }

    /**
     * Opens the installation's keys, or makes them in an empty database.
     *
     * @throws CannotOpen if the master key is not the one they were wrapped with
     */
    static Keys open(Database database, Aead master, Path masterKeyFile) {
        return of(
                database,
                database.write(transaction -> installation(transaction, master, masterKeyFile)),
                master,
                masterKeyFile);
    }

    private static Keys of(Database database, Record row, Aead master, Path masterKeyFile) {
        try {
            Seal installation = Seal.unwrap(row.get(Tables.WRAPPED_KEY), master, INSTALLATION_PLACE);
            byte[] wrapped = row.get(Tables.WRAPPED_NAME_KEY);
            DeterministicAead names = TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped, master, NAME_PLACE.getBytes(StandardCharsets.UTF_8))
                    .getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
            return new Keys(database, master, installation, names);
        } catch (Unreadable | GeneralSecurityException wrong) {
            throw MasterKey.wrong(masterKeyFile, wrong);
        }
    }

    /** The same in a database that is there, and is only read. */
    static Keys openKept(Database database, Aead master, Path masterKeyFile) {
        Record row = database.read(transaction -> Optional.ofNullable(fetchInstallation(transaction)))
                .orElseThrow(() -> MasterKey.wrong(
                        masterKeyFile, new IllegalStateException("the installation's own keys are missing")));
        return of(database, row, master, masterKeyFile);
    }

    private static Record installation(DSLContext transaction, Aead master, Path masterKeyFile) {
        Record row = fetchInstallation(transaction);
        if (row != null) {
            return row;
        }
        if (transaction.fetchExists(Tables.CLIENT) || transaction.fetchExists(Tables.ACCOUNT)) {
            throw MasterKey.wrong(masterKeyFile, new IllegalStateException("the installation's own keys are missing"));
        }
        transaction
                .insertInto(Tables.INSTALLATION)
                .set(Tables.INSTALLATION_ID, 1)
                .set(Tables.WRAPPED_KEY, Seal.newWrappedKey(master, INSTALLATION_PLACE))
                .set(Tables.WRAPPED_NAME_KEY, newNameKey(master))
                .execute();
        return Objects.requireNonNull(fetchInstallation(transaction));
    }

    private static @Nullable Record fetchInstallation(DSLContext transaction) {
        return transaction
                .select(Tables.WRAPPED_KEY, Tables.WRAPPED_NAME_KEY)
                .from(Tables.INSTALLATION)
                .fetchOne();
    }

    private static byte[] newNameKey(Aead master) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedDeterministicAeadParameters.AES256_SIV);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, master, NAME_PLACE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-SIV is not available", failed);
        }
    }

    /** The seal for what belongs to the practice and to no client. */
    Seal ofInstallation() {
        return installation;
    }

    /** The same bytes for the same name, so that it can be looked up and kept unique without being readable. */
    byte[] signInName(String name) {
        try {
            return names.encryptDeterministically(name.getBytes(StandardCharsets.UTF_8), SIGN_IN_PLACE);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-SIV failed to encrypt", failed);
        }
    }

    /** The name that these bytes stand for. */
    String openSignInName(byte[] bytes) {
        try {
            return new String(names.decryptDeterministically(bytes, SIGN_IN_PLACE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException damaged) {
            throw new Unreadable(Seal.place("account", "sign_in_name"), damaged);
        }
    }

    /** What is encrypted with these keys, and how. */
    SealedColumns sealed() {
        return sealed;
    }

    /** A client's key out of its wrapping, on its way to another installation. */
    byte[] openClientKey(Id<Client> client, byte[] wrapped) {
        return Seal.openKey(wrapped, master, clientPlace(client));
    }

    /** The same in the wrapping of this one. */
    byte[] wrapClientKey(Id<Client> client, byte[] opened) {
        return Seal.wrapKey(opened, master, clientPlace(client));
    }

    /** 48 bytes that only the holder of the keys can make: AES-SIV is a pseudorandom function of what it encrypts. */
    private static byte[] pseudorandom(DeterministicAead key, byte[] place) {
        try {
            return key.encryptDeterministically(new byte[32], place);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-SIV failed to encrypt", failed);
        }
    }

    /** A keyed digest (HMAC-SHA-256): the same for the same text, and nothing else can be learned from it without the key. */
    byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(deedKey, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * What signs what this installation lets go. The seed is a keyed digest of the text below, which no other digest is of: the key is the
     * same for as long as the installation's own keys are, after a restore and under another master key too, and is kept nowhere.
     */
    InstallationSignature signature() {
        return InstallationSignature.ofSeed(digest(SIGNING_PLACE));
    }

    /** A new key for a client, wrapped: what is kept of it. */
    byte[] newClientKey(Id<Client> client) {
        return Seal.newWrappedKey(master, clientPlace(client));
    }

    /** The seal of a client who is just being added: it is not held in memory before it is kept. */
    Seal unwrap(Id<Client> client, byte[] wrapped) {
        return Seal.unwrap(wrapped, master, clientPlace(client));
    }

    /** The seal of a client whose wrapped key has just been read. */
    Seal ofClient(Id<Client> client, byte[] wrapped) {
        synchronized (cache) {
            if (erased.contains(client)) { // read from a snapshot of before
                return unwrap(client, wrapped);
            }
            return cache.computeIfAbsent(client, id -> unwrap(id, wrapped));
        }
    }

    /**
     * The seal of a client, for reading.
     *
     * @throws NoSuchRecord if there is no such client, or it was erased
     */
    Seal ofClient(DSLContext transaction, Id<Client> client) {
        synchronized (cache) {
            Seal cached = cache.get(client);
            if (cached != null) {
                return cached;
            }
        }
        return ofClient(client, wrapped(client, query(transaction, client).fetchOne()));
    }

    /**
     * The seal of a client, for writing: nobody else writes to this client until the transaction ends.
     *
     * @throws NoSuchRecord if there is no such client, or it was erased
     */
    Seal lockClient(DSLContext transaction, Id<Client> client) {
        return findLocked(transaction, client).orElseThrow(() -> new NoSuchRecord("client", client));
    }

    /** The same, empty if there is no such client, or it was erased. */
    Optional<Seal> findLocked(DSLContext transaction, Id<Client> client) {
        if (database.holds(client)) {
            return Optional.of(ofClient(transaction, client));
        }
        var query = query(transaction, client);
        Record row = database.locksRows() ? query.forUpdate().fetchOne() : query.fetchOne();
        if (row == null) {
            return Optional.empty();
        }
        database.hold(client);
        return Optional.of(ofClient(client, row.get(Tables.WRAPPED_KEY)));
    }

    /** Whether there is such a client, not erased. */
    boolean isClient(DSLContext transaction, Id<Client> client) {
        return transaction.fetchExists(query(transaction, client));
    }

    /** Forgets the key of a client whose adding came to nothing: added again, the client has another. */
    void forgetUndone(Id<Client> client) {
        synchronized (cache) {
            cache.remove(client);
        }
    }

    /** Forgets an erased client's key for good, once it is destroyed where it was kept. */
    void forgetErased(Id<Client> client) {
        synchronized (cache) {
            cache.remove(client);
            erased.add(client);
        }
    }

    private static SelectConditionStep<? extends Record> query(DSLContext transaction, Id<Client> client) {
        return transaction
                .select(Tables.WRAPPED_KEY)
                .from(Tables.CLIENT)
                .where(Tables.ID.eq(client.toString()).and(Tables.WRAPPED_KEY.isNotNull()));
    }

    private static byte[] wrapped(Id<Client> client, @Nullable Record row) {
        if (row == null) {
            throw new NoSuchRecord("client", client);
        }
        return row.get(Tables.WRAPPED_KEY);
    }

    static String clientPlace(Id<Client> client) {
        return Seal.place("client", "wrapped_key", client);
    }
}
