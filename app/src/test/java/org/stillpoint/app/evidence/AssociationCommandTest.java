package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssociationCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void association_ofOtherColumnNamesGzipped_findsWhatWasPutIn() throws IOException {
        JsonNode answer = answer(write(people(400), true), "--anxiety", "fear", "--sex", "who");
        assertThat(answer.get("rows").asInt()).isEqualTo(400);
        assertThat(answer.get("read").get("columnsUsed").get("sex").asString()).isEqualTo("who");
        assertThat(answer.get("read").get("columnsLeft")).isEmpty();
        assertThat(answer.get("adjustedFor")).hasSize(1);
        JsonNode extent = answer.get("associations").get(0);
        assertThat(extent.get("pain").asString()).isEqualTo("extent");
        assertThat(extent.get("with").asString()).isEqualTo("anxiety");
        // Every tenth person's fear and every twentieth's sex is missing: 400 - 40 - 20 + those who miss both.
        assertThat(extent.get("people").asInt()).isEqualTo(360);
        assertThat(extent.get("adjusted").get("low").asDouble()).isPositive();
        JsonNode intensity = answer.get("associations").get(1);
        assertThat(intensity.get("pain").asString()).isEqualTo("intensity");
        assertThat(intensity.get("spearman").get("low").asDouble()).isNegative();
        assertThat(intensity.get("spearman").get("high").asDouble()).isPositive();
    }

    @Test
    void association_printed_saysThatItIsNoCause() throws IOException {
        Outcome outcome =
                Program.run("bench", "association", write(people(400), false).toString(), "--anxiety", "fear");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("does not say that one causes the other", "nothing else held alike");
        assertThat(outcome.out())
                .startsWith(
                        "Read people.csv: 400 rows; intensity: pain; anxiety: fear; left: who; regions: 3; people: 400;");
    }

    /** Rank correlations by SciPy's spearmanr on the same file (Alter 2021, PLOS ONE 16(8):e0254862), people with age, sex and both values. */
    @Test
    void association_ofTheRealMaps_isThatOfSciPy() {
        String shared = System.getenv().getOrDefault("STILLPOINT_SHARED", "../../shared");
        Path maps = Path.of(shared, "data", "pain_maps", "pain_maps.csv.gz");
        Assumptions.assumeTrue(Files.exists(maps), "skipped: the pain maps are not beside the repository");
        JsonNode lines = answer(maps).get("associations");
        double[] expected = {0.2739578268022001, 0.3117209824447324, 0.24824163877370367, 0.3179970295258156};
        double[] adjusted = {0.23471350112493913, 0.2625696857622132, 0.24415822239220344, 0.3241207049583632};
        double[] slopes = {2.4615028593773975, 2.5824088871671127, 0.5076170391554138, 0.6888266280624702};
        for (int k = 0; k < expected.length; k++) {
            JsonNode line = lines.get(k);
            assertThat(line.get("people").asInt()).isEqualTo(15_143);
            assertThat(line.get("spearman").get("value").asDouble()).isCloseTo(expected[k], within(1e-10));
            assertThat(line.get("adjusted").get("value").asDouble()).isCloseTo(adjusted[k], within(1e-10));
            assertThat(line.get("perDeviation").get("value").asDouble()).isCloseTo(slopes[k], within(1e-10));
        }
    }

    @Test
    void association_unusable_isBadInputAndSaysWhy() throws IOException {
        refused("a,b\n1,2\n", "no column of anxiety or of sleep");
        refused("anxiety,b\n1,2\n", "neither pain regions");
        refused("anxiety,X101\n1,0\n2,1\n", "2 people with every value for extent and anxiety", "at least 30");
        refused("anxiety,X101\n1,0\nmuch,1\n", "row 3, column anxiety", "\"much\"", "not a number");
        refused("anxiety,X101\n1,11\n", "row 2, column X101", "\"11\"", "between 0 and 10");
        refused("", "empty");
        assertThat(Program.run(
                                "bench",
                                "association",
                                folder.resolve("none.csv").toString())
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Program.run("bench", "association").code()).isEqualTo(ExitCode.USAGE);
    }

    private void refused(String text, String... said) throws IOException {
        Outcome outcome = Program.run("bench", "association", write(text, false).toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("people.csv").contains(said);
    }

    /** Fear goes with the number of regions, and with nothing else. */
    private static String people(int count) {
        Random random = new Random(9);
        StringBuilder text = new StringBuilder("fear;who;X101;X102;X103;pain\n");
        for (int i = 0; i < count; i++) {
            double fear = random.nextGaussian();
            text.append(i % 10 == 0 ? "NA" : String.valueOf(fear)).append(';');
            text.append(i % 20 == 0 ? "" : i % 3 == 0 ? "f" : "m").append(';');
            for (int r = 0; r < 3; r++) {
                text.append(fear + random.nextGaussian() > 0 ? 1 : 0).append(';');
            }
            text.append(random.nextInt(11)).append('\n');
        }
        return text.toString();
    }

    private Path write(String text, boolean gzipped) throws IOException {
        Path file = folder.resolve("people.csv");
        try (OutputStream out =
                gzipped ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static JsonNode answer(Path file, String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"bench", "association", file.toString(), "--json"}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        Outcome outcome = Program.run(all);
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(outcome.out());
    }
}
