package org.stillpoint.exchange.table;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimal numbers as people and statistics packages write them. */
public final class DecimalText {

    /** Java also reads hexadecimal floats and suffixes such as 1f; a table of figures must not. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private DecimalText() {}

    /** The finite value of {@code text}, or NaN where it is not a decimal number. */
    public static double parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** The shortest plain form: 10 and not 10.0. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
