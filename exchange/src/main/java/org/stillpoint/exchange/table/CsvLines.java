package org.stillpoint.exchange.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/** Text with fields separated by commas, semicolons, tabs or bars: whichever parts its first lines most evenly, or as a {@code sep=} line says. */
final class CsvLines {

    /** Characters of the first lines that are looked at. */
    private static final int LOOK = 1 << 16;

    private static final int LINES = 30;
    private static final char NO_COMMENT = '#';

    private static final Map<Character, Message> SEPARATORS =
            Map.of(',', ReadWords.COMMAS, ';', ReadWords.SEMICOLONS, '\t', ReadWords.TABS, '|', ReadWords.BARS);

    private CsvLines() {}

    static Opened open(Reader text, Message encoding, Problems problems) throws IOException {
        BufferedReader in = new BufferedReader(text, LOOK);
        passMark(in);
        String start = look(in);
        if (start.isBlank()) {
            throw problems.stop(TableWords.EMPTY);
        }
        int before = 0;
        char separator;
        String first = start.lines().findFirst().orElse("").replace("\"", "").strip();
        if (first.regionMatches(true, 0, "sep=", 0, 4) && first.length() <= 5) {
            separator = first.length() == 5 ? first.charAt(4) : '\t';
            in.readLine();
            before = 1;
        } else {
            separator = separator(start);
        }
        return new Opened(
                lines(in, separator, before),
                encoding,
                Optional.of(SEPARATORS.getOrDefault(separator, new ReadWords.OtherSign(String.valueOf(separator)))),
                separator != ',',
                Opened.EXCEL_ZERO,
                in);
    }

    private static void passMark(BufferedReader in) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    private static String look(BufferedReader in) throws IOException {
        in.mark(LOOK);
        char[] start = new char[LOOK];
        int got = 0;
        for (int n = in.read(start, 0, LOOK); n > 0 && got < LOOK; n = in.read(start, got, LOOK - got)) {
            got += n;
        }
        in.reset();
        return new String(start, 0, got);
    }

    private static Iterator<TableLine> lines(Reader text, char separator, int before) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .commentCharacter(separator == NO_COMMENT ? '%' : NO_COMMENT) // the library knows one, used or not
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(Table.MOST_COLUMNS + 1)
                                .build(),
                        text)
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public TableLine next() {
                CsvRecord record = records.next();
                return new TableLine(record.getStartingLineNumber() + before, record.getFields());
            }
        };
    }

    /** The sign that stands equally often in most of the first lines, not counting what is within quotation marks. */
    private static char separator(String start) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : new char[] {'\t', ';', ',', '|'}) {
            long score = score(start, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Lines with the commonest count above 0, and then that count. */
    private static long score(String start, char candidate) {
        Map<Integer, Integer> lines = new TreeMap<>();
        boolean quoted = false;
        int count = 0;
        int seen = 0;
        boolean blank = true;
        for (int i = 0; i < start.length() && seen < LINES; i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                if (!blank) {
                    lines.merge(count, 1, Integer::sum);
                    seen++;
                }
                count = 0;
                blank = true;
            } else if (c == candidate && !quoted) {
                count++;
            }
            blank &= c <= ' ' && c != candidate || c == '\n';
        }
        if (!blank) {
            lines.merge(count, 1, Integer::sum);
        }
        return lines.entrySet().stream()
                .filter(e -> e.getKey() > 0)
                .mapToLong(e -> e.getValue() * 1_000_000L + Math.min(e.getKey(), 99_999))
                .max()
                .orElse(0);
    }
}
