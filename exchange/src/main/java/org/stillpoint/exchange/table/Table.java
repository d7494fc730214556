package org.stillpoint.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A table read row by row from a file: UTF-8 text, a header row, fields separated by commas, semicolons or tabs (whichever the header has most
 * of), plain or gzipped (told by its first bytes, not by its name).
 *
 * <p>What is wrong is collected, up to {@value #MOST_PROBLEMS} problems, so that a person can mend a file in one go: read all rows, then call
 * {@link #check()}, and use nothing before it returned.
 */
public final class Table implements Iterable<Row>, AutoCloseable {

    /** More problems than this are not collected: reading stops with those found. */
    public static final int MOST_PROBLEMS = 20;

    private static final int LONGEST_LINE = 1 << 20;

    private final String name;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<Column> order = new ArrayList<>();
    private final Problems problems;

    private Table(String name, CsvReader<CsvRecord> reader) {
        this.name = name;
        this.reader = reader;
        this.records = reader.iterator();
        this.problems = new Problems(name, MOST_PROBLEMS);
    }

    /**
     * Opens a table and reads its header.
     *
     * @throws org.stillpoint.exchange.BadInput where there is no such file, or it holds no header that can be read
     */
    public static Table open(Path file) {
        String name = String.valueOf(file.getFileName());
        Table table = new Table(name, reader(file, new Problems(name, MOST_PROBLEMS)));
        table.readHeader();
        return table;
    }

    /**
     * A table that was typed or pasted, read from its header on.
     *
     * @param name what the problems call it
     * @throws org.stillpoint.exchange.BadInput where it holds no header that can be read
     */
    public static Table ofText(String name, String text) {
        Problems problems = new Problems(name, MOST_PROBLEMS);
        try {
            Table table = new Table(name, reader(new StringReader(text), problems));
            table.readHeader();
            return table;
        } catch (IOException neverOfAText) {
            throw new UncheckedIOException(neverOfAText);
        }
    }

    /** Opens a file of comma, semicolon or tab separated text, plain or gzipped. */
    static CsvReader<CsvRecord> reader(Path file, Problems problems) {
        try {
            if (Files.isDirectory(file)) {
                throw problems.stop("is a folder, not a table");
            }
            return reader(text(file), problems);
        } catch (NoSuchFileException e) {
            throw problems.stop("there is no such file");
        } catch (AccessDeniedException e) {
            throw problems.stop("may not be read");
        } catch (ZipException | CharacterCodingException e) {
            throw problems.stop("is not a table: neither UTF-8 text nor gzipped text");
        } catch (IOException e) {
            throw problems.stop("cannot be read: it ends early or is damaged");
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text, Problems problems) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator(text, problems))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text);
    }

    private static Reader text(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        InputStream plain = first == 0x1f && second == 0x8b ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new BufferedReader(
                new InputStreamReader(
                        plain,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_LINE);
    }

    /** Looks at the header without using it up: the separator it has most of; a byte order mark is passed over. */
    private static char separator(Reader text, Problems problems) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(LONGEST_LINE);
        Map<Integer, Integer> seen = new HashMap<>();
        int read = 0;
        int c = text.read();
        for (; c >= 0 && c != '\n' && ++read < LONGEST_LINE; c = text.read()) {
            if (c == 0) {
                throw problems.stop("is not a table: it holds binary data");
            }
            seen.merge(c, 1, Integer::sum);
        }
        if (c < 0 && read == 0) {
            throw problems.stop("is empty: a header row was expected");
        }
        text.reset();
        int commas = seen.getOrDefault((int) ',', 0);
        int semicolons = seen.getOrDefault((int) ';', 0);
        int tabs = seen.getOrDefault((int) '\t', 0);
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }

    private void readHeader() {
        CsvRecord header = next().orElseThrow(() -> problems.stop("is empty: a header row was expected"));
        for (int i = 0; i < header.getFieldCount(); i++) {
            Column column = new Column(header.getField(i).strip(), i);
            if (column.name().indexOf('\0') >= 0) {
                throw problems.stop("is not a table: it holds binary data");
            }
            order.add(column);
            if (columns.putIfAbsent(column.name(), column) != null
                    && !column.name().isEmpty()) {
                problems.add(1, column.name(), "", "this column is there twice");
            }
        }
        problems.check();
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** The columns in the order of the header. */
    public List<Column> columns() {
        return List.copyOf(order);
    }

    /** The column of this name, if there is one. */
    public Optional<Column> findColumn(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /**
     * The column of this name.
     *
     * @throws org.stillpoint.exchange.BadInput where there is none; names those there are
     */
    public Column getColumn(String column) {
        return findColumn(column).orElseThrow(() -> {
            List<String> names = order.stream().map(Column::name).limit(12).toList();
            String more = order.size() > names.size() ? ", …" : "";
            problems.add(1, column, "", "there is no such column; there are: " + String.join(", ", names) + more);
            return problems.stop();
        });
    }

    /** The rows, once: a table is read from front to back. */
    @Override
    public Iterator<Row> iterator() {
        return new Iterator<>() {
            private Optional<CsvRecord> ahead = Table.this.next();

            @Override
            public boolean hasNext() {
                return ahead.isPresent();
            }

            @Override
            public Row next() {
                CsvRecord current = ahead.orElseThrow(NoSuchElementException::new);
                Row row = row(current);
                ahead = Table.this.next();
                return row;
            }
        };
    }

    private Row row(CsvRecord csv) {
        long number = csv.getStartingLineNumber();
        List<String> cells = csv.getFields();
        if (cells.size() != order.size()) {
            problems.add(number, "", "", "has " + cells.size() + " fields where the header has " + order.size());
            cells = new ArrayList<>(cells);
            while (cells.size() < order.size()) {
                cells.add("");
            }
        }
        return new Row(this, number, cells);
    }

    private Optional<CsvRecord> next() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException e) {
            throw problems.stop("is not a table: a field is far too long, or a quotation mark is never closed");
        } catch (UncheckedIOException e) {
            boolean coding = e.getCause() instanceof CharacterCodingException;
            throw problems.stop(
                    coding ? "holds bytes that are not UTF-8 text" : "cannot be read: it ends early or is damaged");
        }
    }

    /** Notes a problem; stops with all that were found once there are {@value #MOST_PROBLEMS}. */
    public void problem(long row, String column, String value, String expected) {
        problems.add(row, column, value, expected);
    }

    /**
     * To be called after the last row: returns only where nothing was wrong.
     *
     * @throws org.stillpoint.exchange.BadInput with every problem found
     */
    public void check() {
        problems.check();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
