package org.stillpoint.app.evidence;

import java.util.List;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/** Whether a table whose rows have no names holds everything twice, as files do that were put together from copies. */
final class Repeats {

    /** Fewer rows than this are the same twice by chance. */
    private static final int FEW = 8;

    private Repeats() {}

    /** Whether the second half of the rows repeats the first, or every row is followed by itself. */
    static boolean standsTwice(Table table) {
        int half = table.size() / 2;
        if (table.size() < FEW || table.size() % 2 > 0) {
            return false;
        }
        boolean halves = true;
        boolean pairs = true;
        for (int i = 0; i < half; i++) {
            halves = halves && codes(table, table.row(i)).equals(codes(table, table.row(i + half)));
            pairs = pairs && codes(table, table.row(2 * i)).equals(codes(table, table.row(2 * i + 1)));
        }
        return halves || pairs;
    }

    private static List<Integer> codes(Table table, Row row) {
        return table.columns().stream().map(row::code).toList();
    }
}
