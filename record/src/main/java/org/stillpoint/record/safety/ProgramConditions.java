package org.stillpoint.record.safety;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the program asks before every session: a table with a source for each row (read November 2026). For most conditions, and for every
 * waiting window, these are pages of practices: no primary evidence was found. A row is never taken out, for kept checks name it.
 */
public final class ProgramConditions {

    /** What is said of thoughts of self-harm is also read from a questionnaire. */
    public static final ConditionId SELF_HARM = new ConditionId("thoughts-of-self-harm");

    private record SourcedRow(Condition condition, String windowSource) {}

    private static final List<SourcedRow> ROWS = read();
    private static final Map<ConditionId, SourcedRow> BY_ID =
            ROWS.stream().collect(Collectors.toMap(row -> row.condition().id(), Function.identity()));

    private ProgramConditions() {}

    /** In the order in which they are asked: by level, and within it as in the table. */
    public static List<Condition> list() {
        return ROWS.stream().map(SourcedRow::condition).toList();
    }

    public static Optional<Condition> find(ConditionId id) {
        return Optional.ofNullable(BY_ID.get(id)).map(SourcedRow::condition);
    }

    /** Where the program's own window comes from; empty where it has none. */
    public static String windowSource(ConditionId id) {
        return Optional.ofNullable(BY_ID.get(id)).map(SourcedRow::windowSource).orElse("");
    }

    private static List<SourcedRow> read() {
        InputStream table = Objects.requireNonNull(ProgramConditions.class.getResourceAsStream("conditions.csv"));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            List<SourcedRow> read = new ArrayList<>();
            rows.forEach(row -> read.add(row(row)));
            return List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourcedRow row(NamedCsvRecord row) {
        String window = row.getField("window_days");
        return new SourcedRow(
                new Condition(
                        new ConditionId(row.getField("condition_id")),
                        SafetyLevel.valueOf(row.getField("level")),
                        window.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(window)),
                        row.getField("source"),
                        Optional.empty()),
                row.getField("window_source"));
    }
}
