package org.stillpoint.exchange.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.stillpoint.words.TableWords;

/**
 * The row that names the columns. Titles above it and the second and third header rows of Qualtrics are passed over.
 *
 * @param row the header itself
 * @param titles rows that stood above it
 * @param labels rows of labels that stood below it
 * @param blank rows without anything among them
 * @param ahead rows after it that were read to find it, in order
 */
record Header(TableLine row, int titles, int labels, int blank, List<TableLine> ahead) {

    /** Rows from the front among which the header is looked for. */
    private static final int LOOK = 20;

    /** Qualtrics puts the id of each question under its name, as JSON. */
    private static final Pattern IMPORT_ID = Pattern.compile("\\{.?ImportId.*");

    /** Reads as far as needed; the blank rows of a file are no rows. */
    static Header read(Iterator<TableLine> lines, Problems problems) {
        List<TableLine> first = new ArrayList<>();
        int blank = 0;
        while (first.size() < LOOK && lines.hasNext()) {
            TableLine line = lines.next();
            if (line.isBlank()) {
                blank++;
            } else {
                first.add(line);
            }
        }
        if (first.isEmpty()) {
            throw problems.stop(TableWords.EMPTY);
        }
        int at = place(first);
        List<TableLine> ahead = new ArrayList<>(first.subList(at + 1, first.size()));
        int labels = 0;
        for (int i = 0; i < Math.min(2, ahead.size()); i++) {
            if (ahead.get(i).fields().stream()
                    .anyMatch(f -> IMPORT_ID.matcher(Cells.plain(f)).matches())) {
                labels = i + 1;
            }
        }
        return new Header(first.get(at), at, labels, blank, List.copyOf(ahead.subList(labels, ahead.size())));
    }

    private static int place(List<TableLine> first) {
        long usual = commonest(first, true);
        long filled = commonest(first, false);
        if (usual < 2
                || first.getFirst().fields().size() >= usual && first.getFirst().filled() >= Math.max(2, filled - 1)) {
            return 0;
        }
        for (int i = 0; i < first.size(); i++) {
            TableLine line = first.get(i);
            if (line.filled() >= Math.max(2, filled - 1)
                    && line.fields().stream().noneMatch(Header::isValue)) {
                return i;
            }
        }
        return 0;
    }

    /** The number of fields, or of filled fields, that most rows have. */
    private static long commonest(List<TableLine> lines, boolean all) {
        Map<Long, Integer> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(all ? line.fields().size() : line.filled(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0L);
    }

    /** A number or a date names no column. */
    private static boolean isValue(String field) {
        String plain = Cells.plain(field);
        return !plain.isEmpty() && Character.isDigit(plain.charAt(0))
                || plain.length() > 1 && "+-.".indexOf(plain.charAt(0)) >= 0 && Character.isDigit(plain.charAt(1));
    }
}
