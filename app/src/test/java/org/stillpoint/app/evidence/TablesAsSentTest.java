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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables as people send them: the kinds of issue "never a false claim, never stuck". The diary is the one of its cases
 * (cases/tables): 42 entries, one a day from 2026-01-25, start 2026-02-08; 14 before, 28 after, difference of means -2.43, NAP 0.97, level
 * only -1.80 (-2.85 to -0.48), cautious -1.23 (-2.42 to -0.00), "too small to matter".
 */
@Execution(ExecutionMode.CONCURRENT)
class TablesAsSentTest {

    static final int[] PAIN = {
        6, 7, 6, 5, 7, 6, 6, 8, 7, 6, 5, 6, 7, 6, 6, 5, 5, 4, 5, 4, 4, 5, 3, 4, 4, 3, 4, 5, 3, 4, 3, 4, 4, 3, 2, 4, 3,
        4, 3, 3, 4, 3
    };

    static final LocalDate FIRST = LocalDate.of(2026, 1, 25);

    static final String START = "2026-02-08";

    @TempDir
    Path folder = Path.of("");

    /** A diary whose days and values are written as told. */
    static String diary(String header, IntFunction<String> row) {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < PAIN.length; i++) {
            text.append(row.apply(i)).append('\n');
        }
        return text.toString();
    }

    static String once() {
        return diary("date,pain", i -> FIRST.plusDays(i) + "," + PAIN[i]);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private static Outcome run(String command, Path file, String... options) {
        List<String> words = new ArrayList<>(List.of("evidence", command, file.toString()));
        words.addAll(Arrays.asList(options));
        return Program.run(words.toArray(String[]::new));
    }

    private static JsonNode json(String command, Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--json");
        Outcome outcome = run(command, file, all.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return new JsonMapper().readTree(outcome.out());
    }

    private static String refused(String command, Path file, String... options) {
        Outcome outcome = run(command, file, options);
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        return outcome.err();
    }

    static void isTheDiary(JsonNode answer) {
        assertThat(answer.get("nBefore").asInt()).isEqualTo(14);
        assertThat(answer.get("nAfter").asInt()).isEqualTo(28);
        assertThat(answer.get("difference").asDouble()).isCloseTo(-2.43, within(0.005));
        assertThat(answer.get("nap").asDouble()).isCloseTo(0.97, within(0.005));
        assertThat(answer.get("levelOnly").get("mean").asDouble()).isCloseTo(-1.80, within(0.005));
        assertThat(answer.get("levelOnly").get("cri95").get(0).asDouble()).isCloseTo(-2.85, within(0.005));
        assertThat(answer.get("levelOnly").get("cri95").get(1).asDouble()).isCloseTo(-0.48, within(0.005));
        JsonNode cautious = answer.get("deciding").get("levelOnly");
        assertThat(cautious.get("mean").asDouble()).isCloseTo(-1.23, within(0.005));
        assertThat(cautious.get("cri95").get(0).asDouble()).isCloseTo(-2.42, within(0.005));
        assertThat(answer.get("verdict").asString()).isEqualTo("too small to matter");
    }

    // --- 1: the same record twice

    @Test
    void diary_everyRowTwice_countsOnceAndSaysHowMany() throws IOException {
        JsonNode answer = json(
                "diary",
                file(
                        "twice.csv",
                        diary(
                                "date,pain",
                                i -> (FIRST.plusDays(i) + "," + PAIN[i] + "\n")
                                        .repeat(2)
                                        .strip())),
                "--start",
                START);
        isTheDiary(answer);
        assertThat(answer.get("repeatedRows").asInt()).isEqualTo(42);
        assertThat(answer.get("read").get("rows").asInt()).isEqualTo(84);
    }

    @Test
    void diary_twoValuesAtOneMoment_asksAndAveragesOnlyWhenTold() throws IOException {
        Path two = file("two.csv", once() + FIRST + ",8\n");
        assertThat(refused("diary", two, "--start", START)).contains("rows 2 and 44", "--same-moment mean");
        assertThat(json("diary", two, "--start", START, "--same-moment", "mean")
                        .get("n")
                        .asInt())
                .isEqualTo(42);
        assertThat(json("diary", two, "--start", START, "--same-moment", "all")
                        .get("n")
                        .asInt())
                .isEqualTo(43);
    }

    @Test
    void trial_personTwice_namesBothRows() throws IOException {
        Path people =
                file("t.csv", "id,pre,post,arm\na,5,3,1\nb,6,3,1\nc,7,5,1\nA ,5,3,1\nd,5,5,0\ne,6,5,0\nf,4,4,0\n");
        assertThat(refused("trial", people)).contains("row 5, column id: \"A\" stands in row 2 as well");
    }

    @Test
    void meta_severalEffectsOfOneStudy_speaksFromThreeLevels() throws IOException {
        Path studies = file(
                "s.csv",
                "study,yi,vi\nStudy 1,0.1,0.02\nStudy 1,0.12,0.02\nstudy 1 ,0.08,0.02\nStudy 1,0.11,0.02\nStudy 1,0.09,0.02\nStudy 1,0.13,0.02\nStudy 2,0.8,0.02\nStudy 3,-0.1,0.03\nStudy 4,0.5,0.03\nStudy 5,0.6,0.04\n");
        JsonNode three = json("meta", studies).get("threeLevel");
        assertThat(three.get("est").asDouble()).isCloseTo(0.3723, within(5e-5));
        assertThat(three.get("se").asDouble()).isCloseTo(0.1660, within(5e-5));
        assertThat(three.get("tau2Between").asDouble()).isCloseTo(0.1144, within(5e-5));
        assertThat(three.get("tau2Within").asDouble()).isCloseTo(0, within(5e-5));
        assertThat(json("meta", studies).get("studies").asInt()).isEqualTo(5);
        assertThat(run("meta", studies).out()).contains("Study 1 stands there 6 times", "0.3723");
    }

    // --- 2: times in another unit

    @Test
    void diary_daysInOtherForms_giveTheSameAnswerWithAStartOfTheSameForm() throws IOException {
        IntFunction<LocalDate> day = FIRST::plusDays;
        List<String[]> forms = List.of(
                new String[] {
                    diary("date,pain", i -> day.apply(i).toString().replace("-", "") + "," + PAIN[i]), "20260208"
                },
                new String[] {
                    diary("date,pain", i -> day.apply(i).atStartOfDay().toEpochSecond(ZoneOffset.UTC) + "," + PAIN[i]),
                    "1770508800"
                },
                new String[] {
                    diary(
                            "date,pain",
                            i -> day.apply(i).atStartOfDay().toEpochSecond(ZoneOffset.UTC) + "000," + PAIN[i]),
                    "1770508800000"
                },
                new String[] {diary("date,pain", i -> (day.apply(i).toEpochDay() + 25_569) + "," + PAIN[i]), "46061"},
                new String[] {
                    diary(
                            "date;pain",
                            i -> day.apply(i).format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy")) + ";"
                                    + PAIN[i]),
                    "8.2.2026"
                });
        for (String[] form : forms) {
            Path table = file("form.csv", form[0]);
            isTheDiary(json("diary", table, "--start", form[1]));
            isTheDiary(json("diary", table, "--start", START));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24 | --time-unit hours
            1440 | --time-unit minutes
            86400 | --time-unit seconds
            """)
    void diary_numbersInAnotherUnit_areAskedAbout(int unit, String option) throws IOException {
        Path table = file("unit.csv", diary("time,pain", i -> (long) i * unit + "," + PAIN[i]));
        String start = String.valueOf(14L * unit);
        Outcome outcome = run("diary", table, "--start", start);
        assertThat(outcome.code()).as(outcome.out()).isEqualTo(ExitCode.BAD_INPUT);
        List<String> all = new ArrayList<>(List.of("--start", start));
        all.addAll(List.of(option.split(" ", -1)));
        isTheDiary(json("diary", table, all.toArray(String[]::new)));
    }

    @Test
    void diary_entryYearsAway_isAskedAbout() throws IOException {
        assertThat(refused("diary", file("far.csv", once() + "2062-02-08,4\n"), "--start", START))
                .contains("row 44", "--far-apart");
        assertThat(refused("diary", file("far.csv", once()), "--start", "2062-02-08"))
                .contains("--far-apart");
    }

    @Test
    void diary_universalTimes_askWhereTheDaysAre() throws IOException {
        // 22:30 in New York is 03:30 of the next day in universal time.
        Path table = file("z.csv", diary("date,pain", i -> FIRST.plusDays(i + 1) + "T03:30:00Z," + PAIN[i]));
        assertThat(refused("diary", table, "--start", START)).contains("--zone");
        JsonNode answer = json("diary", table, "--start", START, "--zone", "America/New_York");
        isTheDiary(answer);
        assertThat(answer.get("read").get("zone").asString()).isEqualTo("America/New_York");
    }

    // --- 3: values outside a known scale

    @ParameterizedTest
    @ValueSource(strings = {"999", "-99", "99", "11"})
    void diary_valueOutsideTheScale_isRefusedByRowOrDeclaredMissing(String code) throws IOException {
        Path table = file(
                "c.csv",
                diary(
                        "date,pain",
                        i -> FIRST.plusDays(i) + "," + (i == 3 || i == 9 || i == 20 || i == 31 ? code : PAIN[i])));
        assertThat(refused("diary", table, "--start", START))
                .contains("row 5, column pain", "row 11", "row 22", "row 33", "0 and 10");
        JsonNode answer = json("diary", table, "--start", START, "--missing", code);
        // cases/tables/diary-missing-code-999: as with blanks.
        assertThat(answer.get("missing").asInt()).isEqualTo(4);
        assertThat(answer.get("nBefore").asInt()).isEqualTo(12);
        assertThat(answer.get("nAfter").asInt()).isEqualTo(26);
        assertThat(answer.get("difference").asDouble()).isCloseTo(-2.57, within(0.005));
        assertThat(answer.get("levelOnly").get("mean").asDouble()).isCloseTo(-1.85, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "n/a", "None", "#N/A", "-", ".", "NA", "NaN", "null", ""})
    void diary_wordForNothing_isMissing(String word) throws IOException {
        Path table = file("w.csv", diary("date,pain", i -> FIRST.plusDays(i) + "," + (i == 3 ? word : PAIN[i])));
        assertThat(json("diary", table, "--start", START).get("missing").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "999", "-9", "-99", "9999"})
    void diary_isolatedCodeOnAnUnknownScale_isAskedAbout(String code) throws IOException {
        Path table = file("u.csv", diary("date,wellbeing", i -> FIRST.plusDays(i) + "," + (i == 3 ? code : PAIN[i])));
        assertThat(refused("diary", table, "--start", START)).contains("--missing " + code, "--range");
        assertThat(json("diary", table, "--start", START, "--missing", code)
                        .get("missing")
                        .asInt())
                .isEqualTo(1);
    }

    // --- 4: people and measures

    @ParameterizedTest
    @ValueSource(strings = {"participant_id", "Client Name", "Email Address", "record_id", "Teilnehmer", "subjectID"})
    void diary_columnOfPeople_keepsThemApart(String name) throws IOException {
        Path table = file("two.csv", twoPeople(name));
        JsonNode people = json("diary", table, "--start", START).get("people");
        assertThat(people).hasSize(2);
        isTheDiary(people.get(0));
        assertThat(people.get(1).get("difference").asDouble()).isCloseTo(2.43, within(0.005));
        assertThat(people.get(1).get("nap").asDouble()).isCloseTo(0.03, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who", "Kürzel", "x", "measure", "device"})
    void diary_columnThatTellsRowsApartUnderAnotherName_isAskedAbout(String name) throws IOException {
        Path table = file("two.csv", twoPeople(name));
        assertThat(refused("diary", table, "--start", START))
                .contains("column " + name, "--person", "--all-one-person");
        assertThat(json("diary", table, "--start", START, "--person", name).get("people"))
                .hasSize(2);
        isTheDiary(json("diary", table, "--start", START, "--only", name + "=ana@example.org"));
    }

    private static String twoPeople(String name) {
        return diary(
                name + ",date,pain",
                i -> "ana@example.org," + FIRST.plusDays(i) + "," + PAIN[i] + "\nben@example.org," + FIRST.plusDays(i)
                        + "," + (10 - PAIN[i]));
    }

    @Test
    void diary_idThatNumbersTheAnswers_isNoPerson() throws IOException {
        isTheDiary(json(
                "diary",
                file("r.csv", diary("id,date,pain", i -> (i + 1) + "," + FIRST.plusDays(i) + "," + PAIN[i])),
                "--start",
                START));
    }

    @Test
    void practice_namesThatAreTheSame_areOnePerson() throws IOException {
        String[] ways = {"Jos\u00e9", "Jose\u0301", " JOS\u00c9"};
        JsonNode answer = json(
                "practice",
                file("n.csv", diary("client,date,pain", i -> ways[i % 3] + "," + FIRST.plusDays(i) + "," + PAIN[i])),
                "--start",
                START);
        assertThat(answer.get("clients").asInt()).isEqualTo(1);
        assertThat(answer.get("people").get(0).get("nBefore").asInt()).isEqualTo(14);
        assertThat(answer.get("read").get("notes").toString()).contains("written in several ways");
    }

    // --- 5: directions

    @Test
    void trial_armsCodedOneAndTwo_asks() throws IOException {
        // MASS anorexia, 20 of its rows, as in cases/tables/trial-arms-coded-1-and-2: 9.07 (1.72 to 16.42).
        Path table = file(
                "trial.csv",
                "id,group,pre,post\n1,1,80,80\n2,1,89,80\n3,1,92,86\n4,1,74,86\n5,1,78,76\n6,1,88,78\n7,1,87,75\n8,1,75,87\n9,1,81,74\n10,1,78,85\n11,2,84,95\n12,2,83,94\n13,2,86,92\n14,2,82,92\n15,2,87,100\n16,2,80,77\n17,2,77,77\n18,2,94,102\n19,2,73,95\n20,2,80,75\n");
        assertThat(refused("trial", table)).contains("--treated: 1, 2");
        JsonNode answer = json("trial", table, "--treated", "2");
        assertThat(answer.get("ancova").get("diff").asDouble()).isCloseTo(9.07, within(0.005));
        assertThat(answer.get("ancova").get("ci").get(0).asDouble()).isCloseTo(1.72, within(0.005));
        assertThat(answer.get("treatedArm").asString()).isEqualTo("2");
        assertThat(answer.get("comparisonArm").asString()).isEqualTo("1");
        assertThat(answer.get("responders30").get("refused").asString()).contains("--better");
    }

    @Test
    void trial_codeForNoAnswer_isAskedAbout() throws IOException {
        Path table =
                file("m.csv", "id,arm,pre,post\n1,1,5,3\n2,1,6,999\n3,1,7,4\n4,1,4,2\n5,0,5,5\n6,0,6,5\n7,0,7,6\n");
        assertThat(refused("trial", table)).contains("column post", "--missing 999");
        assertThat(refused("trial", table, "--range", "0:10")).contains("row 3, column post");
        assertThat(json("trial", table, "--missing", "999").get("missing").asInt())
                .isEqualTo(1);
    }

    @Test
    void trial_oneUnderControl_isNotTreated() throws IOException {
        Path table = file("c.csv", "id,control,pre,post\n1,1,5,3\n2,1,6,4\n3,1,7,4\n4,0,5,5\n5,0,6,5\n6,0,7,6\n");
        assertThat(refused("trial", table, "--arm", "control")).contains("--treated: 1, 0");
        assertThat(json("trial", table, "--arm", "control", "--treated", "0")
                        .get("treatedArm")
                        .asString())
                .isEqualTo("0");
    }

    @Test
    void trial_higherIsBetter_countsThoseWhoRose() throws IOException {
        String rows =
                "id,arm,pre,post\n0,treated,3,8\n1,treated,4,8\n2,treated,2,7\n3,treated,5,9\n4,treated,3,7\n5,control,3,3\n6,control,4,2\n7,control,6,3\n8,control,5,3\n9,control,4,4\n";
        for (JsonNode answer : List.of(
                json("trial", file("a.csv", rows), "--better", "high"),
                json("trial", file("a.csv", rows), "--measure", "psfs"),
                json("trial", file("psfs.csv", rows)),
                json(
                        "trial",
                        file("b.csv", rows.replace("pre,post", "psfs_pre,psfs_post")),
                        "--before",
                        "psfs_pre",
                        "--after",
                        "psfs_post"))) {
            JsonNode r = answer.get("responders30");
            assertThat(r.get("treated").get(0).asInt()).isEqualTo(5);
            assertThat(r.get("comparison").get(0).asInt()).isZero();
            assertThat(answer.get("better").asString()).isEqualTo("high");
        }
    }

    // --- 6: widths

    @Test
    void trial_nOfOneWithoutScatterBetweenPeople_keepsAWidth() throws IOException {
        StringBuilder text = new StringBuilder("person,phase,value\n");
        for (int p = 0; p < 3; p++) {
            for (int[] v : new int[][] {{7, 5}, {8, 4}, {7, 5}, {6, 5}, {7, 4}, {7, 5}}) {
                text.append("P%d,A1,%d\nP%d,B1,%d\n".formatted(p, v[0] + p, p, v[1] + p));
            }
        }
        JsonNode answer = json("trial", file("n.csv", text.toString()));
        assertThat(answer.get("ci").get(1).asDouble() - answer.get("ci").get(0).asDouble())
                .isGreaterThan(0.5);
        assertThat(answer.get("predictionInterval").get(1).asDouble()
                        - answer.get("predictionInterval").get(0).asDouble())
                .isGreaterThan(0.5);
        assertThat(answer.get("hartungKnapp").isNull()).isTrue();
        assertThat(answer.get("careful").get("ci").get(0).asDouble())
                .isEqualTo(answer.get("ci").get(0).asDouble());
    }

    @Test
    void meta_hartungKnapp_textIsNeverNarrower() throws IOException {
        // cases/tables/meta-hartung-knapp-too-narrow: -1.1871 to 0.1758 with max(1, q) and t on 2.
        Path three = file("three.csv", "study,yi,sei\nA,-0.5,0.3\nB,-0.51,0.25\nC,-0.505,0.28\n");
        assertThat(run("meta", three).out()).contains("-1.1871 to 0.1758");
        assertThat(json("meta", three)
                        .get("REML")
                        .get("HartungKnapp")
                        .get("ci")
                        .get(0)
                        .asDouble())
                .isCloseTo(-0.5180, within(5e-5));
    }

    // --- 7: effects and their intervals

    @Test
    void meta_oddsRatios_arePooledAsLogarithms() throws IOException {
        Path ratios = file(
                "o.csv",
                "study,or,ci_low,ci_high\nA,2.0,0.9,4.44\nB,0.6,0.3,1.2\nC,4.0,1.0,16.0\nD,1.5,1.0,2.25\nE,0.8,0.5,1.28\n");
        for (JsonNode answer : List.of(json("meta", ratios, "--effect", "or"), json("meta", ratios))) {
            JsonNode reml = answer.get("REML");
            assertThat(reml.get("est").asDouble()).isCloseTo(1.236, within(0.0015));
            assertThat(reml.get("ci").get(0).asDouble()).isCloseTo(0.727, within(0.0015));
            assertThat(reml.get("ci").get(1).asDouble()).isCloseTo(2.104, within(0.0015));
            assertThat(reml.get("logs").get("est").asDouble()).isCloseTo(0.2122, within(5e-4));
        }
        Path unknown = file("u.csv", Files.readString(ratios).replace("study,or", "study,effect"));
        assertThat(refused("meta", unknown)).contains("row 2, column effect", "it fits as a ratio: say --effect or");
        assertThat(json("meta", unknown, "--effect", "or")
                        .get("REML")
                        .get("est")
                        .asDouble())
                .isCloseTo(1.236, within(0.0015));
        assertThat(refused("meta", file("d.csv", "study,smd,low,high\nA,0.5,0.1,0.9\nB,1.2,0.1,0.9\n")))
                .contains("row 3, column smd", "outside its own interval");
    }

    // --- 9 and 10

    @Test
    void diary_phases_giveTheStartOrAreAskedAbout() throws IOException {
        Path ab = file(
                "ab.csv",
                diary("date,phase,pain", i -> FIRST.plusDays(i) + "," + (i < 14 ? "A" : "B") + "," + PAIN[i]));
        isTheDiary(json("diary", ab));
        isTheDiary(json("diary", ab, "--start", START));
        assertThat(refused("diary", ab, "--start", "2026-02-11")).contains("column phase");
        Path abab = file(
                "abab.csv",
                diary(
                        "date,x,pain",
                        i -> FIRST.plusDays(i) + ","
                                + List.of("A1", "B1", "A2", "B2").get(i / 11) + "," + PAIN[i]));
        assertThat(refused("diary", abab, "--start", START)).contains("column x", "--leave");
        isTheDiary(json("diary", abab, "--start", START, "--leave", "x"));
    }

    @Test
    void practice_clientWithoutAStart_doesNotBlockTheOthers() throws IOException {
        String rows = diary(
                        "client,day,pain,start",
                        i -> "AB," + FIRST.plusDays(i) + "," + PAIN[i] + "," + (i == 20 ? START : ""))
                + "CD,2026-03-01,5,\nCD,2026-03-02,6,\n";
        JsonNode answer = json("practice", file("p.csv", rows));
        assertThat(answer.get("people").get(0).get("verdict").asString()).isEqualTo("too small to matter");
        assertThat(answer.get("people").get(1).get("verdict").asString()).isEqualTo("not started yet");
        assertThat(answer.get("notStarted").asInt()).isEqualTo(1);
        assertThat(run("practice", file("p.csv", rows)).out()).contains("CD: 2 entries before");
    }

    @Test
    void diary_othersWaysOfWriting_giveTheSameValues() throws IOException {
        List<Path> tables = List.of(
                file(
                        "g.csv",
                        "Datum;Schmerz\r\n25.01.2026;6,5\r\n26.01.2026;7,5\r\n27.01.2026;6,5\r\n28.01.2026;5,5\r\n"),
                file(
                        "w.csv",
                        "Datum;Schmerz;Übung\n25.01.2026;6,5;Spaß\n26.01.2026;7,5;Spaß\n27.01.2026;6,5;x\n28.01.2026;5,5;y\n",
                        Charset.forName("windows-1252")),
                file(
                        "u.txt",
                        "\uFEFFdate\tpain\n2026-01-25\t6.5\n2026-01-26\t7.5\n2026-01-27\t6.5\n2026-01-28\t5.5\n",
                        StandardCharsets.UTF_16LE),
                file("s.csv", "sep=;\ndate;pain\n2026-01-25;6.5\n2026-01-26;7.5\n2026-01-27;6.5\n2026-01-28;5.5\n"),
                file(
                        "us.csv",
                        "Timestamp,Pain\n1/25/2026 8:30:00 PM,6.5\n1/26/2026 8:30:00 PM,7.5\n1/27/2026 8:30:00 PM,6.5\n1/28/2026 8:30:00 PM,5.5\n"),
                file(
                        "a.csv",
                        "date,pain\n2026-01-25 20:30:00 +0100,6.5\n2026-01-26 20:30:00 +0100,7.5\n2026-01-27 20:30:00 +0100,6.5\n2026-01-28 20:30:00 +0100,5.5\n"),
                file(
                        "q.csv",
                        "date,pain\nRecorded Date,How strong?\n\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n2026-01-25,6.5\n2026-01-26,7.5\n2026-01-27,6.5\n2026-01-28,5.5\n"),
                file(
                        "b.csv",
                        "client,date,pain\nAB,2026-01-25,6.5\nAB,2026-01-26,7.5\nAB,2026-01-27,6.5\nAB,2026-01-28,5.5\n,,\n,,\n"),
                file(
                        "t.csv",
                        "Pain diary of AB\n\ndate,pain\n2026-01-25,6.5\n2026-01-26,7.5\n2026-01-27,6.5\n2026-01-28,5.5\nAverage,6.5\n"));
        for (Path table : tables) {
            JsonNode answer = json("diary", table, "--start", "2026-01-27");
            assertThat(answer.get("n").asInt()).as(table.toString()).isEqualTo(4);
            assertThat(answer.get("difference").asDouble()).as(table.toString()).isCloseTo(-1, within(1e-12));
        }
        assertThat(run("diary", tables.get(1), "--start", "2026-01-27").out()).contains("Windows-1252");
        assertThat(run("diary", tables.get(8), "--start", "2026-01-27").out()).contains("totals in row 8");
    }

    @Test
    void diary_slashesThatCouldBeEither_areAskedAbout() throws IOException {
        Path table = file("d.csv", "date,pain\n01/02/2026,6\n02/02/2026,7\n03/02/2026,5\n");
        assertThat(refused("diary", table, "--start", "2026-02-02")).contains("--dates dmy", "--dates mdy");
        assertThat(json("diary", table, "--start", "2026-02-02", "--dates", "dmy")
                        .get("nBefore")
                        .asInt())
                .isEqualTo(1);
    }
}
