package org.stillpoint.exchange.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.exchange.table.HowToRead.DecimalSign;

/**
 * The numbers of one column, with the one decimal sign that the column has.
 *
 * <p>A comma is a decimal sign where fields are not separated by commas, or where no three digits follow it; {@code 1,234} alone, which some
 * write for a thousand, is asked about.
 */
final class Numbers {

    private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern THOUSAND_OR_PART = Pattern.compile("[+-]?\\d{1,3},\\d{3}");
    private static final Pattern POINT = Pattern.compile("[+-]?\\d*\\.\\d+");
    private static final Pattern GROUPED_COMMA = Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{3})+)(?:,(\\d+))?");
    private static final Pattern GROUPED_POINT = Pattern.compile("([+-]?\\d{1,3}(?:,\\d{3})+)\\.(\\d+)");

    private final double[] byCode;
    private final boolean comma;
    private final String unsure;

    private Numbers(double[] byCode, boolean comma, String unsure) {
        this.byCode = byCode;
        this.comma = comma;
        this.unsure = unsure;
    }

    static Numbers of(Table table, Column column) {
        List<String> texts = table.different(column);
        boolean comma = comma(table, texts);
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parse(texts.get(i), comma);
        }
        return new Numbers(values, comma, comma ? unsure(table, texts) : "");
    }

    /** The value of a text by its code; NaN where it is no number. */
    double value(int code) {
        return byCode[code];
    }

    boolean comma() {
        return comma;
    }

    /** A number that may be a thousand or a part, where nothing in the column decides it; else empty. */
    String unsure() {
        return unsure;
    }

    private static boolean comma(Table table, List<String> texts) {
        if (table.how().decimal().isPresent()) {
            return table.how().decimal().get() == DecimalSign.COMMA;
        }
        boolean parts = texts.stream().anyMatch(t -> COMMA.matcher(t).matches());
        boolean points = texts.stream().anyMatch(t -> POINT.matcher(t).matches());
        return parts && !points
                || texts.stream().anyMatch(t -> GROUPED_COMMA.matcher(t).matches() && t.indexOf(',') > 0);
    }

    private static String unsure(Table table, List<String> texts) {
        boolean sure = table.how().decimal().isPresent()
                || table.decimalComma()
                || texts.stream()
                        .anyMatch(t -> COMMA.matcher(t).matches()
                                && !THOUSAND_OR_PART.matcher(t).matches());
        return sure
                ? ""
                : texts.stream()
                        .filter(t -> COMMA.matcher(t).matches())
                        .findFirst()
                        .orElse("");
    }

    static double parse(String text, boolean comma) {
        String plain = text.indexOf('\u2212') >= 0 ? text.replace('\u2212', '-') : text;
        if (plain.indexOf(',') < 0 && (!comma || plain.indexOf('.') < 0)) {
            return DecimalText.parse(plain);
        }
        if (comma) {
            Matcher grouped = GROUPED_COMMA.matcher(plain);
            if (grouped.matches()) {
                String whole = grouped.group(1).replace(".", "");
                return DecimalText.parse(grouped.group(2) == null ? whole : whole + "." + grouped.group(2));
            }
            return COMMA.matcher(plain).matches() ? DecimalText.parse(plain.replace(',', '.')) : Double.NaN;
        }
        Matcher grouped = GROUPED_POINT.matcher(plain);
        if (grouped.matches()) {
            return DecimalText.parse(grouped.group(1).replace(",", "") + "." + grouped.group(2));
        }
        return plain.matches("[+-]?\\d{1,3}(,\\d{3})+") ? DecimalText.parse(plain.replace(",", "")) : Double.NaN;
    }
}
