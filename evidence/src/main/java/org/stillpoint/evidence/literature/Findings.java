package org.stillpoint.evidence.literature;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The findings that ship: craniosacral_trials.csv, each with its source. */
public final class Findings {

    private static final List<PublishedFinding> ALL = read();

    private Findings() {}

    /** All of them, in the order of the table; the last line says that none is known of the release itself. */
    public static List<PublishedFinding> list() {
        return ALL;
    }

    private static List<PublishedFinding> read() {
        InputStream table = Objects.requireNonNull(Findings.class.getResourceAsStream("craniosacral_trials.csv"));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream().map(Findings::finding).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedFinding finding(NamedCsvRecord row) {
        return new PublishedFinding(
                row.getField("study"),
                row.getField("condition"),
                row.getField("design"),
                row.getField("n"),
                row.getField("comparison"),
                row.getField("outcome"),
                row.getField("effect_type"),
                effect(row.getField("effect"), row.getField("ci_low"), row.getField("ci_high")),
                row.getField("note"),
                row.getField("source"));
    }

    private static Optional<PublishedFinding.Effect> effect(String value, String low, String high) {
        return value.isEmpty() || low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublishedFinding.Effect(
                        Double.parseDouble(value), Double.parseDouble(low), Double.parseDouble(high)));
    }
}
