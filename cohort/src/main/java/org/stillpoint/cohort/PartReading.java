package org.stillpoint.cohort;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.table.Table;

/** Makes of a file, or of the rows of one of its parts, what one machine would make of that table; what is wrong with it is an answer too. */
record PartReading<T>(PartReader<T> reader) implements Serializable {

    /** A file that is opened at once, as whoever sent it wrote it. */
    PartRead<T> whole(PracticeFile file) {
        PartKey key = new PartKey(file.index(), 0);
        try {
            return PartRead.of(key, reader.read(open(file)));
        } catch (BadInput bad) {
            return PartRead.broken(key, FileProblem.of(file.name(), bad));
        } catch (IOException broken) {
            return PartRead.broken(key, List.of(FileProblem.ofFile(file.name(), "cannot be read")));
        }
    }

    private Table open(PracticeFile file) throws IOException {
        Path path = new Path(file.table());
        FileSystem system = path.getFileSystem(Cluster.files());
        if (system.getScheme().equals("file")) {
            return Table.open(java.nio.file.Path.of(path.toUri().getPath()), reader.how());
        }
        java.nio.file.Path folder = Files.createTempDirectory("stillpoint-cohort");
        java.nio.file.Path copy = folder.resolve(path.getName());
        try {
            system.copyToLocalFile(false, path, new Path(copy.toUri()), true);
            return Table.open(copy, reader.how());
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    /** The rows of one part, in any order. */
    PartRead<T> part(PracticeFile file, PartKey key, Iterable<TableRow> unordered) {
        List<TableRow> rows = StreamSupport.stream(unordered.spliterator(), false)
                .sorted(Comparator.comparing(TableRow::besides).thenComparing(TableRow::number))
                .toList();
        for (TableRow row : rows) {
            if (row.number() == TableRow.PROBLEM) {
                return PartRead.broken(
                        key, List.of(FileProblem.ofFile(file.name(), row.cells().getFirst())));
            }
        }
        try {
            List<List<String>> first = cells(rows, false);
            Table table = Table.ofText(
                    file.name(),
                    text(file.exported() ? reader.ofExport(first, cells(rows, true)) : first),
                    reader.how());
            return table.size() == 0 && file.parts() > 1
                    ? PartRead.of(key, new PartReader.PartItems<>(List.of(), java.util.Map.of(), 0, true))
                    : PartRead.of(key, reader.read(table));
        } catch (BadInput bad) {
            return PartRead.broken(
                    key,
                    FileProblem.of(file.name(), bad).stream()
                            .map(one -> file.exported() ? one : one.inRow(numberOf(rows, one.row())))
                            .toList());
        } catch (NumberFormatException | IndexOutOfBoundsException noExport) {
            return PartRead.broken(
                    key,
                    List.of(FileProblem.ofFile(
                            file.name(), "holds cells that no './stillpoint tables --deidentified' writes")));
        }
    }

    /** The number in the file of a row that the part counts otherwise: its header is 1, as in the file. */
    private static long numberOf(List<TableRow> rows, long inPart) {
        return inPart < 1 || inPart > rows.size()
                ? inPart
                : rows.get((int) inPart - 1).number();
    }

    private static List<List<String>> cells(List<TableRow> rows, boolean besides) {
        List<List<String>> cells = new ArrayList<>();
        for (TableRow row : rows) {
            if (row.besides() == besides) {
                cells.add(row.cells());
            }
        }
        return cells;
    }

    private static String text(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }
}
