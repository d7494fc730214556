package org.stillpoint.evidence.questionnaire;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.evidence.questionnaire.Instrument.InstrumentKind;
import org.stillpoint.evidence.questionnaire.Instrument.InstrumentScore;
import org.stillpoint.evidence.questionnaire.InstrumentText.ChoiceText;
import org.stillpoint.evidence.questionnaire.InstrumentText.NumberEnds;

/**
 * The questionnaires that can be filled in, and their wordings. A wording is here only where its licence lets it be shown and a source
 * has it word for word; none was translated for this.
 */
public final class Instruments {
    private static final Map<String, Instrument> BY_ID = readInstruments();
    private static final Map<WordingKey, InstrumentText> WORDINGS = readTexts();

    private Instruments() {}

    private record WordingKey(String instrument, String language) {}

    private record TextLine(String part, int number, String text) {}

    /** In the order in which they are offered. */
    public static List<Instrument> list() {
        return List.copyOf(BY_ID.values());
    }

    public static Optional<Instrument> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** @throws IllegalArgumentException if it cannot be filled in */
    public static Instrument get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no questionnaire that can be filled in"));
    }

    /**
     * Its wording; empty where none is known, and then it is not offered in that language.
     *
     * @param language as ISO 639 has it, such as {@code de}
     */
    public static Optional<InstrumentText> text(String id, String language) {
        return Optional.ofNullable(WORDINGS.get(new WordingKey(id, language)));
    }

    private static Map<String, Instrument> readInstruments() {
        Map<String, Instrument> all = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("instruments.csv")) {
            all.put(
                    row.getField("instrument"),
                    new Instrument(
                            row.getField("instrument"),
                            InstrumentKind.valueOf(row.getField("kind")),
                            InstrumentScore.valueOf(row.getField("scoring")),
                            number(row, "items"),
                            number(row, "least_answered"),
                            number(row, "low"),
                            number(row, "high"),
                            row.getField("safety_item").isEmpty()
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(number(row, "safety_item")),
                            number(row, "asks_back_days"),
                            row.getField("licence"),
                            row.getField("scoring_source"),
                            row.getField("missing_rule")));
        }
        return all;
    }

    private static Map<WordingKey, InstrumentText> readTexts() {
        Map<WordingKey, List<TextLine>> lines = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows("texts.csv")) {
            lines.computeIfAbsent(
                            new WordingKey(row.getField("instrument"), row.getField("language")),
                            key -> new ArrayList<>())
                    .add(new TextLine(row.getField("part"), number(row, "number"), row.getField("text")));
        }
        Map<WordingKey, InstrumentText> all = new LinkedHashMap<>();
        lines.forEach((key, of) -> all.put(key, text(of)));
        return all;
    }

    private static InstrumentText text(List<TextLine> lines) {
        String stem = one(lines, "stem").orElseThrow();
        List<String> lows = texts(lines, "low");
        List<String> highs = texts(lines, "high");
        return new InstrumentText(
                stem,
                one(lines, "again").orElse(stem),
                texts(lines, "item"),
                of(lines, "choice")
                        .map(line -> new ChoiceText(line.number(), line.text()))
                        .toList(),
                IntStream.range(0, lows.size())
                        .mapToObj(end -> new NumberEnds(lows.get(end), highs.get(end)))
                        .toList(),
                one(lines, "credit").orElse(""),
                one(lines, "source").orElseThrow(),
                one(lines, "how_read").orElseThrow());
    }

    private static Stream<TextLine> of(List<TextLine> lines, String part) {
        return lines.stream()
                .filter(line -> line.part().equals(part))
                .sorted(Comparator.comparingInt(TextLine::number));
    }

    private static List<String> texts(List<TextLine> lines, String part) {
        return of(lines, part).map(TextLine::text).toList();
    }

    private static Optional<String> one(List<TextLine> lines, String part) {
        return texts(lines, part).stream().findFirst();
    }

    private static int number(NamedCsvRecord row, String column) {
        return Integer.parseInt(row.getField(column));
    }

    private static List<NamedCsvRecord> rows(String file) {
        InputStream table = Objects.requireNonNull(Instruments.class.getResourceAsStream(file));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
