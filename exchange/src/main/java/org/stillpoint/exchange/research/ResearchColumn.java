package org.stillpoint.exchange.research;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One column of a table, as its data dictionary tells it.
 *
 * @param full whether it is in tables of whole records
 * @param deidentified whether it is in tables without what tells who somebody is
 * @param type text, integer, number or date
 * @param unit may be empty
 */
public record ResearchColumn(
        String table, String name, boolean full, boolean deidentified, String type, String unit, String about) {

    /** Of all tables, in their order. */
    static List<ResearchColumn> all() {
        InputStream file = Objects.requireNonNull(ResearchColumn.class.getResourceAsStream("columns.csv"));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(ResearchColumn::of).toList();
        } catch (IOException ownFile) {
            throw new UncheckedIOException(ownFile);
        }
    }

    private static ResearchColumn of(NamedCsvRecord row) {
        String in = row.getField("in");
        return new ResearchColumn(
                row.getField("table"),
                row.getField("column"),
                !in.equals("deidentified"),
                !in.equals("full"),
                row.getField("type"),
                row.getField("unit"),
                row.getField("about"));
    }

    boolean isText() {
        return type.equals("text");
    }
}
