package org.stillpoint.app.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

@Execution(ExecutionMode.CONCURRENT)
class LifeCommandTest {
    private static final String EVENT =
            "{'age': 24, 'kind': 'car_accident', 'mechanism': 'rear', 'places': ['X205'], 'severity': 7, 'intensity': 6}";

    @TempDir
    Path folder = Path.of("");

    @Test
    void life_json_givesOneStateAStepAndTheEnd() throws IOException {
        JsonNode answer = answer("{'age': 30, 'events': [" + EVENT + "]}", "--step", "4");
        assertThat(answer.get("hypothesis").asBoolean()).isTrue();
        JsonNode states = answer.get("states");
        assertThat(states).hasSize(9);
        assertThat(states.get(1).get("age").asDouble()).isEqualTo(4);
        assertThat(states.get(8).get("age").asDouble()).isEqualTo(30);
        for (String field : new String[] {"arousal", "capacity", "held", "load", "over", "total"}) {
            assertThat(states.get(8).get(field).isNumber()).as(field).isTrue();
        }
        assertThat(states.get(0).get("pain")).isEmpty();
        assertThat(states.get(6).get("age").asDouble()).isEqualTo(24);
        assertThat(states.get(6).get("pain").get("X205").asDouble()).isGreaterThan(1);
        assertThat(states.get(5).get("held").asDouble()).isZero();
        assertThat(states.get(8).get("held").asDouble()).isPositive();
    }

    @Test
    void life_withoutReleases_holdsWhatTheReleaseWouldHaveLetGo() throws IOException {
        String life = "{'age': 30, 'events': [" + EVENT
                + "], 'releases': [{'age': 26, 'muscle': 'sternocleidomastoid_right', 'extent': 1}]}";
        double with = last(answer(life)).get("held").asDouble();
        double without = last(answer(life, "--without-releases")).get("held").asDouble();
        assertThat(without).isGreaterThan(with + 0.01);
    }

    @Test
    void life_parametersByName_areTaken() throws IOException {
        JsonNode last = last(answer("{'age': 40, 'parameters': {'CAPACITY': 0.1, 'CAPACITY_LOSS': 0.01}}"));
        // 0.1 (1 - 0.01 x 10 years past thirty).
        assertThat(last.get("capacity").asDouble()).isCloseTo(0.09, within(1e-12));
    }

