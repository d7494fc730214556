package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.List;

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
    List<String> parts() {
        List<String> passed = new ArrayList<>();
        if (titles > 0) {
            passed.add(titles + (titles == 1 ? " row" : " rows") + " above the header");
        }
        if (labels > 0) {
            passed.add(labels + (labels == 1 ? " row" : " rows") + " of labels below the header");
        }
        if (blankRows > 0) {
            passed.add(blankRows + (blankRows == 1 ? " blank row" : " blank rows"));
        }
        if (!totals.isEmpty()) {
            passed.add("totals in row " + String.join(", ", totals));
        }
        return passed;
    }
}
