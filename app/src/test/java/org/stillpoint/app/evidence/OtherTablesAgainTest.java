package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of every command but the diary's, written again as other programs and countries write them: the same answer, or refused;
 * never silently another answer. What must not be refused is said.
 */
@Execution(ExecutionMode.CONCURRENT)
class OtherTablesAgainTest {

    private static final double SAME = 1e-9;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    static Outcome run(EveryTable.Given given, byte[] table) throws IOException {
        Path folder = Files.createTempDirectory("tables");
        Path file = Files.write(folder.resolve("t.csv"), table);
        try {
            List<String> words = new ArrayList<>(given.words());
            words.add(file.toString());
            words.add("--json");
            return Program.run(words.toArray(String[]::new));
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static Outcome run(EveryTable.Given given, List<String> header, List<List<String>> rows)
            throws IOException {
        return run(given, text(header, rows, ",").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(List<String> header, List<List<String>> rows, String separator) {
        StringBuilder text = new StringBuilder(String.join(separator, header)).append('\n');
        rows.forEach(row -> text.append(String.join(separator, row)).append('\n'));
        return text.toString();
    }

    private static JsonNode right(EveryTable.Given given) throws IOException {
        Outcome outcome = run(given, given.header(), given.rows());
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(outcome.out());
    }

    static void same(EveryTable.Given given, Outcome outcome) throws IOException {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        same(JsonMapper.shared().readTree(outcome.out()), right(given), "");
    }

    static void sameOrRefused(EveryTable.Given given, Outcome outcome) throws IOException {
        if (outcome.code() == ExitCode.BAD_INPUT) {
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).isNotBlank();
        } else {
            same(given, outcome);
        }
    }

    /** Everything but what was read, which says how the table is written. */
    private static void same(JsonNode one, JsonNode other, String place) {
        if (other.isNumber()) {
            assertThat(one.asDouble())
                    .as(place)
                    .isCloseTo(other.asDouble(), within(SAME * Math.max(1, Math.abs(other.asDouble()))));
        } else if (other.isArray()) {
            assertThat(one.size()).as(place).isEqualTo(other.size());
            for (int i = 0; i < other.size(); i++) {
                same(one.get(i), other.get(i), place + "." + i);
            }
        } else if (other.isObject()) {
            assertThat(one.propertyNames()).as(place).containsExactlyElementsOf(other.propertyNames());
            other.propertyNames().stream()
                    .filter(name -> !name.equals("read") && !name.equals("seconds"))
                    .forEach(name -> same(one.get(name), other.get(name), place + "." + name));
        } else {
            assertThat(one.asString()).as(place).isEqualTo(other.asString());
        }
    }

    /** How the program of another country writes it. */
    enum Written {
        UTF_8,
        UTF_16,
        WINDOWS_1252,
        SEMICOLONS,
        TABS,
        SEP_LINE
    }

    @Property(tries = 50)
    void anyTable_writtenByAnotherProgram_givesTheSameAnswer(
            @ForAll EveryTable kind,
            @ForAll Written written,
            @ForAll boolean comma,
            @ForAll boolean titled,
            @ForAll boolean blanks,
            @ForAll boolean capitals,
            @ForAll boolean crlf)
            throws IOException {
        EveryTable.Given given = kind.given();
        boolean semicolons = written == Written.SEMICOLONS || written == Written.SEP_LINE;
        String separator = semicolons ? ";" : written == Written.TABS || written == Written.UTF_16 ? "\t" : ",";
        boolean parts = comma && !separator.equals(",");
        List<List<String>> rows = given.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    if (parts) {
                        given.numbers().forEach(c -> cells.set(c, cells.get(c).replace('.', ',')));
                    }
                    return cells;
                })
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> header = capitals
                ? given.header().stream()
                        .map(name -> name.toUpperCase(Locale.ROOT))
                        .toList()
                : given.header();
        String text = text(header, rows, separator);
        if (titled) {
            text = "Export of the clinic\n" + text;
        }
        if (blanks) {
            text += "\n" + separator.repeat(given.header().size() - 1) + "\n\n";
        }
        if (written == Written.SEP_LINE) {
            text = "sep=;\n" + text;
        }
        String lines = crlf ? text.replace("\n", "\r\n") : text;
        same(given, run(given, bytes(lines, written)));
    }

    private static byte[] bytes(String text, Written written) {
        return switch (written) {
            case UTF_16 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            case WINDOWS_1252 -> text.getBytes(WESTERN);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Two rows of labels below the names, the second of them Qualtrics' own. */
    @ParameterizedTest
    @EnumSource(EveryTable.class)
    void labelsOfQualtrics_belowTheHeader_countForNothing(EveryTable kind) throws IOException {
        EveryTable.Given given = kind.given();
        List<List<String>> rows = new ArrayList<>();
        rows.add(given.header().stream()
                .map(name -> "\"What is your " + name + "?\"")
                .toList());
        rows.add(given.header().stream()
                .map(name -> "\"{\"\"ImportId\"\":\"\"QID_" + name + "\"\"}\"")
                .toList());
        rows.addAll(given.rows());
        same(given, run(given, given.header(), rows));
    }

    /** Numbers with quoted decimal commas between commas may be thousands; they are read as parts, or asked about. */
    @ParameterizedTest
    @EnumSource(EveryTable.class)
    void decimalCommas_betweenCommas_giveTheSameAnswerOrAreAskedAbout(EveryTable kind) throws IOException {
        EveryTable.Given given = kind.given();
        List<List<String>> rows = given.rows().stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(c -> c < given.labels()
                                ? row.get(c)
                                : '"' + row.get(c).replace('.', ',') + '"')
                        .toList())
                .toList();
        sameOrRefused(given, run(given, given.header(), rows));
    }

    @ParameterizedTest
    @EnumSource(EveryTable.class)
    void totals_belowTheRows_countForNothing(EveryTable kind) throws IOException {
        EveryTable.Given given = kind.given();
        for (String word :
                List.of("Total", "Mean:", "Gesamtergebnis", "Overall (I-squared = 45%)", "Random effects model")) {
            List<List<String>> rows = new ArrayList<>(given.rows());
            rows.add(IntStream.range(0, given.header().size())
                    .mapToObj(c -> c == 0 ? word : c < given.labels() ? "" : mean(given, c))
                    .toList());
            same(given, run(given, given.header(), rows));
        }
    }

    private static String mean(EveryTable.Given given, int column) {
        return EveryTable.fine(given.rows().stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .average()
                .orElseThrow());
    }

    /** A code for no answer in one column of numbers: refused, or as if nothing stood there. */
    @Property(tries = 40)
    void codesForNoAnswer_inAnyColumn_areRefusedOrAsIfEmpty(@ForAll EveryTable kind, @ForAll Random random)
            throws IOException {
        EveryTable.Given given = kind.given();
        int row = random.nextInt(given.rows().size());
        int column = given.labels() + random.nextInt(given.header().size() - given.labels());
        String code = List.of("999", "-99", "9999", "-999").get(random.nextInt(4));
        Outcome coded = run(given, given.header(), with(given, row, column, code));
        if (coded.code() != ExitCode.BAD_INPUT) {
            Outcome empty = run(given, given.header(), with(given, row, column, ""));
            assertThat(empty.code()).as(empty.err()).isEqualTo(ExitCode.OK);
            same(
                    JsonMapper.shared().readTree(coded.out()),
                    JsonMapper.shared().readTree(empty.out()),
                    code + " in " + given.header().get(column));
        }
    }

    private static List<List<String>> with(EveryTable.Given given, int row, int column, String cell) {
        List<List<String>> rows = new ArrayList<>(given.rows());
        List<String> cells = new ArrayList<>(rows.get(row));
        cells.set(column, cell);
        rows.set(row, cells);
        return rows;
    }

    /** Names of people and studies as several programs write them in one file are one name. */
    @Property(tries = 27)
    void names_writtenInSeveralWays_areOne(@ForAll EveryTable kind, @ForAll Random random) throws IOException {
        EveryTable.Given given = kind.given();
        List<List<String>> rows = given.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    cells.set(0, otherwise(cells.getFirst(), random.nextInt(4)));
                    return cells;
                })
                .collect(Collectors.toCollection(ArrayList::new));
        rows.getFirst().set(0, given.rows().getFirst().getFirst());
        Outcome outcome = run(given, given.header(), rows);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        JsonNode answer = JsonMapper.shared().readTree(outcome.out());
        if (kind != EveryTable.PRACTICE) { // which calls its clients by their names
            same(answer, right(given), "");
        } else {
            assertThat(answer.get("read").get("people").asInt()).isEqualTo(2);
        }
    }

