package org.stillpoint.web.security;

import java.util.Map;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** How passwords are kept: as slow hashes that name their own kind, so that a stronger kind can follow. */
public final class Passwords {

    private static final String KIND = "pbkdf2-sha256-600k";
    private static final int SALT_BYTES = 16;

    /** Rounds of PBKDF2-HMAC-SHA256: OWASP Password Storage Cheat Sheet, 2023. */
    private static final int ROUNDS = 600_000;

    private Passwords() {}

    /** Writes the kind of today and reads every kind there was. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                KIND,
                Map.of(
                        KIND,
                        new Pbkdf2PasswordEncoder(
                                "", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
    }
}
