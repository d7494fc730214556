package org.stillpoint.words;

/**
 * A number said with exactly so many decimals: {@code 0.80}.
 *
 * @param value finite
 * @param places 0 to 9
 */
public record Decimal(double value, int places) {
    public Decimal {
        if (!Double.isFinite(value) || places < 0 || places > 9) {
            throw new IllegalArgumentException(value + " with " + places + " decimals");
        }
    }
}
