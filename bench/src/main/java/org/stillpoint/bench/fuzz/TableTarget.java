package org.stillpoint.bench.fuzz;

/** Text with separators, in whatever encoding. */
public final class TableTarget {
    private TableTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        ReadTable.read("t.csv", bytes);
    }
}
