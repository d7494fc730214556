package org.stillpoint.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * An Excel workbook (.xlsx) as lines of fields. It is unpacked once to nothing first, so that a small file that unpacks to a large one is
 * refused before anything of it is kept.
 */
final class Workbook {

    /** Bytes of a workbook as it is sent. */
    private static final int MOST_PACKED = 16 << 20;

    /** Bytes of its texts, which are all kept while it is read; its other parts are read row by row. */
    private static final long MOST_TEXTS = 16L << 20;

    /** No sheet has a column beyond XFD. */
    private static final int MOST_LETTERS = 3;

    private static final Set<Integer> CLOCK_FORMATS = Set.of(18, 19, 20, 21, 45, 46, 47);

    /** The last day of the year 9999, which no workbook goes beyond. */
    private static final double MOST_DAY = 2_958_465;

    private static final Pattern FROM_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](1|true|on)[\"']");

    private Workbook() {}

    /** @param most bytes that it may unpack to */
    static Opened open(InputStream bytes, long most, HowToRead how, Problems problems) throws IOException {
        byte[] packed;
        try (bytes) {
            packed = bytes.readNBytes(MOST_PACKED + 1);
        }
        if (packed.length > MOST_PACKED) {
            throw problems.stop(new TableWords.LargeWorkbook(AsTyped.of(MOST_PACKED >> 20)));
        }
        long zero = check(packed, most, problems) ? Opened.MAC_ZERO : Opened.EXCEL_ZERO;
        try {
            ReadableWorkbook book =
                    new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, false));
            Sheet sheet = sheet(book, how, problems);
            Stream<Row> rows = sheet.openStream();
            return new Opened(
                    lines(rows.iterator(), zero, problems),
                    new ReadWords.SheetOf(sheet.getName()),
                    Optional.empty(),
                    true,
                    zero,
                    () -> {
                        rows.close();
                        book.close();
                    });
        } catch (IOException | RuntimeException e) {
            if (e instanceof org.stillpoint.exchange.BadInput bad) {
                throw bad;
            }
            throw problems.stop(TableWords.NO_WORKBOOK);
        }
    }

    /**
     * Unpacks every part and keeps none: how large it is, whether it names things outside itself, whether its columns can be. Says whether
     * its days count from 1904, which fastexcel takes for true only where the word true says so.
     */
    private static boolean check(byte[] packed, long most, Problems problems) throws IOException {
        boolean book = false;
        boolean from1904 = false;
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            byte[] block = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                book |= name.equals("xl/workbook.xml");
                boolean streamed = name.startsWith("xl/worksheets/");
                long size = 0;
                Suspicious suspicious = new Suspicious();
                for (int got = zip.readNBytes(block, 0, block.length);
                        got > 0;
                        got = zip.readNBytes(block, 0, block.length)) {
                    if (size == 0 && name.equals("xl/workbook.xml")) {
                        from1904 = FROM_1904
                                .matcher(new String(block, 0, got, StandardCharsets.UTF_8))
                                .find();
                    }
                    size += got;
                    total += got;
                    if (total > most || !streamed && size > MOST_TEXTS) {
                        throw problems.stop(TableWords.UNPACKS_TO_MORE);
                    }
                    if (suspicious.isIn(block, got, streamed)) {
                        throw problems.stop(TableWords.STRANGE_WORKBOOK);
                    }
                }
            }
        }
        if (!book) {
            throw problems.stop(TableWords.PACKED_FOLDER);
        }
        return from1904;
    }

    /** Looks for definitions of a document's own entities, and for columns that no sheet has, across the ends of blocks. */
    private static final class Suspicious {
        private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        private int doctype;
        private int letters = -1;
        private int last = ' ';
        private int beforeLast = ' ';

        boolean isIn(byte[] block, int got, boolean sheet) {
            for (int i = 0; i < got; i++) {
                int c = block[i];
                doctype = c == DOCTYPE[doctype] ? doctype + 1 : c == DOCTYPE[0] ? 1 : 0;
                if (doctype == DOCTYPE.length) {
                    return true;
                }
                if (sheet) {
                    letters = c == '"' && last == '=' && beforeLast == 'r'
                            ? 0
                            : letters >= 0 && c >= 'A' && c <= 'Z' ? letters + 1 : -1;
                    if (letters > MOST_LETTERS) {
                        return true;
                    }
                    beforeLast = last;
                    last = c;
                }
            }
            return false;
        }
    }

    /** The sheet that was named, or the only one that holds more than a cell. */
    private static Sheet sheet(ReadableWorkbook book, HowToRead how, Problems problems) throws IOException {
        List<Sheet> sheets = book.getSheets().toList();
        if (how.sheet().isPresent()) {
            String wanted = how.sheet().get();
            return sheets.stream()
                    .filter(sheet -> Cells.sameName(sheet.getName()).equals(Cells.sameName(wanted)))
                    .findFirst()
                    .orElseThrow(() -> problems.stop(new TableWords.NoSheet(wanted, names(sheets))));
        }
        List<Sheet> filled = new ArrayList<>();
        for (Sheet sheet : sheets) {
            try (Stream<Row> rows = sheet.openStream()) {
                if (rows.filter(row -> row.getPhysicalCellCount() > 1).limit(2).count() > 1) {
                    filled.add(sheet);
                }
            }
        }
        if (filled.isEmpty()) {
            throw problems.stop(TableWords.EMPTY);
        }
        if (filled.size() > 1) {
            throw problems.ask(new Question(
                    QuestionSubject.SHEET,
                    TableWords.SEVERAL_SHEETS,
                    "name the one that is meant with --sheet: " + names(filled),
                    filled.stream().map(Sheet::getName).toList()));
        }
        return filled.getFirst();
    }

    private static String names(List<Sheet> sheets) {
        return String.join(", ", sheets.stream().map(Sheet::getName).toList());
    }

    private static Iterator<TableLine> lines(Iterator<Row> rows, long zero, Problems problems) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return rows.hasNext();
                } catch (RuntimeException damaged) {
                    throw problems.stop(TableWords.NO_WORKBOOK);
                }
            }

            @Override
            public TableLine next() {
                Row row = rows.next();
                List<String> fields = new ArrayList<>();
                for (int c = 0; c < Math.min(row.getCellCount(), Table.MOST_COLUMNS + 1); c++) {
                    fields.add(
                            row.getOptionalCell(c).map(cell -> text(cell, zero)).orElse(""));
                }
                return new TableLine(row.getRowNum(), fields);
            }
        };
    }

    /** A cell as it would stand in a text: dates as dates, numbers without the round-off of their binary form. */
    private static String text(Cell cell, long zero) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && isNumber(raw)) {
            return isDate(cell) ? date(raw, zero) : number(raw);
        }
        return cell.getType() == CellType.EMPTY ? "" : cell.getType() == CellType.STRING ? cell.asString() : raw;
    }

    private static boolean isNumber(String raw) {
        return !Double.isNaN(DecimalText.parse(raw));
    }

    private static String number(String raw) {
        double value = DecimalText.parse(raw);
        return Double.isNaN(value)
                ? raw
                : new BigDecimal(value, new java.math.MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || CLOCK_FORMATS.contains(id))) {
            return true; // ECMA-376 part 1, 18.8.30: the built-in formats of dates and times
        }
        String format = cell.getDataFormatString();
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").matches("(?i).*([dy]|h+:|m+[/.-]).*")
                && !format.equalsIgnoreCase("General");
    }

    private static String date(String raw, long zero) {
        double serial = DecimalText.parse(raw);
        if (!(serial >= 0 && serial <= MOST_DAY)) {
            return raw;
        }
        double exact = Math.rint(serial * 86_400) / 86_400;
        double day = Math.floor(serial);
        LocalDateTime time = LocalDate.ofEpochDay(zero + (long) day)
                .atStartOfDay()
                .plusNanos(Math.round((serial - day) * 86_400_000) * 1_000_000);
        if (exact < 1) {
            return time.toLocalTime().withNano(0).toString();
        }
        LocalDateTime rounded = time.plusNanos(500_000_000).withNano(0);
        return rounded.toLocalTime().toSecondOfDay() == 0
                ? rounded.toLocalDate().toString()
                : rounded.toString();
    }
}
