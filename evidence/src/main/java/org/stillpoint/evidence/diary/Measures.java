package org.stillpoint.evidence.diary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

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
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Measures.class.getResourceAsStream("measures.csv")), StandardCharsets.UTF_8))) {
            Map<String, Measure> measures = new LinkedHashMap<>();
            in.lines()
                    .skip(1)
                    .map(Measures::fields)
                    .forEach(f -> measures.put(
                            f.get(0),
                            new Measure(
                                    f.get(0),
                                    f.get(1),
                                    Double.parseDouble(f.get(2)),
                                    Double.parseDouble(f.get(3)),
                                    f.get(4).equals("low") ? Better.LOWER : Better.HIGHER,
                                    number(f.get(6)),
                                    number(f.get(7)),
                                    f.get(8))));
            return measures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OptionalDouble number(String text) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** Fields of one line of our own table: commas, quotation marks around text that holds commas. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
