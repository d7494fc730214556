package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.StillpointCommand;
import org.stillpoint.app.cli.ExitCode;

/** Tables that are far too large end in a clear sentence, in a program of its own with 256 MB of heap. */
class HugeTablesTest {

    private static final String HEAP = "-Xmx256m";

    @TempDir
    Path folder = Path.of("");

    private void ends(Path table, String said, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        List<String> words = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                StillpointCommand.class.getName()));
        words.addAll(List.of(command));
        words.add(table.toString());
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.readString(out)).contains(said).doesNotContain("OutOfMemory");
    }

    private static OutputStream gzip(Path file) throws IOException {
        return new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    @Test
    void diary_aGigabyteOfRows_isRefused() throws IOException, InterruptedException {
        Path bomb = folder.resolve("rows.csv.gz");
        byte[] block = "2026-01-25,6\n".repeat(80_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = gzip(bomb)) {
            out.write("date,pain\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 1L << 30; written += block.length) {
                out.write(block);
            }
        }
        ends(bomb, "holds more than 64 MB of text", "evidence", "diary", "--start", "2026-02-08");
    }

    @Test
    void anyCommand_aMillionColumns_isRefused() throws IOException, InterruptedException {
        StringBuilder header = new StringBuilder("id");
        for (int i = 0; i < 1_000_000; i++) {
            header.append(",c").append(i);
        }
        Path wide = Files.writeString(folder.resolve("wide.csv"), header + "\n1" + ",5".repeat(1_000_000) + "\n");
        ends(wide, "has more than 10000 columns", "evidence", "meta");
    }

    @Test
    void diary_justBelowTheBoundAndAllDifferent_isRefusedOrReadWithinTheHeap()
            throws IOException, InterruptedException {
        Path many = folder.resolve("many.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(many))) {
            out.write("day,pain\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 4_000_000; i++) {
                out.write((i + "," + i % 11 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        ends(many, "more than", "evidence", "diary", "--start", "2000");
    }
}
