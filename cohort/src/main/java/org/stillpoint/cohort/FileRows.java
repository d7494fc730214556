package org.stillpoint.cohort;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other, however long it is: its header first. CSV in UTF-8, separated by commas, semicolons, tabs or bars,
 * plain or gzipped; or Parquet, whose empty cells are empty texts.
 */
final class FileRows implements Iterator<List<String>>, Closeable {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final Iterator<List<String>> rows;
    private final Closeable open;

    private FileRows(Iterator<List<String>> rows, Closeable open) {
        this.rows = rows;
        this.open = open;
    }

    static FileRows open(String address, Configuration files) throws IOException {
        Path path = new Path(address);
        return address.toLowerCase(Locale.ROOT).endsWith(".parquet") ? parquet(path, files) : csv(path, files);
    }

    private static FileRows csv(Path path, Configuration files) throws IOException {
        char separator;
        try (BufferedReader reader = new BufferedReader(text(path, files))) {
            separator = separator(reader.readLine());
        }
        CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text(path, files));
        CloseableIterator<CsvRecord> records = csv.iterator();
        return new FileRows(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return records.hasNext();
                    }

                    @Override
                    public List<String> next() {
                        return records.next().getFields();
                    }
                },
                csv);
    }

    private static Reader text(Path path, Configuration files) throws IOException {
        InputStream bytes = path.getFileSystem(files).open(path);
        InputStream plain =
                path.getName().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new InputStreamReader(
                plain,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static char separator(@Nullable String header) {
        char most = SEPARATORS[0];
        long times = -1;
        for (char one : SEPARATORS) {
            long there =
                    header == null ? 0 : header.chars().filter(c -> c == one).count();
            if (there > times) {
                times = there;
                most = one;
            }
        }
        return most;
    }

    private static FileRows parquet(Path path, Configuration files) throws IOException {
        MessageType schema;
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(path, files))) {
            schema = footer.getFooter().getFileMetaData().getSchema();
        }
        ParquetReader<Group> groups = ParquetReader.builder(new GroupReadSupport(), path)
                .withConf(files)
                .build();
        return new FileRows(new ParquetRows(schema, groups), groups);
    }

    private static final class ParquetRows implements Iterator<List<String>> {
        private final MessageType schema;
        private final ParquetReader<Group> groups;
        private @Nullable List<String> next;

        ParquetRows(MessageType schema, ParquetReader<Group> groups) {
            this.schema = schema;
            this.groups = groups;
            this.next = schema.getFields().stream().map(Type::getName).toList();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<String> next() {
            List<String> now = next;
            if (now == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return now;
        }

        private @Nullable List<String> read() {
            Group group;
            try {
                group = groups.read();
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
            if (group == null) {
                return null;
            }
            List<String> cells = new ArrayList<>(schema.getFieldCount());
            for (int c = 0; c < schema.getFieldCount(); c++) {
                cells.add(group.getFieldRepetitionCount(c) == 0 ? "" : cell(group, c));
            }
            return cells;
        }

        private String cell(Group group, int column) {
            return schema.getType(column).getLogicalTypeAnnotation()
                            instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
                    ? LocalDate.ofEpochDay(group.getInteger(column, 0)).toString()
                    : group.getValueToString(column, 0);
        }
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public List<String> next() {
        return rows.next();
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
