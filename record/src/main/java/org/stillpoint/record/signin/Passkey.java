package org.stillpoint.record.signin;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;

/**
 * A key pair of one account, whose private half stays in a device (WebAuthn Level 3, W3C 2025).
 *
 * @param credentialId by which the device knows it, base64url without padding; drawn at random by the device
 * @param place the name of this practice that it was made under: the device shows it at no other
 * @param name by which its owner knows it; 1 to {@value #MOST_CHARACTERS} characters
 * @param publicKey attested credential data (WebAuthn Level 3, 6.5.1), base64url without padding
 * @param signCount of the last time it was shown, where the device counts: a copy of it falls behind
 * @param mayMove whether the device's maker may bring it to other devices of its owner
 * @param addedAt when, to the millisecond
 * @param lastUsedAt when it was shown last, to the millisecond
 * @param version grows with each change
 */
public record Passkey(
        Id<Passkey> id,
        Id<Account> account,
        String credentialId,
        String place,
        String name,
        String publicKey,
        long signCount,
        boolean mayMove,
        Instant addedAt,
        Optional<Instant> lastUsedAt,
        Version version) {

    public static final int MOST_CHARACTERS = 60;

    private static final int MOST_OF_AN_ID = 1364; // 1,023 bytes; WebAuthn Level 3, 4

    public Passkey {
        name = name.strip();
        if (name.isEmpty() || name.length() > MOST_CHARACTERS) {
            throw new BadValue(
                    "name of a passkey",
                    "of " + name.length() + " characters",
                    "1 to " + MOST_CHARACTERS + " characters");
        }
        if (credentialId.isEmpty() || credentialId.length() > MOST_OF_AN_ID) {
            throw new BadValue("credential id", "of " + credentialId.length() + " characters", "1 to " + MOST_OF_AN_ID);
        }
        addedAt = Instant.ofEpochMilli(addedAt.toEpochMilli());
        lastUsedAt = lastUsedAt.map(at -> Instant.ofEpochMilli(at.toEpochMilli()));
    }

    /** The same, shown now; hand it to {@link Passkeys#update}. */
    public Passkey shown(long nowCounted, Instant now) {
        return new Passkey(
                id,
                account,
                credentialId,
                place,
                name,
                publicKey,
                nowCounted,
                mayMove,
                addedAt,
                Optional.of(now),
                version);
    }

    /** Hides what its owner calls it. */
    @Override
    public String toString() {
        return "Passkey[" + id + "]";
    }
}