    /** cases/tables/life-misspelled-key: what is not understood is not passed over, at any depth. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"age": 40, "evnts": []} | "evnts" is not one of age, events, arousal, releases, parameters
            {"age": 40, "events": [{"age": 20, "kind": "car_accident", "place": ["X105"], "severity": 6, "intensity": 5}]} | events 1, key: "place" is not one of
            {"age": 40, "arousal": [{"age": 20, "levle": 1}]} | "levle" is not one of age, level
            {"age": 40, "age": 30} | "age" is there twice
            {"age": 40, "parameters": [1]} | parameters
            {"age": 40, "releases": {}} | is not a list
            """)
    void life_keyThatIsNotUnderstood_isRefused(String life, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("life.json"), life);
        Outcome outcome = Program.run("life", file.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains(said);
    }

    @Test
    void life_sameEventTwice_isRefused() throws IOException {
        Path file = Files.writeString(
                folder.resolve("life.json"),
                ("{'age': 40, 'events': [" + EVENT + "," + EVENT + "]}").replace('\'', '"'));
        assertThat(Program.run("life", file.toString()).err()).contains("events 2", "is the same as number 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whiplash", "fall-on-the-sacrum", "abdominal-surgery", "grief"})
    void life_example_isPrintedAndSaidToBeAHypothesis(String example) {
        Outcome outcome = Program.run("life", "--example", example, "--step", "10");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("A hypothesis", "pain (worst region)");
    }

    @Test
    void life_plot_drawsThreeLinesAndSaysItIsAHypothesis() throws IOException {
        Path plot = folder.resolve("out.svg");
        assertThat(Program.run("life", "--example", "grief", "--plot", plot.toString())
                        .code())
                .isEqualTo(ExitCode.OK);
        String svg = Files.readString(plot);
        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").contains("this is a hypothesis");
        assertThat(svg).contains("worst pain, 0 to 10", "held contraction, sum", "capacity to adapt");
        assertThat(svg).contains("data-look=\"pain\"", "data-look=\"held\"", "data-look=\"capacity\"");
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'age': -1}|life.json, age|\"-1\"|0.0 to 110.0",
                "{'age': '40'}|life.json, age|40|is no number",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'shark', 'severity': 7, 'intensity': 6}]}|events 1, kind|\"shark\"|car_accident",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'surgery', 'mechanism': 'rear', 'severity': 7, 'intensity': 6}]}|events 1, mechanism|\"rear\"|abdomen",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'injury', 'severity': 11, 'intensity': 6}]}|events 1, severity|\"11\"|0.0 to 10.0",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'injury', 'severity': 1}]}|events 1, intensity|is no number|0.0 to 10.0",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'injury', 'places': ['X999'], 'severity': 1, 'intensity': 1}]}|events 1, places|\"X999\"|X101 to X238",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'injury', 'places': 'X101', 'severity': 1, 'intensity': 1}]}|events 1, places|X101|is not a list",
                "{'age': 40, 'events': [EVENT, {'age': 24.0, 'kind': 'Car_Accident', 'mechanism': 'rear', 'places': ['X205'], 'severity': 7.0, 'intensity': 6}]}|events 2|is the same as number 1|leave one out",
                "{'age': 40, 'events': [{'age': 24, 'kind': 'injury', 'mechanism': {'a': 1}, 'severity': 1, 'intensity': 1}]}|events 1, mechanism|is no word|life.json",
                "{'age': 40, 'events': {}}|life.json, events|\"{}\"|is not a list",
                "{'age': 40, 'arousal': [{'age': 3, 'level': 2}]}|arousal 1, level|\"2\"|0.0 to 1.0",
                "{'age': 40, 'events': [EVENT], 'releases': [{'age': 30, 'muscle': 'nosuch', 'extent': 1}]}|releases 1, muscle|\"nosuch\"|no muscle of the atlas",
                "{'age': 40, 'events': [EVENT], 'releases': [{'age': 23, 'muscle': 'masseter_right', 'extent': 1}]}|releases 1, age|\"23.0\"|before every event",
                "{'age': 40, 'parameters': {'CAPACITY': 5}}|parameters, CAPACITY|\"5\"|0.001 to 0.3",
                "{'age': 40, 'parameters': {'MAGIC': 5}}|parameters|\"MAGIC\"|is not one of",
                "{'age': NaN}|life.json|is not JSON|life.json",
                "{'age': 40|life.json|is not JSON|life.json",
                "[1, 2]|life.json|is not a JSON object|life.json",
                "``|life.json|is not|JSON"
            })
    void life_unusable_isBadInputAndNamesPlaceValueAndRange(String json, String place, String value, String range)
            throws IOException {
        Outcome outcome = run(json);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("life.json", place, value, range);
        assertThat(outcome.out()).isEmpty();
    }

    /** A file can ask for hours of work; it is refused before any of it is done. */
    @Test
    void life_ofTooManyEventsOrTooLarge_isRefusedAtOnce() throws IOException {
        String many = IntStream.range(0, 1001).mapToObj(n -> "{}").collect(Collectors.joining(","));
        assertThat(run("{'age': 40, 'events': [" + many + "]}").err()).contains("events", "1001", "more than 1000");
        Outcome large = run("{'age': 40" + " ".repeat(5 << 20) + "}");
        assertThat(large.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(large.err()).contains("larger than 4 MB");
    }

    @Test
    void life_noFileNoSuchFileNoSuchExampleOrStep_isBadInput() {
        assertThat(Program.run("life").code()).isEqualTo(ExitCode.BAD_INPUT);
        Outcome missing = Program.run("life", folder.resolve("none.json").toString());
        assertThat(missing.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(missing.err()).contains("none.json", "there is no such file").doesNotContain(folder.toString());
        Outcome example = Program.run("life", "--example", "lottery");
        assertThat(example.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(example.err()).contains("\"lottery\"", "whiplash", "grief");
        Outcome step = Program.run("life", "--example", "grief", "--step", "0");
        assertThat(step.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(step.err()).contains("--step", "between 0.01 and 110");
        assertThat(Program.run("life", "--nonsense").code()).isEqualTo(ExitCode.USAGE);
    }

    private Outcome run(String json, String... options) throws IOException {
        Path file = folder.resolve("life.json");
        Files.writeString(file, json.replace("EVENT", EVENT).replace('\'', '"'));
        String[] all = new String[options.length + 2];
        all[0] = "life";
        all[1] = file.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return Program.run(all);
    }

    private JsonNode answer(String json, String... options) throws IOException {
        String[] all = new String[options.length + 1];
        all[0] = "--json";
        System.arraycopy(options, 0, all, 1, options.length);
        Outcome outcome = run(json, all);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(outcome.out());
    }

    private static JsonNode last(JsonNode answer) {
        return answer.get("states").get(answer.get("states").size() - 1);
    }
}
