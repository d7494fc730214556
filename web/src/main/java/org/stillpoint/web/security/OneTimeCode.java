package org.stillpoint.web.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the time (RFC 6238, 2011), as authenticator applications make them: HMAC-SHA-1, six digits, thirty seconds. */
final class OneTimeCode {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /** Steps that a device's clock may be off either way (RFC 6238, 5.2 recommends one). */
    private static final int OFF = 1;

    private static final int SECRET_BYTES = 20; // RFC 4226 (2005), section 4, R6 recommends 160 bits
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 (2006), section 6
    private static final int LETTER_BITS = 5;

    private OneTimeCode() {}

    /** A new secret, Base32. */
    static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return base32(bytes);
    }

    /** The step of the code that was typed, where it is one of about now, and of a later step than the last that was taken. */
    static OptionalLong stepOf(String secret, String typed, Instant now, long lastStep) {
        long step = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(step - OFF, step + OFF)
                .filter(each -> each > lastStep)
                .filter(each -> code(decoded(secret), each, DIGITS).equals(typed))
                .findFirst();
    }

    /** The code of a step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Letters for whole groups of five bits; what is left over is padded with zeroes, and written without {@code =}. */
    static String base32(byte[] bytes) {
        StringBuilder letters = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << Byte.SIZE | each & 0xff;
            bits += Byte.SIZE;
            while (bits >= LETTER_BITS) {
                bits -= LETTER_BITS;
                letters.append(BASE32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            letters.append(BASE32.charAt(held << LETTER_BITS - bits & 31));
        }
        return letters.toString();
    }

    /** What {@link #base32} wrote; a letter that is none counts as zero. */
    static byte[] decoded(String letters) {
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * LETTER_BITS / Byte.SIZE);
        int held = 0;
        int bits = 0;
        for (int at = 0; at < letters.length(); at++) {
            held = held << LETTER_BITS | Math.max(0, BASE32.indexOf(letters.charAt(at)));
            bits += LETTER_BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