    private static String otherwise(String name, int way) {
        return switch (way) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> " " + name.replace(" ", "  ") + "\u00A0";
            case 2 -> java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
            default -> name;
        };
    }

    /** Ids that pandas wrote as numbers with parts in one half of a file and as whole numbers in the other are the same people. */
    @Test
    void ids_wholeAndWithParts_areTheSamePeople() throws IOException {
        EveryTable.Given given = EveryTable.PRACTICE.given();
        List<List<String>> rows = IntStream.range(0, given.rows().size())
                .mapToObj(i -> {
                    List<String> cells = new ArrayList<>(given.rows().get(i));
                    cells.set(0, (10 + i % 2) + (i < 30 ? "" : ".0"));
                    return cells;
                })
                .collect(Collectors.toCollection(ArrayList::new));
        Outcome outcome = run(given, given.header(), rows);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .get("read")
                        .get("people")
                        .asInt())
                .isEqualTo(2);
    }

    /** Every row twice: refused, or counted once. */
    @ParameterizedTest
    @EnumSource(EveryTable.class)
    void rows_allOfThemTwice_areRefusedOrCountOnce(EveryTable kind) throws IOException {
        EveryTable.Given given = kind.given();
        List<List<String>> rows = new ArrayList<>(given.rows());
        rows.addAll(given.rows());
        Collections.shuffle(rows, new Random(7));
        Outcome outcome = run(given, given.header(), rows);
        if (outcome.code() != ExitCode.BAD_INPUT) {
            JsonNode answer = JsonMapper.shared().readTree(outcome.out());
            JsonNode right = right(given);
            for (String count : List.of("n", "effects", "studies", "nTreated", "nComparison", "rows")) {
                if (right.has(count)) {
                    assertThat(answer.get(count).asInt())
                            .as(count)
                            .isEqualTo(right.get(count).asInt());
                }
            }
            assertThat(answer.get("read").get("repeatedRows").asInt())
                    .isEqualTo(given.rows().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA"})
    void score_forecastOfNobody_isRefused(String nobody) throws IOException {
        EveryTable.Given given = EveryTable.FORECASTS.given();
        Outcome outcome = run(given, given.header(), with(given, 3, 0, nobody));
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("row 5, column person");
    }

    @ParameterizedTest
    @CsvSource({"ci90_low,ci90_high", "lower 99% CI,upper 99% CI", "low_80,high_80"})
    void meta_intervalsOfAnotherLevel_areRefused(String low, String high, @TempDir Path folder) throws IOException {
        EveryTable.Given given = EveryTable.INTERVALS.given();
        Path file =
                Files.writeString(folder.resolve("t.csv"), text(List.of("study", "md", low, high), given.rows(), ","));
        Outcome outcome = Program.run("evidence", "meta", file.toString(), "--low", low, "--high", high);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("95 % are read");
        Path right = Files.writeString(
                folder.resolve("r.csv"), text(List.of("study", "md", "low_95", "high_95"), given.rows(), ","));
        assertThat(Program.run("evidence", "meta", right.toString(), "--low", "low_95", "--high", "high_95")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void conditions_ofOneMomentThatDisagree_areRefused() throws IOException {
        EveryTable.Given given = EveryTable.CONDITIONS.given();
        List<List<String>> rows = new ArrayList<>(given.rows());
        List<String> again = new ArrayList<>(rows.getFirst());
        again.set(1, "on");
        rows.add(again);
        Outcome outcome = run(given, given.header(), rows);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("is another condition than that of row 2");
    }

    @Test
    void association_aPersonTwiceWithOtherValues_isRefused() throws IOException {
        EveryTable.Given given = EveryTable.ASSOCIATION.given();
        List<List<String>> rows = new ArrayList<>(given.rows());
        List<String> again = new ArrayList<>(rows.getFirst());
        again.set(3, "61.0");
        rows.add(again);
        Outcome outcome = run(given, given.header(), rows);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("row 62, column patient", "stands in row 2 as well");
    }

    @Test
    void association_sexInCapitalsAndNot_isOneGroup() throws IOException {
        EveryTable.Given given = EveryTable.ASSOCIATION.given();
        List<List<String>> rows = IntStream.range(0, given.rows().size())
                .mapToObj(i -> {
                    List<String> cells = new ArrayList<>(given.rows().get(i));
                    cells.set(1, i % 4 < 2 ? cells.get(1).toUpperCase(Locale.ROOT) : cells.get(1) + " ");
                    return cells;
                })
                .collect(Collectors.toCollection(ArrayList::new));
        same(given, run(given, given.header(), rows));
    }

    @Test
    void trace_writtenByOtherPrograms_givesTheSamePlaces() throws IOException {
        EveryTable.Given maps = new EveryTable.Given(
                List.of("trace"),
                1,
                List.of("id", "X101", "X102", "X105", "X129", "X213"),
                List.of(
                        List.of("Zoë", "6.5", "0.0", "3.5", "0.0", "2.0"),
                        List.of("Ben", "0.0", "4.5", "0.0", "7.5", "0.0")));
        List<String> right = traced(run(maps, maps.header(), maps.rows()));
        String german = text(maps.header(), maps.rows(), ";").replace('.', ',');
        List<byte[]> others = List.of(
                german.getBytes(StandardCharsets.UTF_8),
                german.getBytes(WESTERN),
                ("\uFEFF" + text(maps.header(), maps.rows(), "\t")).getBytes(StandardCharsets.UTF_16LE),
                text(
                                Arrays.asList("id", "map___101", "map___102", "map___105", "map___129", "map___213"),
                                maps.rows(),
                                ",")
                        .getBytes(StandardCharsets.UTF_8),
                (text(maps.header(), maps.rows(), ",") + "Mean,3.2,2.2,1.7,3.7,1.0\n")
                        .getBytes(StandardCharsets.UTF_8));
        for (byte[] other : others) {
            assertThat(traced(run(maps, other))).isEqualTo(right);
        }
    }

    /** Each map's line but for what was read. */
    private static List<String> traced(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return outcome.out()
                .lines()
                .map(line -> line.replaceAll(",?\"read\":\\{.*\\}\\}?(?=\\}$)", ""))
                .toList();
    }
}
