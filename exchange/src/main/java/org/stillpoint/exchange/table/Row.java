package org.stillpoint.exchange.table;

import java.util.List;
import java.util.Set;

/** One row of a {@link Table}. A cell that cannot be read is noted with its table as a problem; reading goes on. */
public final class Row {

    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", "null", "NULL", ".");

    private final Table table;
    private final long number;
    private final List<String> cells;

    Row(Table table, long number, List<String> cells) {
        this.table = table;
        this.number = number;
        this.cells = cells;
    }

    /** The row's number as an editor counts lines; the header is 1. */
    public long number() {
        return number;
    }

    /** The cell's text without surrounding white space; may be empty. */
    public String text(Column column) {
        return cells.get(column.index()).strip();
    }

    /** Whether the cell holds nothing: empty, or one of the usual words for a missing value (NA, NaN, null, a full stop). */
    public boolean isMissing(Column column) {
        return MISSING.contains(text(column));
    }

    /** The cell's text; a problem and an empty string where it is missing. */
    public String required(Column column) {
        if (isMissing(column)) {
            problem(column, "a value is missing");
            return "";
        }
        return text(column);
    }

    /** A finite number from {@code low} to {@code high}; a problem and NaN where it is missing, no number or out of range. */
    public double number(Column column, double low, double high) {
        if (isMissing(column)) {
            problem(column, "a number is missing");
            return Double.NaN;
        }
        return numberOrMissing(column, low, high);
    }

    /** As {@link #number(Column, double, double)}, but a missing cell is NaN and no problem. */
    public double numberOrMissing(Column column, double low, double high) {
        if (isMissing(column)) {
            return Double.NaN;
        }
        double value = Decimal.parse(text(column));
        if (Double.isNaN(value)) {
            problem(column, "is not a number");
        } else if (value < low || value > high) {
            problem(column, "is not between " + Decimal.plain(low) + " and " + Decimal.plain(high));
            return Double.NaN;
        }
        return value;
    }

    /** Any finite number; a problem and NaN where it is missing or no number. */
    public double number(Column column) {
        return number(column, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Notes a problem with this row's cell; {@code expected} is the rest of a sentence that starts with the value. */
    public void problem(Column column, String expected) {
        table.problem(number, column.name(), text(column), expected);
    }
}
