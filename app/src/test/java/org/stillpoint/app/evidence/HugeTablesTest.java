package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.StillpointCommand;
import org.stillpoint.app.cli.ExitCode;

/** Tables that are far too large end in a clear sentence, in a program of its own with 256 MB of heap. */
@Execution(ExecutionMode.CONCURRENT)
class HugeTablesTest {

    private static final String HEAP = "-Xmx256m";

    /** Four times what is read of any file. */
    private static final long UNPACKED_BOOK = 256L << 20;

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

    /** A gigabyte of one row, packed once and written again and again: members of one file, as RFC 1952 has it. */
    private static Path gzip(Path file, String header, String row) throws IOException {
        byte[] block = packed(row.repeat((1 << 20) / row.length()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(packed(header));
            for (int written = 0; written < 1024; written++) {
                out.write(block);
            }
        }
        return file;
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Every command that reads a table, in one program of 256 MB: packed rows, packed cells, a million columns. */
    @Test
    void everyCommand_aBombOrAMillionColumns_isRefused() throws IOException, InterruptedException {
        Path rows = gzip(folder.resolve("rows.csv.gz"), "date,pain\n", "2026-01-25,6\n");
        Path cells = folder.resolve("cells.xlsx");
        ZipOutputStream book = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(cells)));
        book.setLevel(Deflater.BEST_SPEED);
        book.putNextEntry(new ZipEntry("xl/workbook.xml"));
        book.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        book.closeEntry();
        book.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        book.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
        byte[] block = "<row><c r=\"A1\"><v>6</v></c></row>".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < UNPACKED_BOOK; written += block.length) {
            book.write(block);
        }
        book.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        book.close();
        Path wide = Files.writeString(
                folder.resolve("wide.csv"), "a" + ",5".repeat(1_000_000) + "\n1" + ",5".repeat(1_000_000) + "\n");
        List<String> words = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                EveryTableCommand.class.getName()));
        List.of(rows, cells, wide).forEach(file -> words.add(file.toString()));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(3 * EveryTableCommand.COMMANDS.size())
                .allSatisfy(line -> assertThat(line)
                        .startsWith(ExitCode.BAD_INPUT + " ")
                        .matches(".*: .{10,}")
                        .doesNotContain("OutOfMemory")
                        .doesNotContain("Exception"));
    }

    /** A matrix has no header: its rows are bounded, not its text. */
    @Test
    void susie_aBombOfNumbers_isRefused() throws IOException, InterruptedException {
        Path numbers = gzip(folder.resolve("numbers.csv.gz"), "", "1,2\n");
        ends(numbers, "more than", "bench", "susie", numbers.toString());
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
