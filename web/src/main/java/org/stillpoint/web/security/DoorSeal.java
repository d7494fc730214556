package org.stillpoint.web.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is handed out at the door (HMAC with SHA-256, RFC 2104), so that what comes back is known and nothing of it need be kept. Safe
 * for several threads.
 */
public final class DoorSeal {
    /** How long a seal is. */
    static final int BYTES = 32;

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key that nobody can foresee */
    public DoorSeal(byte[] key) {
        this.key = new SecretKeySpec(key, MAC);
    }

    /** The seal of some bytes, one after the other. */
    public byte[] of(byte[]... said) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            for (byte[] each : said) {
                mac.update(each);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether a seal that is shown is theirs; it takes as long whether it is or not. */
    public boolean isOf(byte[] shown, byte[]... said) {
        return MessageDigest.isEqual(shown, of(said));
    }
}
