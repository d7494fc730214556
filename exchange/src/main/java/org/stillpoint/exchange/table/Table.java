package org.stillpoint.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.OnCommandLine;
import org.stillpoint.exchange.Question;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * A table as people send it, held whole: text with fields separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16 or
 * Windows-1252, plain or gzipped, or an Excel workbook. What was decided about it can be asked for, so that it can be said.
 *
 * <p>What is wrong is collected, up to {@value #MOST_PROBLEMS} problems, so that a person can mend a file in one go: read all rows, then call
 * {@link #check()}, and use nothing before it returned.
 */
public final class Table implements Iterable<Row>, AutoCloseable {

    /** More problems than this are not collected: reading stops with those found. */
    public static final int MOST_PROBLEMS = 20;

    /** Columns of one table; a study of everything about a person has some hundred. */
    static final int MOST_COLUMNS = 10_000;

    /** Cells that are held: four bytes each, and with the bounds beside it less than 200 MB in all. */
    private static final int MOST_CELLS = 8_000_000;

    /** Rows that are held: three times the largest practice that is measured. */
    private static final int MOST_ROWS = 1_000_000;

    /** Different texts that are held. */
    private static final int MOST_TEXTS = 1_000_000;

    private final String name;
    private final HowToRead how;
    private final Opened opened;
    private final Problems problems;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<Column> order = new ArrayList<>();
    private final List<Texts> texts = new ArrayList<>();
    private int[] numbers = new int[64];
    private final Meanings meanings = new Meanings(this);
    private int rows;
    private final PassedOver passedOver = new PassedOver();

    private Table(String name, HowToRead how, Opened opened, Problems problems) {
        this.name = name;
        this.how = how;
        this.opened = opened;
        this.problems = problems;
    }

    /** Reads a table of which nothing is known but what its bytes say. */
    public static Table open(Path file) {
        return open(file, HowToRead.TOLD_BY_THE_TABLE);
    }

    /**
     * Reads a table.
     *
     * @throws org.stillpoint.exchange.BadInput where there is no such file, it is no table, or it is larger than is read at once
     */
    public static Table open(Path file, HowToRead how) {
        String name = String.valueOf(file.getFileName());
        return open(name, how, problems -> Opened.of(file, how, problems));
    }

    /**
     * A table that was sent, as its bytes; {@value Opened#MOST_SENT} bytes of text at most.
     *
     * @param name what the problems call it
     * @throws org.stillpoint.exchange.BadInput as {@link #open(Path, HowToRead)}
     */
    public static Table ofBytes(String name, byte[] bytes, HowToRead how) {
        return open(name, how, problems -> Opened.of(bytes, how, problems));
    }

    private interface Opening {
        Opened with(Problems problems) throws IOException;
    }

    private static Table open(String name, HowToRead how, Opening opening) {
        Problems problems = new Problems(name, MOST_PROBLEMS);
        try {
            return read(name, how, opening.with(problems), problems);
        } catch (NoSuchFileException e) {
            throw problems.stop(TableWords.NO_SUCH_FILE);
        } catch (AccessDeniedException e) {
            throw problems.stop(TableWords.NOT_ALLOWED);
        } catch (ZipException e) {
            throw problems.stop(TableWords.CANNOT_BE_UNPACKED);
        } catch (IOException e) {
            throw problems.stop(TableWords.ENDS_EARLY);
        }
    }

    /**
     * A table that was typed or pasted.
     *
     * @param name what the problems call it
     * @throws org.stillpoint.exchange.BadInput where it holds no header that can be read
     */
    public static Table ofText(String name, String text, HowToRead how) {
        Problems problems = new Problems(name, MOST_PROBLEMS);
        try {
            return read(name, how, Opened.of(text, problems), problems);
        } catch (IOException neverOfAText) {
            throw new UncheckedIOException(neverOfAText);
        }
    }

    /** A pasted table of which nothing more is known. */
    public static Table ofText(String name, String text) {
        return ofText(name, text, HowToRead.TOLD_BY_THE_TABLE);
    }

    private static Table read(String name, HowToRead how, Opened opened, Problems problems) throws IOException {
        Table table = new Table(name, how, opened, problems);
        try (var source = opened.source()) {
            Header header = Header.read(opened.lines(), problems);
            table.header(header);
            header.ahead().forEach(table::add);
            while (opened.lines().hasNext()) {
                table.add(opened.lines().next());
            }
        } catch (CsvParseException e) {
            throw problems.stop(new TableWords.BrokenTable(AsTyped.of(MOST_COLUMNS)));
        } catch (UncheckedIOException e) {
            throw problems.stop(
                    e.getCause() instanceof CharacterCodingException
                            ? new TableWords.NotInEncoding(opened.encoding())
                            : TableWords.ENDS_EARLY);
        }
        return table;
    }

    private void header(Header header) {
        passedOver.around(header);
        List<String> fields = header.row().fields();
        if (fields.size() > MOST_COLUMNS) {
            throw problems.stop(new TableWords.TooManyColumns(AsTyped.of(MOST_COLUMNS)));
        }
        int width = fields.size();
        while (width > 1 && Cells.plain(fields.get(width - 1)).isEmpty()) {
            width--; // spreadsheets end rows with separators for columns that hold nothing
        }
        for (int i = 0; i < width; i++) {
            Column column = new Column(Cells.plain(fields.get(i)), i);
            if (column.name().indexOf('\0') >= 0) {
                throw problems.stop(TableWords.BINARY_HEADER);
            }
            order.add(column);
            texts.add(new Texts());
            if (columns.putIfAbsent(column.name(), column) != null
                    && !column.name().isEmpty()) {
                problems.add(header.row().number(), column.name(), "", TableWords.COLUMN_TWICE);
            }
        }
        problems.check();
    }

    private void add(TableLine line) {
        if (line.isBlank()) {
            passedOver.blankRow();
            return;
        }
        List<String> fields = line.fields();
        int width = order.size();
        boolean more = fields.size() > width
                && fields.subList(width, fields.size()).stream()
                        .anyMatch(f -> !Cells.plain(f).isEmpty());
        if (more || fields.size() < width && !opened.separator().isEmpty()) {
            problems.add(
                    line.number(), "", "", new TableWords.OtherWidth(AsTyped.of(fields.size()), AsTyped.of(width)));
        }
        int most = Math.min(MOST_ROWS, MOST_CELLS / width);
        if (rows == most) {
            throw problems.stop(new TableWords.TooManyRows(AsTyped.of(most), AsTyped.of(width)));
        }
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * rows);
        }
        numbers[rows] = (int) line.number();
        long different = 0;
        for (int c = 0; c < width; c++) {
            Texts column = texts.get(c);
            column.add(rows, c < fields.size() ? Cells.plain(fields.get(c)) : "");
            different += column.size();
        }
        if (different > MOST_TEXTS) {
            throw problems.stop(new TableWords.TooManyValues(AsTyped.of(MOST_TEXTS)));
        }
        rows++;
    }

    /** The name of the file. */
    public String name() {
        return name;
    }

    /** What a person said about it. */
    public HowToRead how() {
        return how;
    }

    /** How many rows it has, without blank ones and those above and below the header that hold no data. */
    public int size() {
        return rows;
    }

    /** How it is written, as part of a sentence: {@code UTF-8, fields separated by commas}. */
    public Message written() {
        return opened.separator()
                .<Message>map(separator -> new ReadWords.Encoded(opened.encoding(), separator))
                .orElse(opened.encoding());
    }

    /** Whether a comma may be a decimal sign because fields are separated by something else. */
    boolean decimalComma() {
        return opened.decimalComma();
    }

    /** What Excel's day numbers in this table count from, in days since 1970. */
    long excelZero() {
        return opened.excelZero();
    }

    /** What was passed over, each as a part of a sentence; empty where nothing was. */
    public List<Message> passedOver() {
        return passedOver.parts();
    }

    /**
     * Leaves out the rows whose cell in one of these columns is a word for totals (Total, Mean, ...): they are no rows of data, and are
     * named in {@link #passedOver()}.
     */
    public void leaveOutTotals(List<Column> where) {
        int kept = 0;
        if (where.stream().noneMatch(column -> different(column).stream().anyMatch(Cells::isTotal))) {
            return;
        }
        List<boolean[]> heads = where.stream().map(this::totals).toList();
        for (int r = 0; r < rows; r++) {
            boolean total = false;
            for (int w = 0; w < heads.size(); w++) {
                total |= heads.get(w)[code(r, where.get(w))];
            }
            if (total) {
                passedOver.totals(numbers[r]);
                continue;
            }
            numbers[kept] = numbers[r];
            for (Texts column : texts) {
                column.move(r, kept);
            }
            kept++;
        }
        rows = kept;
    }

    private boolean[] totals(Column column) {
        List<String> all = different(column);
        boolean[] heads = new boolean[all.size()];
        for (int code = 0; code < heads.length; code++) {
            heads[code] = Cells.isTotal(all.get(code));
        }
        return heads;
    }

    /** The columns in the order of the header. */
    public List<Column> columns() {
        return List.copyOf(order);
    }

    /** The column of this name, if there is one; capitals make no difference where no column has the very name. */
    public Optional<Column> findColumn(String column) {
        Column exact = columns.get(column);
        return exact != null
                ? Optional.of(exact)
                : order.stream()
                        .filter(c -> Cells.sameName(c.name()).equals(Cells.sameName(column)))
                        .findFirst();
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
            problems.add(1, column, "", new TableWords.NoSuchColumn(String.join(", ", names) + more));
            return problems.stop();
        });
    }

    /** The rows in order; as often as wanted. */
    @Override
    public Iterator<Row> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < rows;
            }

            @Override
            public Row next() {
                if (next >= rows) {
                    throw new NoSuchElementException();
                }
                return new Row(Table.this, next++);
            }
        };
    }

    /** One row by its place from 0. */
    public Row row(int place) {
        return new Row(this, place);
    }

    String text(int row, int column) {
        return texts.get(column).text(row);
    }

    /** Which of the column's different texts stands in this row. */
    public int code(int row, Column column) {
        return texts.get(column.index()).code(row);
    }

    /** The different texts of a column, in order of appearance; rows that were left out may have held some of them. */
    public List<String> different(Column column) {
        return texts.get(column.index()).different();
    }

    /** The numbers of a column that is used as such. */
    Numbers numbers(Column column) {
        return meanings.numbers(column);
    }

    /** The numbers of a column that may hold others. */
    Numbers looked(Column column) {
        return meanings.looked(column);
    }

    /** Whether every cell of the column that holds something holds a number. */
    public boolean holdsNumbers(Column column) {
        return meanings.areNumbers(column);
    }

    /** Whether the column's numbers are written with a decimal comma. */
    public boolean hasDecimalComma(Column column) {
        return meanings.looked(column).comma();
    }

    /**
     * For each of the column's different texts, by its code, the code of the first one that means the same: numbers by their value,
     * names in one form, all words for "no answer".
     */
    public int[] meanings(Column column) {
        return meanings.of(column);
    }

    /** Whether the column holds as many whole numbers as there are rows, one after the other, in whatever order. */
    public boolean countsRows(Column column) {
        return meanings.countRows(column);
    }

    long number(int row) {
        return numbers[row];
    }

    /** Whether nothing stands in this cell, or a text for "no answer"; told once for each different text. */
    boolean isNothing(int row, Column column) {
        return texts.get(column.index()).isNothing(row, this::isNothing);
    }

    /** Whether this text stands for "no answer": a usual word, or one that was told. */
    public boolean isNothing(String plain) {
        return Cells.isNothing(plain) || isToldMissing(plain);
    }

    private boolean isToldMissing(String plain) {
        if (how.missing().isEmpty()) {
            return false;
        }
        double value = DecimalText.parse(plain.replace(',', '.'));
        return how.missing().stream()
                .anyMatch(code -> code.equalsIgnoreCase(plain) || value == DecimalText.parse(code));
    }

    /** For {@code throw}: what has to be asked before anything can be said, in English with the option that answers it. */
    @OnCommandLine
    public BadInput ask(String question) {
        return problems.stop(new CommonWords.Verbatim(question));
    }

    /** For {@code throw}: what makes the whole table useless. */
    public BadInput stop(Message fault) {
        return problems.stop(fault);
    }

    /** For {@code throw}: what has to be asked before anything can be said; what is wrong besides comes first. */
    public BadInput ask(Question question) {
        return problems.ask(question);
    }

    /** Notes a problem; stops with all that were found once there are {@value #MOST_PROBLEMS}. */
    public void problem(long row, String column, String value, Message fault) {
        problem(row, column, value, fault, "");
    }

    void problem(long row, String column, String value, Message fault, String answer) {
        problems.add(row, column, value, fault, answer);
    }

    /**
     * To be called after the last row: returns only where nothing was wrong.
     *
     * @throws org.stillpoint.exchange.BadInput with every problem found
     */
    public void check() {
        problems.check();
    }

    /** Nothing is open any more: a table is held whole. */
    @Override
    public void close() {}
}
