package org.stillpoint.app.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;

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
