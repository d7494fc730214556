package org.stillpoint.words;

/**
 * A part of a whole, said in whole per cent.
 *
 * @param ofOne 0.74 is said as 74 per cent; finite
 */
public record Share(double ofOne) {
    public Share {
        if (!Double.isFinite(ofOne)) {
            throw new IllegalArgumentException("a share of " + ofOne);
        }
    }
}
