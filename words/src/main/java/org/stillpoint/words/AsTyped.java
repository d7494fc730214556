package org.stillpoint.words;

import java.math.BigDecimal;

/**
 * A number with all its decimals and without groups, as it is typed into a table: {@code 325787}, {@code 0.125}.
 *
 * @param value said with as many decimals as its scale has
 */
public record AsTyped(BigDecimal value) {

    /** With the decimals that it needs; {@code value} is finite. */
    public static AsTyped of(double value) {
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return new AsTyped(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    public static AsTyped of(long value) {
        return new AsTyped(BigDecimal.valueOf(value));
    }
}
