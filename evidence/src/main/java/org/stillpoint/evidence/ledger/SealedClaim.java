package org.stillpoint.evidence.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A claim that can no longer be changed unseen.
 *
 * @param number place in the chain, from 1
 * @param draft what was claimed
 * @param previous hash of the claim before; {@link #FIRST} for the first
 * @param hash SHA-256 over number, previous and the claim in canonical form, hexadecimal
 */
public record SealedClaim(long number, Draft draft, String previous, String hash) {

    /** What stands in for the hash of the claim before the first. */
    public static final String FIRST = "0".repeat(64);

    /**
     * Seals a claim onto a chain.
     *
     * @throws IllegalStateException if it is sealed on or after the first day whose entries count
     */
    public static SealedClaim seal(Draft draft, long number, String previous) {
        if (!draft.sealedAt()
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate()
                .isBefore(draft.target().from())) {
            throw new IllegalStateException("claim " + draft.id() + " would be sealed at " + draft.sealedAt()
                    + ", not before its first target day " + draft.target().from());
        }
        return new SealedClaim(number, draft, previous, hash(draft, number, previous));
    }

    /** Seals onto the end of a chain; {@code last} is null for the first claim. */
    public static SealedClaim sealAfter(@org.jspecify.annotations.Nullable SealedClaim last, Draft draft) {
        return last == null ? seal(draft, 1, FIRST) : seal(draft, last.number() + 1, last.hash());
    }

    /** Whether the hash is the one that this content must have. */
    public boolean isIntact() {
        return hash.equals(hash(draft, number, previous));
    }

    private static String hash(Draft draft, long number, String previous) {
        return sha256("number=" + number + "\nprevious=" + previous + "\n" + draft.canonical());
    }

    /** SHA-256 of a text in UTF-8, hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
