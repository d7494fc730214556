package org.stillpoint.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What nobody guesses, and what is kept of it. */
final class Tokens {

    private static final int BYTES = 32; // 256 bits; OWASP ASVS 5 (2025), 7.2.3 asks for at least 128

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** 43 characters that a cookie and a form field carry as they are. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 64 hexadecimal digits. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
