package org.stillpoint.evidence.diary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The measures that ship, with reliable change, smallest change that matters and their sources (measures.csv). */
public final class Measures {

    private static final Map<String, Measure> BY_ID = read();

    /** Everyday column names and the measure they mean. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("pain", "nrs_pain"),
            Map.entry("schmerz", "nrs_pain"),
            Map.entry("schmerzen", "nrs_pain"),
            Map.entry("douleur", "nrs_pain"),
            Map.entry("dolor", "nrs_pain"),
            Map.entry("dolore", "nrs_pain"),
            Map.entry("pijn", "nrs_pain"),
            Map.entry("stress", "stress_nrs"),
            Map.entry("tension", "tension_nrs"),
            Map.entry("anxiety", "anxiety_nrs"),
            Map.entry("mood", "mood_nrs"),
            Map.entry("sleep", "sleep_nrs"),
            Map.entry("body_awareness", "body_awareness_nrs"));

    private Measures() {}

    public static List<Measure> list() {
        return List.copyOf(BY_ID.values());
    }

    /** Those that are filled in elsewhere: questionnaires, not the single questions of a check-in. */
    public static List<Measure> listQuestionnaires() {
        return BY_ID.values().stream()
                .filter(measure -> !MEANT.containsValue(measure.id()))
                .toList();
    }

    /** The measure of this id, or the one that an everyday column name such as {@code pain} means. */
    public static Optional<Measure> find(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return Optional.ofNullable(BY_ID.get(MEANT.getOrDefault(key, key)));
    }

    private static Map<String, Measure> read() {
        InputStream table = Objects.requireNonNull(Measures.class.getResourceAsStream("measures.csv"));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            Map<String, Measure> measures = new LinkedHashMap<>();
            rows.forEach(row -> {
                Measure measure = measure(row);
                measures.put(measure.id(), measure);
            });
            return measures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measure measure(NamedCsvRecord row) {
        return new Measure(
                row.getField("measure_id"),
                row.getField("name"),
                Double.parseDouble(row.getField("low")),
                Double.parseDouble(row.getField("high")),
                row.getField("better").equals("low") ? Better.LOWER : Better.HIGHER,
                number(row.getField("reliable_change")),
                number(row.getField("smallest_change_that_matters")),
                row.getField("threshold_source"),
                domains(row.getField("core_domains")));
    }

    private static Set<CoreDomain> domains(String codes) {
        return codes.isEmpty()
                ? Set.of()
                : Stream.of(codes.split(" "))
                        .map(code -> CoreDomain.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
