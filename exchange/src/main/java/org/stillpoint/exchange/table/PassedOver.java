package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;

/** What of a table is no data and was passed over, so that it can be said. */
final class PassedOver {

    private int titles;
    private int labels;
    private int blankRows;
    private final List<String> totals = new ArrayList<>();

    /** What stands around the header. */
    void around(Header header) {
        titles = header.titles();
        labels = header.labels();
        blankRows = header.blank();
    }

    void blankRow() {
        blankRows++;
    }

    /** A row of totals by its number. */
    void totals(int row) {
        totals.add(String.valueOf(row));
    }

    /** Each as a part of a sentence; empty where nothing was passed over. */
    List<Message> parts() {
        List<Message> passed = new ArrayList<>();
        if (titles > 0) {
            passed.add(new ReadWords.AboveHeader(titles));
        }
        if (labels > 0) {
            passed.add(new ReadWords.BelowHeader(labels));
        }
        if (blankRows > 0) {
            passed.add(new ReadWords.BlankRows(blankRows));
        }
        if (!totals.isEmpty()) {
            passed.add(new ReadWords.TotalsIn(String.join(", ", totals)));
        }
        return passed;
    }
}
