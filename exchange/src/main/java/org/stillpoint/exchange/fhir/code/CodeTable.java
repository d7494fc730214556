package org.stillpoint.exchange.fhir.code;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A table of codes that ships with the program. */
final class CodeTable {
    private CodeTable() {}

    /** The rows of a table beside a class. */
    static List<NamedCsvRecord> read(Class<?> beside, String name) {
        InputStream table = Objects.requireNonNull(beside.getResourceAsStream(name), name);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A fault of the build, never of what somebody gave. */
    static void require(boolean good, String table, String what) {
        if (!good) {
            throw new IllegalStateException(table + ": " + what);
        }
    }
}
