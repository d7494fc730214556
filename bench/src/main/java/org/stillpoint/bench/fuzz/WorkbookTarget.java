package org.stillpoint.bench.fuzz;

/** A workbook. */
public final class WorkbookTarget {
    private WorkbookTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ReadTable.read("t.xlsx", bytes);
    }
}
