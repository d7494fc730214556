package org.stillpoint.words;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The names of regions, muscles, joints, segments and fascial lines in the languages of the program ({@code place-names.csv}), by their
 * English names without a side. Regions and muscles are those of the project's glossary of November 2026, the others are translated by hand;
 * no native practitioner has read them yet.
 */
final class PlaceTable {

    private static final Map<String, NamedCsvRecord> ROWS = read();

    private PlaceTable() {}

    /** Empty in English, and where the table has no such name. */
    static Optional<String> name(String english, Locale locale) {
        return field(english, locale.getLanguage()).map(name -> Typesetting.of(name, locale));
    }

    /** Older and everyday names, for the search; empty where there are none. */
    static String otherNames(String english, Locale locale) {
        return field(english, locale.getLanguage() + "_search").orElse("");
    }

    private static Optional<String> field(String english, String column) {
        return Optional.ofNullable(ROWS.get(english.toLowerCase(Locale.ROOT))).flatMap(row -> row.findField(column));
    }

    private static Map<String, NamedCsvRecord> read() {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        String name = "place-names.csv";
        try (CsvReader<NamedCsvRecord> table = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(PlaceTable.class.getResourceAsStream(name), name),
                        StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : table) {
                String english = row.getField("name").toLowerCase(Locale.ROOT);
                if (rows.put(english, row) != null) {
                    throw new IllegalStateException(name + " has two rows for " + english);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }
}
