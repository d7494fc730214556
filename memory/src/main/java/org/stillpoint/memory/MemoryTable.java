package org.stillpoint.memory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this room's own tables. */
final class MemoryTable {
    private MemoryTable() {}

    /** The rows of a table that ships with this package. */
    static List<NamedCsvRecord> read(String file) {
        try (InputStream stream = MemoryTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the table " + file + " is missing from the program");
            }
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + file + " cannot be read", e);
        }
    }

    /** A number of a row; {@code low} to {@code high}. */
    static double number(NamedCsvRecord row, String column, double low, double high) {
        String text = row.getField(column);
        double value = Double.parseDouble(text);
        if (!(value >= low && value <= high)) {
            throw new IllegalStateException("line " + row.getStartingLineNumber() + ", " + column + ": " + text
                    + " is not " + low + " to " + high);
        }
        return value;
    }
}
