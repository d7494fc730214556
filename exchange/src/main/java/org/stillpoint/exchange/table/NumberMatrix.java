package org.stillpoint.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.TableWords;

/**
 * A matrix of numbers read from a file: UTF-8 text, fields separated by commas, semicolons or tabs, plain or gzipped; a first row that is no
 * row of numbers is taken for a header and passed over.
 *
 * @param name of the file
 * @param rows number of rows
 * @param columns number of columns
 * @param values row after row
 */
public record NumberMatrix(String name, int rows, int columns, double[] values) {

    private static final int BLOCK = 1 << 16;

    /** Numbers of one matrix: eight bytes each, and half of them once more while it grows. */
    private static final int MOST_NUMBERS = 8_000_000;

    /** Fields of one row. */
    private static final int MOST_FIELDS = 100_000;

    /**
     * Reads a whole file.
     *
     * @throws org.stillpoint.exchange.BadInput where it is no such matrix: a row of another length, a field that is no finite number
     */
    public static NumberMatrix read(Path file) {
        String name = String.valueOf(file.getFileName());
        Problems problems = new Problems(name, Table.MOST_PROBLEMS);
        try (CsvReader<CsvRecord> reader = reader(file)) {
            return read(name, reader, problems);
        } catch (CsvParseException e) {
            throw problems.stop(new TableWords.BrokenTable(AsTyped.of(MOST_FIELDS)));
        } catch (NoSuchFileException e) {
            throw problems.stop(TableWords.NO_SUCH_FILE);
        } catch (IOException | UncheckedIOException e) {
            throw problems.stop(TableWords.NOT_NUMBERS);
        }
    }

    private static CsvReader<CsvRecord> reader(Path file) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), BLOCK);
        bytes.mark(2);
        boolean gzipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        BufferedReader text = new BufferedReader(
                Opened.reader(gzipped ? new GZIPInputStream(bytes, BLOCK) : bytes, StandardCharsets.UTF_8), BLOCK);
        text.mark(BLOCK);
        char[] start = new char[BLOCK];
        int got = Math.max(0, text.read(start, 0, BLOCK));
        String first = new String(start, 0, got).lines().findFirst().orElse("");
        text.reset();
        if (first.startsWith("\uFEFF")) {
            text.read(); // the mark of UTF-8
        }
        char separator = first.indexOf(',') >= 0 ? ',' : first.indexOf(';') >= 0 ? ';' : '\t';
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(CsvRecordHandler.builder().maxFields(MOST_FIELDS).build(), text);
    }

    private static NumberMatrix read(String name, CsvReader<CsvRecord> reader, Problems problems) {
        double[] values = new double[1024];
        int columns = 0;
        int rows = 0;
        boolean first = true;
        for (CsvRecord row : reader) {
            boolean header =
                    first && row.getFields().stream().allMatch(field -> Double.isNaN(DecimalText.parse(field.strip())));
            first = false;
            if (header) {
                continue;
            }
            columns = columns == 0 ? row.getFieldCount() : columns;
            if (row.getFieldCount() != columns) {
                problems.add(
                        row.getStartingLineNumber(),
                        "",
                        "",
                        new TableWords.OtherWidthThanFirst(AsTyped.of(row.getFieldCount()), AsTyped.of(columns)));
                continue;
            }
            long needed = (rows + 1L) * columns;
            if (needed > MOST_NUMBERS) {
                throw problems.stop(new TableWords.TooManyRows(AsTyped.of(rows), AsTyped.of(columns)));
            }
            if (needed > values.length) {
                values = Arrays.copyOf(values, (int) Math.max(Math.min(2L * values.length, MOST_NUMBERS), needed));
            }
            for (int c = 0; c < columns; c++) {
                double value = DecimalText.parse(row.getField(c).strip());
                if (Double.isNaN(value)) {
                    problems.add(
                            row.getStartingLineNumber(), String.valueOf(c + 1), row.getField(c), TableWords.NOT_FINITE);
                }
                values[rows * columns + c] = value;
            }
            rows++;
        }
        problems.check();
        if (rows == 0) {
            throw problems.stop(TableWords.NO_NUMBERS);
        }
        return new NumberMatrix(name, rows, columns, Arrays.copyOf(values, rows * columns));
    }
}
