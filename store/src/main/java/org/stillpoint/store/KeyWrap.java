package org.stillpoint.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to the key that seals the master key: a passphrase or a printed code by Argon2id (RFC 9106), or the key itself in the clear.
 *
 * @param salt of Argon2id; empty in the clear
 * @param content the key, wrapped, or in the clear
 */
record KeyWrap(WrapKind kind, Base64Bytes salt, int memoryKibibytes, int passes, int lanes, Base64Bytes content) {

    /** How the key comes out of its wrap. */
    enum WrapKind {
        CLEAR,
        PASSPHRASE,
        RECOVERY_CODE
    }

    /** Bytes as their text, so that wraps compare by what they hold. */
    record Base64Bytes(String text) {
        static Base64Bytes of(byte[] bytes) {
            return new Base64Bytes(Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(text);
        }

        /** Hides what may be a key. */
        @Override
        public String toString() {
            return "Base64Bytes";
        }
    }

    static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** RFC 9106 (2021), section 4, the second recommended option: 64 MiB, three passes, four lanes. */
    private static final int MEMORY_KIBIBYTES = 64 * 1024;

    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int MOST_KIBIBYTES = 1024 * 1024; // own choice, 2026: a damaged file must not take the memory

    /** Crockford's letters (2019): none is taken for another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LETTERS = 30; // 150 bits
    private static final int GROUP = 5;

    static KeyWrap clear(byte[] key) {
        return new KeyWrap(WrapKind.CLEAR, new Base64Bytes(""), 0, 0, 0, Base64Bytes.of(key));
    }

    /** @param secret the passphrase, or the recovery code */
    static KeyWrap of(WrapKind kind, String secret, byte[] key) throws GeneralSecurityException {
        return of(kind, secret, key, MEMORY_KIBIBYTES);
    }

    /** @param memoryKibibytes less of it only for a key that protects nobody */
    static KeyWrap of(WrapKind kind, String secret, byte[] key, int memoryKibibytes) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64Bytes salted = Base64Bytes.of(salt);
        KeyWrap empty = new KeyWrap(kind, salted, memoryKibibytes, PASSES, LANES, new Base64Bytes(""));
        byte[] wrapped = aead(empty.derived(secret)).encrypt(key, empty.bound());
        return new KeyWrap(kind, salted, memoryKibibytes, PASSES, LANES, Base64Bytes.of(wrapped));
    }

    /** The key; empty where the secret is another one, or the wrap was damaged. */
    Optional<byte[]> open(String secret) {
        try {
            return Optional.of(
                    kind == WrapKind.CLEAR
                            ? content.bytes()
                            : aead(derived(secret)).decrypt(content.bytes(), bound()));
        } catch (GeneralSecurityException | RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private byte[] derived(String secret) throws GeneralSecurityException {
        if (memoryKibibytes > MOST_KIBIBYTES) {
            throw new GeneralSecurityException("no wrap of this program");
        }
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt.bytes())
                .withMemoryAsKB(memoryKibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .build());
        byte[] derived = new byte[KEY_BYTES];
        argon.generateBytes(plain(secret).getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }

    /** The same for every keyboard; a code as it is printed or without its dashes. */
    private String plain(String secret) {
        return kind == WrapKind.RECOVERY_CODE
                ? secret.toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1')
                        .replaceAll("[^" + LETTERS + "]", "")
                : Normalizer.normalize(secret, Normalizer.Form.NFKC).strip();
    }

    private byte[] bound() {
        return (kind + "/" + memoryKibibytes + "/" + passes + "/" + lanes).getBytes(StandardCharsets.UTF_8);
    }

    /** AES-256-GCM with this key. */
    @AccessesPartialKey
    static Aead aead(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey whole = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(whole).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A new recovery code in groups of five letters. */
    static String newCode() {
        String letters = new SecureRandom()
                .ints(CODE_LETTERS, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    ObjectNode json() {
        return Json.object()
                .put("kind", kind.name())
                .put("salt", salt.text())
                .put("memory_kibibytes", memoryKibibytes)
                .put("passes", passes)
                .put("lanes", lanes)
                .put("content", content.text());
    }

    static KeyWrap of(JsonNode json) {
        return new KeyWrap(
                WrapKind.valueOf(Json.text(json, "kind")),
                new Base64Bytes(Json.text(json, "salt")),
                json.required("memory_kibibytes").asInt(),
                json.required("passes").asInt(),
                json.required("lanes").asInt(),
                new Base64Bytes(Json.text(json, "content")));
    }
}
