package org.stillpoint.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.stillpoint.record.ServerClocks;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.SignIns;

/**
 * What a passkey signs to show that it is there now. A challenge carries its time, its purpose and a seal of this practice, so that nothing
 * is held for whoever only asks for one, and each of its servers knows those of the others; those that let somebody in are entered in the
 * book at the door until they are too old. Safe for several threads.
 */
@Component
public final class PasskeyChallenges {

    /** For how long one may be signed; WebAuthn Level 3 (W3C 2025), 15.1 recommends five to ten minutes. */
    static final Duration LASTS = Duration.ofMinutes(5);

    private static final int RANDOM_BYTES = 16; // WebAuthn Level 3, 13.4.3 asks for at least 16
    private static final int BYTES = Long.BYTES + RANDOM_BYTES + DoorSeal.BYTES;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final DoorSeal seal;
    private final DoorBook book;

    public PasskeyChallenges(SignIns kept, Clock clock) {
        this.clock = clock;
        this.book = kept.book();
        this.seal = new DoorSeal(book.key("challenge"));
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
                        .put(seal.of(said, bytes(purpose)))
                        .array());
    }

    /** Whether one was given for this purpose, lately. */
    boolean isOpen(byte[] challenge, String purpose) {
        if (challenge.length != BYTES) {
            return false;
        }
        byte[] said = Arrays.copyOf(challenge, BYTES - DoorSeal.BYTES);
        byte[] shown = Arrays.copyOfRange(challenge, BYTES - DoorSeal.BYTES, BYTES);
        Instant given = Instant.ofEpochMilli(ByteBuffer.wrap(said).getLong());
        return seal.isOf(shown, said, bytes(purpose))
                && !given.isAfter(clock.instant().plus(ServerClocks.DIFFER_BY))
                && given.plus(LASTS).isAfter(clock.instant());
    }

    /**
     * It lets somebody in, once.
     *
     * @return false where it has done so
     */
    boolean use(byte[] challenge) {
        Instant now = clock.instant();
        return book.isFirst("challenge " + text(challenge), now.plus(LASTS).plus(ServerClocks.DIFFER_BY), now);
    }

    private static byte[] bytes(String purpose) {
        return purpose.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] challenge) {
        return Base64.getUrlEncoder().encodeToString(challenge);
    }
}
