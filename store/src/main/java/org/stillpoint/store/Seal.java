package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Unreadable;

/**
 * Encrypts and decrypts with one key, each ciphertext bound to its place in the database, so that it opens nowhere
 * else.
 */
final class Seal {
    private final Aead aead;

    Seal(Aead aead) {
        this.aead = aead;
    }

    /** A new key, wrapped: what is kept of it. */
    static byte[] newWrappedKey(Aead wrapping, String place) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, wrapping, bytes(place));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    /** A key out of its wrapping: bytes that open everything it has closed. */
    static byte[] openKey(byte[] wrapped, Aead wrapping, String place) {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, bytes(place)),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException failed) {
            throw new Unreadable(place, failed);
        }
    }

    /** The same key in a wrapping. */
    static byte[] wrapKey(byte[] opened, Aead wrapping, String place) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    TinkProtoKeysetFormat.parseKeyset(opened, InsecureSecretKeyAccess.get()), wrapping, bytes(place));
        } catch (GeneralSecurityException failed) {
            throw new Unreadable(place, failed);
        }
    }

    /** The key in its wrapping, ready for use. */
    static Seal unwrap(byte[] wrapped, Aead wrapping, String place) {
        try {
            return new Seal(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, bytes(place))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException failed) {
            throw new Unreadable(place, failed);
        }
    }

    byte[] close(byte[] plain, String place) {
        try {
            return aead.encrypt(plain, bytes(place));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM failed to encrypt", failed);
        }
    }

    byte[] open(byte[] sealed, String place) {
        try {
            return aead.decrypt(sealed, bytes(place));
        } catch (GeneralSecurityException failed) {
            throw new Unreadable(place, failed);
        }
    }

    /** The name of a place: table, column and the ids that lead to it. */
    static String place(String table, String column, Object... ids) {
        StringBuilder place = new StringBuilder(table).append('.').append(column);
        for (Object id : ids) {
            place.append('/').append(id);
        }
        return place.toString();
    }

    /**
     * A place with the version of its row and what stands beside the ciphertext in the clear: none of it can be changed alone, and no
     * earlier ciphertext of the row put back.
     */
    static String boundPlace(String place, int version, List<? extends @Nullable Object> clear) {
        StringBuilder bound = new StringBuilder(place).append("/v").append(version);
        for (Object value : clear) {
            bound.append('/').append(value == null ? "-" : value);
        }
        return bound.toString();
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
