package org.stillpoint.exchange.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.words.TableWords;

/** What the texts of a table's columns mean: numbers, each column read once, and which texts mean the same. */
final class Meanings {

    private final Table table;
    private final Map<Integer, Numbers> numbersOf = new HashMap<>();

    Meanings(Table table) {
        this.table = table;
    }

    /** The numbers of a column that is used as such; asks where they could be two. */
    Numbers numbers(Column column) {
        Numbers read = looked(column);
        if (!read.unsure().isEmpty()) {
            throw table.ask(new Question(
                    QuestionSubject.DECIMAL,
                    new TableWords.ThousandOrPart(column.name(), read.unsure()),
                    "say --decimal comma or --decimal point"));
        }
        return read;
    }

    /** The numbers of a column that may be used as something else. */
    Numbers looked(Column column) {
        return numbersOf.computeIfAbsent(column.index(), c -> Numbers.of(table, column));
    }

    /** Whether every text that stands for something is a number, and some are. */
    boolean areNumbers(Column column) {
        Numbers read = looked(column);
        List<String> all = table.different(column);
        boolean any = false;
        for (int code = 0; code < all.size(); code++) {
            boolean number = !Double.isNaN(read.value(code));
            any |= number;
            if (!number && !table.isNothing(all.get(code))) {
                return false;
            }
        }
        return any;
    }

    /** For each text by its code the code of the first one that means the same. */
    int[] of(Column column) {
        // -0 and 0 are one number, but two keys: hence + 0.0.
        Numbers read = looked(column);
        List<String> all = table.different(column);
        Map<Object, Integer> first = new HashMap<>();
        int[] meanings = new int[all.size()];
        for (int code = 0; code < meanings.length; code++) {
            double value = read.value(code);
            Object meaning = table.isNothing(all.get(code))
                    ? ""
                    : Double.isNaN(value) ? Cells.sameName(all.get(code)) : value + 0.0;
            Integer known = first.putIfAbsent(meaning, code);
            meanings[code] = known == null ? code : known;
        }
        return meanings;
    }

    /** Whether the rows hold whole numbers one after the other, in whatever order. */
    boolean countRows(Column column) {
        Numbers read = looked(column);
        int rows = table.size();
        double[] values = new double[rows];
        for (int r = 0; r < rows; r++) {
            values[r] = read.value(table.code(r, column));
        }
        Arrays.sort(values);
        for (int r = 0; r < rows; r++) {
            if (!(values[r] == Math.rint(values[0]) + r)) {
                return false;
            }
        }
        return rows > 1;
    }
}
