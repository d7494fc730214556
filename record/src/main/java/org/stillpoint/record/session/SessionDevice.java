package org.stillpoint.record.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;

/**
 * The device on which a session is held, known again by the hash of a random token that its page alone keeps.
 *
 * @param hash SHA-256 of the token, 64 digits of base 16
 */
public record SessionDevice(String hash) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Own choice, 2026: room for an id and for what scripts may make of it. */
    private static final int MOST_CHARACTERS = 100;

    public SessionDevice {
        if (!FORM.matcher(hash).matches()) {
            throw new BadValue("hash of a device", "of " + hash.length() + " characters", "64 digits of base 16");
        }
    }

    /** @throws BadValue if the token is blank or too long */
    public static SessionDevice of(String token) {
        if (token.isBlank() || token.length() > MOST_CHARACTERS) {
            throw new BadValue("token of a device", "of " + token.length() + " characters", "1 to " + MOST_CHARACTERS);
        }
        try {
            return new SessionDevice(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
