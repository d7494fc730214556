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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    /** Every command that reads a table, in one program of 256 MB: packed rows, packed cells, a million columns. */
    @Test
    void everyCommand_aBombOrAMillionColumns_isRefused() throws IOException, InterruptedException {
        Path rows = folder.resolve("rows.csv.gz");
        bomb(gzip(rows), "date,pain\n", "2026-01-25,6\n", "");
        Path numbers = folder.resolve("numbers.csv.gz");
        bomb(gzip(numbers), "", "1,2\n", "");
        Path cells = folder.resolve("cells.xlsx");
        ZipOutputStream book = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(cells)));
        book.setLevel(Deflater.BEST_SPEED);
        book.putNextEntry(new ZipEntry("xl/workbook.xml"));
        book.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        book.closeEntry();
        book.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        bomb(book, "<worksheet><sheetData>", "<row><c r=\"A1\"><v>6</v></c></row>", "</sheetData></worksheet>");
        Path wide = Files.writeString(
                folder.resolve("wide.csv"), "a" + ",5".repeat(1_000_000) + "\n1" + ",5".repeat(1_000_000) + "\n");
        List<String> words = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                EveryTableCommand.class.getName()));
        List.of(rows, numbers, cells, wide).forEach(file -> words.add(file.toString()));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(4 * EveryTableCommand.COMMANDS.size())
                .allSatisfy(line -> assertThat(line)
                        .startsWith(ExitCode.BAD_INPUT + " ")
                        .matches(".*: .{10,}")
                        .doesNotContain("OutOfMemory")
                        .doesNotContain("Exception"));
    }

    private static void bomb(OutputStream to, String before, String row, String after) throws IOException {
        byte[] block = row.repeat((1 << 20) / row.length()).getBytes(StandardCharsets.UTF_8);
        try (to) {
            to.write(before.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 1L << 30; written += block.length) {
                to.write(block);
            }
            to.write(after.getBytes(StandardCharsets.UTF_8));
        }
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
