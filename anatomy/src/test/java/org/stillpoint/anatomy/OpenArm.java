package org.stillpoint.anatomy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kept copies of the two open models' tables, beside this class in {@code arm}, in the models' own axes. */
final class OpenArm {

    static final List<String> MODELS = List.of("tsm", "das3");
    static final List<String> TABLES = List.of("bodies", "joints", "muscles", "path_points", "wrap_objects");

    private OpenArm() {}

    private static final Map<String, List<NamedCsvRecord>> KEPT = Stream.concat(
                    Stream.of("lines", "ends", "own_path_points"),
                    MODELS.stream().flatMap(m -> TABLES.stream().map(t -> m + "_" + t)))
            .collect(Collectors.toUnmodifiableMap(table -> table, OpenArm::read));

    static List<NamedCsvRecord> rows(String table) {
        return Objects.requireNonNull(KEPT.get(table), table);
    }

    private static List<NamedCsvRecord> read(String table) {
        try (InputStream in = Objects.requireNonNull(
                OpenArm.class.getResourceAsStream("arm/" + table + ".csv"), () -> "no kept table " + table)) {
            return CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NamedCsvRecord row(String table, String column, String value) {
        return rows(table).stream()
                .filter(r -> r.getField(column).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + column + " " + value + " in " + table));
    }

    static Point point(NamedCsvRecord row, String before, String after) {
        return new Point(
                number(row, before + "x" + after),
                number(row, before + "y" + after),
                number(row, before + "z" + after));
    }

    static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    /** The numbers of a cell that holds several. */
    static double[] numbers(String cell) {
        return Arrays.stream(cell.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The axis of a joint with one: {@code NAME axis x y z}. */
    static Point axis(NamedCsvRecord joint) {
        double[] a = numbers(joint.getField("rotation_axes").replaceAll("^\\S+ axis ", ""));
        return new Point(a[0], a[1], a[2]);
    }
}
