package org.stillpoint.exchange.table;

import org.stillpoint.exchange.OnCommandLine;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TableWords;

/** One row of a {@link Table}. A cell that cannot be read is noted with its table as a problem; reading goes on. */
public final class Row {

    private final Table table;
    private final int place;

    Row(Table table, int place) {
        this.table = table;
        this.place = place;
    }

    /** The row's number as an editor counts lines; the header is 1 where nothing stands above it. */
    public long number() {
        return table.number(place);
    }

    /** The row's place among the rows of the table, from 0. */
    public int place() {
        return place;
    }

    /** The cell's text without surrounding white space; may be empty. */
    public String text(Column column) {
        return table.text(place, column.index());
    }

    /** Which of the column's different texts stands here. */
    public int code(Column column) {
        return table.code(place, column);
    }

    /** Whether the cell holds nothing: empty, one of the usual words for a missing value, or one that was told. */
    public boolean isMissing(Column column) {
        return table.isNothing(place, column);
    }

    /** The cell's text; a problem and an empty string where it is missing. */
    public String required(Column column) {
        if (isMissing(column)) {
            problem(column, TableWords.VALUE_MISSING);
            return "";
        }
        return text(column);
    }

    /** A finite number from {@code low} to {@code high}; a problem and NaN where it is missing, no number or out of range. */
    public double number(Column column, double low, double high) {
        if (isMissing(column)) {
            problem(column, TableWords.NUMBER_MISSING);
            return Double.NaN;
        }
        return numberOrMissing(column, low, high);
    }

    /** As {@link #number(Column, double, double)}, but a missing cell is NaN and no problem. */
    public double numberOrMissing(Column column, double low, double high) {
        if (isMissing(column)) {
            return Double.NaN;
        }
        double value = table.numbers(column).value(code(column));
        if (Double.isNaN(value)) {
            problem(column, TableWords.NOT_A_NUMBER);
        } else if (value < low || value > high) {
            problem(column, new TableWords.NotBetween(AsTyped.of(low), AsTyped.of(high)));
            return Double.NaN;
        }
        return value;
    }

    /** The number that stands here; NaN where none does, and no problem: of a column that nobody promised to hold numbers. */
    public double numberIfAny(Column column) {
        return isMissing(column) ? Double.NaN : table.looked(column).value(code(column));
    }

    /** Any finite number; a problem and NaN where it is missing or no number. */
    public double number(Column column) {
        return number(column, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Notes a problem with this row's cell; {@code fault} is the rest of a sentence that starts with the value. */
    public void problem(Column column, Message fault) {
        problem(column, fault, "");
    }

    /**
     * Notes a problem with this row's cell.
     *
     * @param answer the option of the command line that may help, as the end of the sentence
     */
    public void problem(Column column, Message fault, String answer) {
        table.problem(number(), column.name(), text(column), fault, answer);
    }

    /** Notes a problem with this row's cell, in English. */
    @OnCommandLine
    public void problem(Column column, String fault) {
        problem(column, new CommonWords.Verbatim(fault));
    }
}
