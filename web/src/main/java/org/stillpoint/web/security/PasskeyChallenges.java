package org.stillpoint.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * What a passkey signs to show that it is there now. A challenge carries its time, its purpose and a seal of this running program, so
 * that nothing is held for whoever only asks for one; those that let somebody in are remembered until they are too old. Safe for several
 * threads.
 */
@Component
public final class PasskeyChallenges {

    /** For how long one may be signed; WebAuthn Level 3 (W3C 2025), 15.1 recommends five to ten minutes. */
    static final Duration LASTS = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 16; // WebAuthn Level 3, 13.4.3 asks for at least 16
    private static final int SEAL_BYTES = 32;
    private static final int BYTES = Long.BYTES + RANDOM_BYTES + SEAL_BYTES;
    private static final String SEAL = "HmacSHA256";
    private static final int MOST_USED = 10_000; // own choice, 2026: more than sign in within five minutes anywhere

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    public PasskeyChallenges(Clock clock) {
        this.clock = clock;
        byte[] bytes = new byte[SEAL_BYTES];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, SEAL);
    }

    /** A new one, base64url. */
    String fresh(String purpose) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        byte[] said = ByteBuffer.allocate(Long.BYTES + RANDOM_BYTES)
                .putLong(clock.millis())
                .put(bytes)
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(BYTES)
                        .put(said)
                        .put(seal(purpose, said))
                        .array());
    }

    /** Whether one was given for this purpose, lately, and let nobody in since. */
    synchronized boolean isOpen(byte[] challenge, String purpose) {
        if (challenge.length != BYTES) {
            return false;
        }
        byte[] said = Arrays.copyOf(challenge, BYTES - SEAL_BYTES);
        byte[] seal = Arrays.copyOfRange(challenge, BYTES - SEAL_BYTES, BYTES);
        Instant given = Instant.ofEpochMilli(ByteBuffer.wrap(said).getLong());
        return MessageDigest.isEqual(seal, seal(purpose, said))
                && !given.isAfter(clock.instant())
                && given.plus(LASTS).isAfter(clock.instant())
                && !used.containsKey(text(challenge));
    }

    /**
     * It lets somebody in, once.
     *
     * @return false where it has done so
     */
    synchronized boolean use(byte[] challenge) {
        Instant tooOld = clock.instant().minus(LASTS);
        used.values().removeIf(at -> at.isBefore(tooOld));
        return used.size() < MOST_USED && used.putIfAbsent(text(challenge), clock.instant()) == null;
    }

    private byte[] seal(String purpose, byte[] said) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(key);
            mac.update(said);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(byte[] challenge) {
        return Base64.getUrlEncoder().encodeToString(challenge);
    }
}
