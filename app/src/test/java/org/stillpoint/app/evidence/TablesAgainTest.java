package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Others of each kind, made by the hundred: the same answer, or a question (exit 3); never silently another answer. */
class TablesAgainTest {

    static JsonNode run(String name, byte[] table, String... words) throws IOException {
        Path folder = Files.createTempDirectory("tables");
        Path file = Files.write(folder.resolve(name), table);
        try {
            List<String> all = new ArrayList<>(List.of("evidence", words[0], file.toString(), "--json"));
            all.addAll(List.of(words).subList(1, words.length));
            Outcome outcome = Program.run(all.toArray(String[]::new));
            if (outcome.code() == ExitCode.BAD_INPUT) {
                assertThat(outcome.err()).isNotBlank();
                assertThat(outcome.out()).isEmpty();
                return JsonMapper.shared().createObjectNode();
            }
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
            return JsonMapper.shared().readTree(outcome.out());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }

    private static void sameOrAsked(JsonNode answer, boolean mayAsk) {
        if (answer.isEmpty()) {
            assertThat(mayAsk).as("a question where nothing is doubtful").isTrue();
        } else {
            TablesAsSentTest.isTheDiary(answer);
        }
    }

    /** Rows repeated and shuffled, in any form of dates, separator, encoding and name of columns. */
    @Property(tries = 40)
    void diary_writtenInAnyWay_givesTheSameAnswerOrAsks(
            @ForAll("dateForms") String dates,
            @ForAll("separators") String separator,
            @ForAll("timeNames") String timeName,
            @ForAll("valueNames") String valueName,
            @ForAll("encodings") Charset encoding,
            @ForAll @IntRange(min = 0, max = 60) int repeated,
            @ForAll boolean shuffled,
            @ForAll boolean noted,
            @ForAll boolean decimals,
            @ForAll Random random)
            throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < TablesAsSentTest.PAIN.length; i++) {
            String value = TablesAsSentTest.PAIN[i] + (decimals ? (separator.equals(";") ? ",0" : ".0") : "");
            rows.add(day(dates, TablesAsSentTest.FIRST.plusDays(i))
                    + separator
                    + value
                    + (noted ? separator + "note " + i : ""));
        }
        for (int i = 0; i < repeated; i++) {
            rows.add(rows.get(random.nextInt(TablesAsSentTest.PAIN.length)));
        }
        if (shuffled) {
            Collections.shuffle(rows, random);
        }
        String text = timeName + separator + valueName + (noted ? separator + "übrig" : "") + "\n"
                + String.join("\n", rows) + "\n";
        JsonNode answer = run("d.csv", bytes(text, encoding), "diary", "--start", TablesAsSentTest.START);
        sameOrAsked(answer, false);
        assertThat(answer.get("repeatedRows").asInt()).isEqualTo(repeated);
    }

    private static byte[] bytes(String text, Charset encoding) {
        boolean marked = !encoding.equals(Charset.forName("windows-1252"));
        return ((marked ? "\uFEFF" : "") + text).getBytes(encoding);
    }

    private static String day(String form, LocalDate day) {
        long seconds = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        return switch (form) {
            case "seconds" -> String.valueOf(seconds);
            case "milliseconds" -> String.valueOf(1000 * seconds);
            case "excel" -> String.valueOf(day.toEpochDay() + 25_569);
            default -> day.format(DateTimeFormatter.ofPattern(form, Locale.ENGLISH));
        };
    }

    /** Any code for no answer in any rows of a known measure, in whatever unit far out: refused, or as if the cell were empty. */
    @Property(tries = 20)
    void diary_codesForNoAnswer_areRefusedOrAsIfEmpty(
            @ForAll("codes") String code,
            @ForAll("unknownNames") String unknown,
            @ForAll boolean known,
            @ForAll @IntRange(min = 1, max = 6) int many,
            @ForAll Random random)
            throws IOException {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            at.add(random.nextInt(TablesAsSentTest.PAIN.length));
        }
        String name = known ? "pain" : unknown;
        String coded = TablesAsSentTest.diary(
                "date," + name,
                i -> TablesAsSentTest.FIRST.plusDays(i) + "," + (at.contains(i) ? code : TablesAsSentTest.PAIN[i]));
        String empty = TablesAsSentTest.diary(
                "date," + name,
                i -> TablesAsSentTest.FIRST.plusDays(i) + "," + (at.contains(i) ? "" : TablesAsSentTest.PAIN[i]));
        byte[] bytes = coded.getBytes(StandardCharsets.UTF_8);
        JsonNode right =
                run("e.csv", empty.getBytes(StandardCharsets.UTF_8), "diary", "--start", TablesAsSentTest.START);
        JsonNode silent = run("c.csv", bytes, "diary", "--start", TablesAsSentTest.START);
        JsonNode told = run("c.csv", bytes, "diary", "--start", TablesAsSentTest.START, "--missing", code);
        if (!silent.isEmpty()) {
            same(silent, right);
        }
        same(told, right);
    }

    private static void same(JsonNode a, JsonNode b) {
        assertThat(a.get("n").asInt()).isEqualTo(b.get("n").asInt());
        assertThat(a.get("missing").asInt()).isEqualTo(b.get("missing").asInt());
        assertThat(a.get("levelOnly").get("mean").asDouble())
                .isCloseTo(b.get("levelOnly").get("mean").asDouble(), within(1e-9));
        assertThat(a.get("verdict").asString()).isEqualTo(b.get("verdict").asString());
    }

    /** Two to four people under any name of their column: kept apart, or asked about; never one diary. */
    @Property(tries = 20)
    void diary_peopleUnderAnyName_areKeptApartOrAskedAbout(
            @ForAll("peopleNames") String name,
            @ForAll @IntRange(min = 2, max = 4) int people,
            @ForAll @IntRange(min = 0, max = 300) int apart,
            @ForAll boolean blocks,
            @ForAll boolean numbered)
            throws IOException {
        List<String> rows = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            for (int i = 0; i < TablesAsSentTest.PAIN.length; i++) {
                int value = p == 0 ? TablesAsSentTest.PAIN[i] : 10 - TablesAsSentTest.PAIN[i];
                String who = numbered ? String.valueOf(p + 7) : "person " + (char) ('A' + p);
                rows.add("%03d|%s,%s,%d"
                        .formatted(
                                blocks ? p : i,
                                who,
                                TablesAsSentTest.FIRST.plusDays(i + (blocks ? -p * apart : 0L)),
                                value));
            }
        }
        Collections.sort(rows, java.util.Comparator.comparing(row -> row.substring(0, 3)));
        String text = name + ",date,pain\n"
                + String.join("\n", rows.stream().map(row -> row.substring(4)).toList()) + "\n";
        JsonNode answer =
                run("p.csv", text.getBytes(StandardCharsets.UTF_8), "diary", "--start", TablesAsSentTest.START);
        if (!answer.isEmpty()) {
            assertThat(answer.get("people")).as(text.substring(0, 60)).hasSize(people);
            TablesAsSentTest.isTheDiary(answer.get("people").get(0));
        }
    }

    /** Arms under any words: the difference has the sign of the arm that is named, or the arm is asked for. */
    @Property(tries = 40)
    void trial_armsUnderAnyWords_areNamedOrAskedFor(
            @ForAll("arms") List<String> arms,
            @ForAll boolean turned,
            @ForAll @IntRange(min = 0, max = 1) int duplicate)
            throws IOException {
        StringBuilder text = new StringBuilder("id,arm,pre,post\n");
        for (int i = 0; i < 10; i++) {
            boolean treated = i % 2 == 0 != turned;
            text.append("%d,%s,%d,%d\n"
                    .formatted(i, treated ? arms.get(0) : arms.get(1), 5 + i % 4, treated ? 2 + i % 3 : 5 + i % 3));
        }
        if (duplicate > 0) {
            text.append("3,").append(arms.get(0)).append(",5,2\n");
        }
        JsonNode answer = run("t.csv", text.toString().getBytes(StandardCharsets.UTF_8), "trial");
        assertThat(answer.isEmpty() || duplicate == 0).as("a person twice").isTrue();
        if (!answer.isEmpty()) {
            assertThat(answer.get("treatedArm").asString()).isEqualTo(arms.get(0));
            assertThat(answer.get("comparisonArm").asString()).isEqualTo(arms.get(1));
            assertThat(answer.get("ancova").get("diff").asDouble()).isNegative();
        }
    }

    @Provide
    Arbitrary<String> dateForms() {
        return Arbitraries.of(
                "yyyy-MM-dd",
                "yyyyMMdd",
                "yyyy/MM/dd",
                "dd.MM.yyyy",
                "dd/MM/yyyy",
                "M/d/yyyy",
                "d MMM yyyy",
                "seconds",
                "milliseconds",
                "excel");
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(",", ";", "\t");
    }

    @Provide
    Arbitrary<Charset> encodings() {
        return Arbitraries.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("windows-1252"));
    }

    @Provide
    Arbitrary<String> timeNames() {
        return Arbitraries.of("date", "Date", "Datum", "timestamp", "Recorded Date", "When was it?", "day");
    }

    @Provide
    Arbitrary<String> valueNames() {
        return Arbitraries.of("pain", "Pain", "PAIN", "nrs_pain", "Schmerz", "Pain (0-10)");
    }

    @Provide
    Arbitrary<String> unknownNames() {
        return Arbitraries.of("wellbeing", "rating", "score", "q1");
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(
                "99", "999", "9999", "-9", "-99", "-999", "88", "777", "98", "N/A", "#N/A", "None", "-", ".");
    }

    @Provide
    Arbitrary<String> peopleNames() {
        return Arbitraries.of(
                "client",
                "Client Name",
                "participant_id",
                "Email Address",
                "record_id",
                "who",
                "Kürzel",
                "x",
                "subjectID",
                "Initials",
                "measure",
                "group");
    }

    @Provide
    Arbitrary<List<String>> arms() {
        return Arbitraries.of(
                List.of("1", "0"),
                List.of("2", "1"),
                List.of("treated", "control"),
                List.of("Active", "Placebo"),
                List.of("SER", "usual care"),
                List.of("yes", "no"),
                List.of("acupuncture", "sham"),
                List.of("intervention", "waitlist"),
                List.of("A", "B"),
                List.of("red", "blue"));
    }
}
