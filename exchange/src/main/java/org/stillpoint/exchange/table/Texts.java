package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The different texts of one column, each with a code from 0, and which of them stands in each row. */
final class Texts {

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> different = new ArrayList<>();
    private int[] inRow = new int[64];
    private boolean @Nullable [] nothing;

    void add(int row, String text) {
        if (row == inRow.length) {
            inRow = Arrays.copyOf(inRow, row + (row >> 1));
        }
        Integer code = codes.get(text);
        if (code == null) {
            code = different.size();
            codes.put(text, code);
            different.add(text);
        }
        inRow[row] = code;
    }

    /** Lets a row take the place of an earlier one that was left out. */
    void move(int from, int to) {
        inRow[to] = inRow[from];
    }

    int code(int row) {
        return inRow[row];
    }

    String text(int row) {
        return different.get(inRow[row]);
    }

    /** In order of appearance. */
    List<String> different() {
        return Collections.unmodifiableList(different);
    }

    int size() {
        return different.size();
    }

    /** Whether what stands in this row means nothing; told once for each different text. */
    boolean isNothing(int row, Predicate<String> meansNothing) {
        boolean[] known = nothing;
        if (known == null) {
            known = new boolean[different.size()];
            for (int code = 0; code < known.length; code++) {
                known[code] = meansNothing.test(different.get(code));
            }
            nothing = known;
        }
        return known[inRow[row]];
    }
}
