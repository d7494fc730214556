package org.stillpoint.exchange.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.exchange.fhir.MadeUpRecord;

/** Tables as Parquet, read by a reader that others wrote (Hardwood). */
class ParquetTableTest {
    @TempDir
    Path folder;

    private static ResearchColumn column(String name, String type) {
        return new ResearchColumn("made", name, true, true, type, "", "what " + name + " is");
    }

    private Path written(ResearchTable table) throws IOException {
        Path file = folder.resolve(table.name() + ".parquet");
        try (OutputStream out = Files.newOutputStream(file)) {
            table.parquet(out);
        }
        return file;
    }

    /** Every row as it is read, by the type of each column; nothing where nothing is said. */
    private List<Map<String, String>> read(ResearchTable table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(written(table)));
                RowReader reader = file.rowReader()) {
            while (reader.hasNext()) {
                reader.next();
                Map<String, String> row = new LinkedHashMap<>();
                for (ResearchColumn column : table.described()) {
                    row.put(column.name(), reader.isNull(column.name()) ? "" : value(reader, column));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String value(RowReader reader, ResearchColumn column) {
        return switch (column.type()) {
            case "text" -> reader.getString(column.name());
            case "integer" -> String.valueOf(reader.getLong(column.name()));
            case "number" -> String.valueOf(reader.getDouble(column.name()));
            case "date" -> String.valueOf(reader.getDate(column.name()));
            default -> throw new IllegalArgumentException(column.type());
        };
    }

    @Test
    void write_ofEveryType_isReadAsItWas_alsoWhereNothingIsSaid() throws IOException {
        List<ResearchColumn> columns = List.of(
                column("who", "text"), column("years", "integer"), column("pain", "number"), column("day", "date"));
        List<Map<String, String>> rows = IntStream.range(0, 1_003)
                .mapToObj(i -> Map.of(
                        "who", i % 3 == 0 ? "" : "Größe 語 " + i,
                        "years", i % 5 == 0 ? "" : String.valueOf(i - 500L * 1_000_000_000L),
                        "pain", i % 7 == 0 ? "" : String.valueOf(i / 8.0),
                        "day",
                                i % 11 == 0
                                        ? ""
                                        : LocalDate.EPOCH
                                                .minusDays(500)
                                                .plusDays(i)
                                                .toString()))
                .toList();
        ResearchTable table = new ResearchTable("made", columns, rows);

        List<Map<String, String>> read = read(table);

        assertThat(read).hasSameSizeAs(rows);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(read.get(row)).as("row " + row).containsAllEntriesOf(rows.get(row));
        }
        assertThat(Files.readString(written(table), StandardCharsets.ISO_8859_1))
                .as("what a column means stands in the file")
                .contains("about pain", "what pain is");
    }

    @Test
    void write_ofNoRows_isAFileWithoutAny() throws IOException {
        assertThat(read(new ResearchTable("empty", List.of(column("who", "text")), List.of())))
                .isEmpty();
    }

    @Test
    void write_ofTheRecord_saysWhatTheTablesOfCsvSay() throws IOException {
        List<ResearchTable> tables = ResearchTables.full(
                IntStream.range(0, 5)
                        .mapToObj(seed -> new MadeUpRecord(seed).file())
                        .toList(),
                ZoneOffset.UTC);
        assertThat(tables).hasSizeGreaterThan(8);
        for (ResearchTable table : tables) {
            List<Map<String, String>> read = read(table);
            assertThat(read).as(table.name()).hasSameSizeAs(table.rows());
            for (int row = 0; row < read.size(); row++) {
                for (ResearchColumn column : table.described()) {
                    String said = String.valueOf(table.rows().get(row).get(column.name()));
                    String found = String.valueOf(read.get(row).get(column.name()));
                    if (column.type().equals("number") && !said.isEmpty()) {
                        assertThat(Double.parseDouble(found)).isEqualTo(Double.parseDouble(said));
                    } else {
                        assertThat(found).as(table.name() + "." + column.name()).isEqualTo(said);
                    }
                }
            }
        }
    }
}
