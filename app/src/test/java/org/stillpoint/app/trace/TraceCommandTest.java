package org.stillpoint.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.TraceModel;

@Execution(ExecutionMode.CONCURRENT)
class TraceCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void trace_unknownRegion_isBadInputAndNamesIt() throws IOException {
        refused("id,X101,X999\na,1,0\n", "maps.csv, row 1, column X999");
    }

    @Test
    void trace_valueOfEleven_isBadInputAndNamesRangeAndPlace() throws IOException {
        refused("id,X101,X102\na,1,0\nb,0,11\n", "row 3, column X102", "\"11\"", "between 0 and 10");
    }

    @Test
    void trace_missingId_isBadInputAndNamesTheRow() throws IOException {
        refused("id,X101,X102\na,1,0\n,0,1\n", "row 3, column id", "missing");
    }

    @Test
    void trace_binaryGarbage_isBadInput() throws IOException {
        byte[] garbage = new byte[4096];
        new java.util.Random(5).nextBytes(garbage);
        refused(garbage, "maps.csv");
    }

    @Test
    void trace_emptyFile_isBadInput() throws IOException {
        refused("", "maps.csv", "empty");
        refused("id,X101,X102\n", "maps.csv", "no row");
    }

    @Test
    void trace_gzippedMaps_givesOneObjectALine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("person,X129,X130,AGE\nnobody,0,0,50\nknee,1,0,\n".getBytes(StandardCharsets.UTF_8));
        }
        Outcome outcome = run(bytes.toByteArray());
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.err()).startsWith("Traced 2 maps in ");
        String[] lines = outcome.out().strip().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .startsWith("{\"id\":\"nobody\",\"sets\":[],\"shares\":[],\"bumps\":[],\"unexplained\":0.0,\"read\":{")
                .contains("\"columnsLeft\":[\"AGE\"]");
        assertThat(lines[1]).startsWith("{\"id\":\"knee\",\"sets\":[").contains("\"bumps\":[", "\"unexplained\":");
    }

    /** Once each id stood inside an object of its own. */
    @Test
    void trace_placeFound_isAnArrayOfIds() throws IOException {
        Atlas atlas = Atlas.standard();
        TraceModel model = StandardBody.of(atlas).trace();
        double[] points = IntStream.range(0, atlas.muscles().size())
                .mapToObj(muscle -> wholePoints(model.pattern(muscle)))
                .filter(pain ->
                        !model.trace(Observation.of(pain), List.of()).places().isEmpty())
                .findFirst()
                .orElseThrow();
        StringBuilder codes = new StringBuilder("id");
        StringBuilder values = new StringBuilder("one");
        for (int r = 0; r < points.length; r++) {
            codes.append(',').append(atlas.regions().list().get(r).code());
            values.append(',').append((int) points[r]);
        }
        Outcome outcome = run((codes + "\n" + values + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.out()).containsPattern("\"sets\":\\[\\[\"[a-z][a-z0-9_]*\"[],]");
    }

    private static double[] wholePoints(double[] pattern) {
        double most = Arrays.stream(pattern).max().orElseThrow();
        return Arrays.stream(pattern).map(value -> Math.round(8 * value / most)).toArray();
    }

    private void refused(String text, String... said) throws IOException {
        refused(text.getBytes(StandardCharsets.UTF_8), said);
    }

    private void refused(byte[] bytes, String... said) throws IOException {
        Outcome outcome = run(bytes);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(said);
    }

    private Outcome run(byte[] bytes) throws IOException {
        Path file = folder.resolve("maps.csv");
        Files.write(file, bytes);
        return Program.run("trace", "--json", file.toString());
    }
}
