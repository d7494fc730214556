package org.stillpoint.app.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.StillpointCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows are made up; the names of structures are of the kind that published tables use. */
@Execution(ExecutionMode.CONCURRENT)
class RemoteEffectsCommandTest {

    private static final String HEADER =
            "id,source_structure,source_side,source_action,target_structure,target_side,measure,"
                    + "effect,effect_size_or_figure,n,design,citation,url,confidence,mechanism_class,score_use,pair_key,notes,source_level\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return StillpointCommand.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String file(String... rows) throws IOException {
        Path file = folder.resolve("effects.csv");
        Files.writeString(file, HEADER + String.join("\n", rows) + "\n");
        return file.toString();
    }

    private static String row(
            String id, String source, String target, String effect, String use, String pair, String notes) {
        return String.join(
                ",",
                id,
                source,
                "same",
                "contract",
                target,
                "same",
                "force",
                effect,
                "",
                "",
                "",
                "A 2020",
                "",
                "",
                "M",
                use,
                pair,
                notes,
                "");
    }

    @Test
    void remoteEffects_madeUpRows_countsPairsOnceAndNamesWhatIsNotMapped() throws IOException {
        String file = file(
                row("A1", "Gastrocnemius", "Soleus", "positive", "1", "g>s", ""),
                row(
                        "A2",
                        "Gastrocnemius medialis",
                        "Soleus",
                        "positive",
                        "1",
                        "g>s",
                        "rank test: Gastrocnemius > Masseter"),
                row("A3", "Masseter (clenching)", "Flexor hallucis longus", "null", "1", "m>f", ""),
                row("A4", "Median nerve", "Soleus", "positive", "1", "n>s", ""),
                row("A5", "Musculus psoas major", "Iliacus", "positive", "0", "p>i", ""));
        assertThat(run("bench", "remote-effects", file, "--json"))
                .as(err.toString())
                .isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        JsonNode only = answer.get("classes").get(0);
        assertThat(answer.get("classes").size()).isEqualTo(1);
        assertThat(only.get("mechanism").asString()).isEqualTo("M");
        assertThat(only.get("positives").asInt()).isEqualTo(1);
        assertThat(only.get("nulls").asInt()).isEqualTo(1);
        // calf on calf against jaw on toe: any sound body couples the first more
        assertThat(only.get("auc").asDouble()).isEqualTo(1);
        assertThat(only.get("baselineAuc").asDouble()).isEqualTo(1);
        assertThat(only.get("matchedAuc").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.get("unmapped").size()).isEqualTo(1);
        assertThat(answer.get("unmapped").get(0).asString()).isEqualTo("A4");
        assertThat(answer.get("orders").get(0).get("holds").asBoolean()).isTrue();
    }

    private static final String PANEL =
            "id,source_structure,source_side,target_structure,target_side,effect,mechanism_class,score_use,pair_key,"
                    + "protocol_id,span,doubt,dynamic\n";

    @Test
    void remoteEffects_panelColumns_leaveOutWhatIsNotRemoteAndCountProtocols() throws IOException {
        Path file = folder.resolve("panel.csv");
        Files.writeString(
                file,
                PANEL
                        + "A1,Leg length (lift under one foot),one side,Pelvis (lateral tilt),midline,positive,K,1,a,p1,far,0,no\n"
                        + "A2,Leg length (lift under one foot),one side,Mandible (mouth opening),midline,null,K,1,b,p1,far,1,no\n"
                        + "A3,Knee joint (held at 30 deg flexion),one side,Sacrum,midline,positive,K,1,c,p2,far,0,no\n"
                        + "A4,Hip (passive extension),same,Rectus femoris,same,positive,K,1,d,p3,direct,0,no\n"
                        + "A5,Hip (passive extension),same,Soleus,same,positive,K,1,e,p3,far,0,yes\n"
                        + "A6,Hip (passive extension),same,Soleus,same,positive,K,1,f,p3,far,2,no\n");
        assertThat(run("bench", "remote-effects", file.toString(), "--json"))
                .as(err.toString())
                .isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        JsonNode only = answer.get("classes").get(0);
        assertThat(only.get("positives").asInt()).isEqualTo(2);
        assertThat(only.get("nulls").asInt()).isEqualTo(1);
        assertThat(only.get("protocols").asInt()).isEqualTo(2);
        // a lift tilts the pelvis it stands under more than it opens the mouth
        assertThat(only.get("auc").asDouble()).isEqualTo(1);
        assertThat(only.get("shuffledAuc").asDouble()).isBetween(0.0, 1.0);
        JsonNode left = answer.get("leftOut");
        assertThat(left.get("direct").asInt()).isEqualTo(1);
        assertThat(left.get("dynamic").asInt()).isEqualTo(1);
        assertThat(left.get("doubtful").asInt()).isEqualTo(1);
        assertThat(answer.get("mapping").get("mapped").asInt()).isEqualTo(6);
        assertThat(answer.get("tests").size()).isEqualTo(2);
    }

    @Test
    void remoteEffects_sharedPanel_mapsNineRowsInTen() {
        Path panel = Path.of("../../shared/figures/remote_panel.csv");
        Assumptions.assumeTrue(Files.exists(panel), "skipped: ../shared/figures/remote_panel.csv is not there");
        assertThat(run("bench", "remote-effects", panel.toString(), "--json")).isZero();
        JsonNode mapping = JsonMapper.shared().readTree(out.toString()).get("mapping");
        assertThat(mapping.get("mapped").asInt()).isGreaterThanOrEqualTo((int)
                Math.ceil(0.9 * mapping.get("rows").asInt()));
    }

    @Test
    void remoteEffects_words_sayWhatChanceWouldGive() throws IOException {
        assertThat(run("bench", "remote-effects", file(row("A1", "Gastrocnemius", "Soleus", "positive", "1", "", ""))))
                .isZero();
        assertThat(out.toString()).contains("An AUC of 0.5 is chance");
    }

    @Test
    void remoteEffects_badInput_isNamedByRowAndColumn() throws IOException {
        String file = file(
                row("A1", "Gastrocnemius", "Soleus", "maybe", "1", "", ""),
                row("A1", "", "Soleus", "null", "7", "", ""));
        assertThat(run("bench", "remote-effects", file)).isEqualTo(3);
        assertThat(err.toString()).contains("row 2", "effect", "maybe", "row 3", "source_structure", "score_use");
        assertThat(run("bench", "remote-effects", folder.resolve("none.csv").toString()))
                .isEqualTo(3);
        assertThat(run("bench", "remote-effects")).isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
    }

    @Test
    void remoteEffects_classWithoutNullsOrWithoutFindings_hasNoAreaUnderTheCurve() throws IOException {
        String file = file(
                row("A1", "Gastrocnemius", "Soleus", "positive", "1", "", ""),
                row("A2", "Masseter", "Flexor hallucis longus", "positive", "1", "", ""),
                row("B1", "Masseter", "Soleus", "null", "1", "", "").replace(",M,", ",K,"),
                row("C1", "Median nerve", "Ulnar nerve", "positive", "1", "", "")
                        .replace(",M,", ",R,"));
        assertThat(run("bench", "remote-effects", file, "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("NaN", "Infinity");
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        for (JsonNode one : answer.get("classes")) {
            assertThat(one.get("auc").isNull()).as(one.toString()).isTrue();
            assertThat(one.get("baselineAuc").isNull()).as(one.toString()).isTrue();
        }
        assertThat(answer.get("unmapped").get(0).asString()).isEqualTo("C1");
        out.getBuffer().setLength(0);
        assertThat(run("bench", "remote-effects", file)).isZero();
        assertThat(out.toString()).doesNotContain("NaN").contains("Not mapped: C1");
    }

    @Test
    void remoteEffects_nothingMapsOrNoRowsAtAll_saysSo() throws IOException {
        String file = file(row("A1", "Median nerve", "Ulnar nerve", "positive", "1", "", ""));
        assertThat(run("bench", "remote-effects", file)).isZero();
        assertThat(out.toString()).contains("1 rows; 1 cannot be mapped").doesNotContain("NaN");
        out.getBuffer().setLength(0);
        Files.writeString(folder.resolve("effects.csv"), HEADER);
        assertThat(run("bench", "remote-effects", file)).isZero();
        assertThat(out.toString()).contains("0 rows").doesNotContain("NaN");
    }

    @Test
    void remoteEffects_gzip_isReadAsIs() throws IOException {
        String plain = file(
                row("A1", "Gastrocnemius", "Soleus", "positive", "1", "", ""),
                row("A2", "Masseter", "Flexor hallucis longus", "null", "1", "", ""));
        Path packed = folder.resolve("effects.csv.gz");
        try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(Path.of(plain), to);
        }
        assertThat(run("bench", "remote-effects", plain)).isZero();
        String words = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("bench", "remote-effects", packed.toString())).isZero();
        assertThat(out.toString()).isEqualTo(words);
    }
}
