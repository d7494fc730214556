package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.evidence.EvidenceCommand;
import org.stillpoint.exchange.research.ResearchColumn;
import org.stillpoint.exchange.research.ResearchTable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CohortEvidenceTest {
    private static final Set<String> TIMES = Set.of("seconds", "people");

    @TempDir
    private static Path folder;

    /** Three practices of made-up diaries, the first with a fifth of all. */
    @BeforeAll
    static void madeUp() throws IOException {
        MadeUpExports.diaries(Files.createDirectory(folder.resolve("three")), 3, 60);
    }

    private static JsonNode oneMachine(Path file, String... more) {
        String[] words = Stream.concat(Stream.of("practice", file.toString(), "--json"), Stream.of(more))
                .toArray(String[]::new);
        return CohortRun.of(new CommandLine(new EvidenceCommand()), words).json();
    }

    private static CohortRun cohort(String... words) {
        return CohortRun.of(CohortRun.local(
                Stream.concat(Stream.of("evidence"), Stream.of(words)).toArray(String[]::new)));
    }

    private static void checkPeople(JsonNode one, JsonNode other) {
        Map<String, JsonNode> people = CohortRun.people(other);
        assertThat(CohortRun.people(one)).hasSameSizeAs(people);
        people.forEach((name, person) -> Alike.check(CohortRun.people(one).get(name), person, Set.of()));
    }

    @Test
    void oneFile_answersAsOneMachine() {
        Path file = folder.resolve("three/practice-1.csv");
        JsonNode alone = oneMachine(file);
        JsonNode cohort = cohort(file.toString(), "--json").json();
        Alike.check(cohort, alone, TIMES);
        checkPeople(cohort, alone);
        assertThat(alone.get("people").size()).isEqualTo(24);
    }

    /** A skewed practice too: its rows are dealt out by client, and no machine holds it. */
    @Test
    void oneFile_readInPartsOfItsClients_answersAsOneMachine() {
        Path file = folder.resolve("three/practice-2.csv");
        JsonNode alone = oneMachine(file);
        JsonNode cohort =
                cohort(file.toString(), "--json", "--part-bytes", "1000").json();
        Alike.check(cohort, alone, Set.of("seconds", "people", "written", "days", "notes"));
        assertThat(cohort.get("read").get("parts").asInt()).isGreaterThan(5);
        checkPeople(cohort, alone);
    }

    @Test
    void severalFiles_countEachPracticeAndAll() {
        JsonNode cohort = cohort(folder.resolve("three").toString(), "--json").json();
        double alarms = 0;
        int changed = 0;
        for (int practice = 0; practice < 3; practice++) {
            JsonNode alone = oneMachine(folder.resolve("three/practice-" + practice + ".csv"));
            JsonNode own = cohort.get("practices").get(practice);
            assertThat(own.get("practice").asString()).isEqualTo("practice-" + practice + ".csv");
            Alike.check(own, alone, Set.of("seconds", "people", "read", "repeatedRows"));
            Alike.check(cohort.get("read").get(practice), alone.get("read"), Set.of());
            alarms += alone.get("expectedFalseAlarms").asDouble();
            changed += alone.get("verdicts").get("changed").asInt();
        }
        assertThat(cohort.get("clients").asInt()).isEqualTo(60);
        assertThat(cohort.get("people").size()).isEqualTo(60);
        assertThat(cohort.get("verdicts").get("changed").asInt()).isEqualTo(changed);
        assertThat(cohort.get("expectedFalseAlarms").asDouble())
                .isCloseTo(alarms, org.assertj.core.api.Assertions.within(1e-12));
    }

    /** The tables of an export, as CSV and as Parquet, beside the table of the same diaries that one machine reads. */
    @Test
    void export_asCsvOrParquet_startsEachClientWithTheirFirstSession() throws IOException {
        List<Map<String, String>> checkIns = IntStream.range(0, 8 * 30)
                .mapToObj(k -> Map.of(
                        "person", String.valueOf(k / 30 + 1),
                        "day_number", String.valueOf(k % 30),
                        "pain", String.valueOf((k * k + k / 30) % 5 + (k % 30 < 12 ? 4 : 1)),
                        "says_worse", "no"))
                .toList();
        List<Map<String, String>> sessions = IntStream.range(0, 14)
                .mapToObj(k -> Map.of(
                        "person", String.valueOf(k / 2 + 1),
                        "session", String.valueOf(k % 2 + 1),
                        "day_number", String.valueOf(12 + 7 * (k % 2))))
                .toList();
        ResearchTable first = table("check_ins", checkIns, "person", "day_number", "pain", "says_worse");
        ResearchTable second = table("sessions", sessions, "person", "session", "day_number");
        Path csv = folder.resolve("csv-practice");
        CohortRun.write(csv.resolve("check_ins.csv"), first.csv());
        CohortRun.write(csv.resolve("sessions.csv"), second.csv());
        Path parquet = Files.createDirectory(folder.resolve("parquet-practice"));
        for (ResearchTable table : List.of(first, second)) {
            try (var out = Files.newOutputStream(parquet.resolve(table.name() + ".parquet"))) {
                table.parquet(out);
            }
        }
        StringBuilder joined = new StringBuilder("person,day,pain,start\n");
        checkIns.forEach(row -> joined.append(String.join(
                        ",",
                        row.get("person"),
                        row.get("day_number"),
                        row.get("pain"),
                        row.get("person").equals("8") ? "" : "12"))
                .append('\n'));
        JsonNode alone = oneMachine(CohortRun.write(folder.resolve("joined.csv"), joined.toString()));
        assertThat(alone.get("notStarted").asInt()).isEqualTo(1);
        for (Path path : List.of(csv, parquet)) {
            JsonNode cohort = cohort(path.toString(), "--json").json();
            Alike.check(cohort, alone, Set.of("seconds", "people", "file", "written"));
            checkPeople(cohort, alone);
        }
    }

    private static ResearchTable table(String name, List<Map<String, String>> rows, String... columns) {
        return new ResearchTable(
                name,
                Arrays.stream(columns)
                        .map(column -> new ResearchColumn(name, column, true, true, type(column), "", ""))
                        .toList(),
                rows);
    }

    private static String type(String column) {
        return switch (column) {
            case "person", "says_worse" -> "text";
            case "pain" -> "number";
            default -> "integer";
        };
    }

    @Test
    void brokenFiles_endTheCommandOrAreLeftAside_andAreNamed() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        Files.copy(folder.resolve("three/practice-1.csv"), many.resolve("good.csv"));
        CohortRun.write(many.resolve("off.csv"), "person,day,pain (0-10),start\np1,1,4,3\np1,2,14,3\np1,3,4,3\n");
        CohortRun.write(many.resolve("half.parquet"), "PAR1 and no more");
        CohortRun stopped = cohort(many.toString());
        assertThat(stopped.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err())
                .contains("off.csv, row 3, column pain (0-10): \"14\"", "half.parquet: is broken")
                .doesNotContain("good.csv");
        CohortRun went = cohort(many.toString(), "--leave-broken", "--json");
        assertThat(went.json().get("clients").asInt()).isEqualTo(24);
        assertThat(went.json().get("leftAside").size()).isEqualTo(2);
        assertThat(went.err()).contains("Left aside: half.parquet: is broken", "Left aside: off.csv, row 3");
    }

    @Test
    void namesAndWords_areRefused_andNotRepeated() {
        Path named = CohortRun.write(
                folder.resolve("named.csv"), "client_name,day,pain,start\nAnna Berg,1,4,3\nAnna Berg,4,5,3\n");
        assertThat(cohort(named.toString()).err())
                .contains("named.csv: has a column client_name, which tells who somebody is")
                .doesNotContain("Berg");
        Path called = CohortRun.write(folder.resolve("called.csv"), "person,day,pain,start\nAnna,1,4,3\nAnna,4,5,3\n");
        assertThat(cohort(called.toString()).err())
                .contains("may be their names")
                .doesNotContain("Anna");
        Path told = CohortRun.write(
                folder.resolve("told.csv"),
                "person,day,pain,start,extra\n1,1,4,3,the whole week was bad\n1,4,5,3,no\n");
        CohortRun run = cohort(told.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("whole sentences in its column extra").doesNotContain("bad");
    }

    @Test
    void path_thatIsNotThere_isNamed() {
        CohortRun run = cohort(folder.resolve("nowhere").toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("nowhere", "is not there");
    }

    @Test
    void part_thatHoldsNothing_isNoSize() {
        CohortRun run = cohort(folder.resolve("three").toString(), "--part-bytes", "0");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--part-bytes", "is not 1 or more");
    }
}
