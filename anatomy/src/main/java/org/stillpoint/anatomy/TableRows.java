package org.stillpoint.anatomy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of one table; asking a cell for more than it holds adds a problem and answers with a harmless value. */
final class TableRows {

    /** One row; {@code line} is its line in the file, the header being 1. */
    final class AtlasRow {
        private final long line;
        private final List<String> cells;

        private AtlasRow(long line, List<String> cells) {
            this.line = line;
            this.cells = new ArrayList<>(cells);
        }

        String file() {
            return file;
        }

        long line() {
            return line;
        }

        String text(String column) {
            Integer place = columns.get(column);
            return place == null ? "" : cells.get(place);
        }

        /** Replaces a cell; false where there is no such column. */
        boolean replace(String column, String value) {
            Integer place = columns.get(column);
            if (place != null) {
                cells.set(place, value);
            }
            return place != null;
        }

        String name(String column) {
            String text = text(column).strip();
            if (text.isEmpty()) {
                problems.add(new AtlasProblem.BadWord(file, line, column, text, "a name"));
            }
            return text;
        }

        double number(String column, double low, double high) {
            String text = text(column).strip();
            try {
                double value = Double.parseDouble(text);
                if (value >= low && value <= high) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below, as for a number out of range
            }
            problems.add(new AtlasProblem.BadNumber(file, line, column, text, low + " to " + high));
            return low;
        }

        <E extends Enum<E>> E word(String column, Class<E> words) {
            String text = text(column).strip();
            for (E word : words.getEnumConstants()) {
                if (lower(word).equals(text)) {
                    return word;
                }
            }
            String allowed = Arrays.stream(words.getEnumConstants())
                    .map(TableRows::lower)
                    .collect(Collectors.joining(", "));
            problems.add(new AtlasProblem.BadWord(file, line, column, text, allowed));
            return words.getEnumConstants()[0];
        }
    }

    private final String file;
    private final List<AtlasProblem> problems;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<AtlasRow> rows = new ArrayList<>();

    private TableRows(String file, List<AtlasProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a table; what is wrong with its shape goes to {@code problems}. */
    static TableRows read(AtlasTables tables, String file, List<String> needed, List<AtlasProblem> problems) {
        TableRows table = new TableRows(file, problems);
        String text = tables.texts().get(file);
        if (text == null) {
            problems.add(new AtlasProblem.MissingTable(file));
            return table;
        }
        try {
            for (CsvRecord row : CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(text)) {
                table.add(row, needed);
            }
        } catch (CsvParseException e) {
            problems.add(new AtlasProblem.BadShape(file, 0, "unreadable text", "comma-separated rows"));
        }
        if (table.columns.isEmpty()) {
            problems.add(new AtlasProblem.BadShape(file, 0, "no rows", "a header row"));
        }
        return table;
    }

    private void add(CsvRecord row, List<String> needed) {
        if (columns.isEmpty()) {
            for (String name : row.getFields()) {
                columns.putIfAbsent(name.strip(), columns.size());
            }
            for (String name : needed) {
                if (!columns.containsKey(name)) {
                    problems.add(new AtlasProblem.BadShape(
                            file, 1, String.join(",", row.getFields()), "the column " + name));
                }
            }
        } else if (row.getFieldCount() != columns.size()) {
            problems.add(new AtlasProblem.BadShape(
                    file, row.getStartingLineNumber(), row.getFieldCount() + " fields", columns.size() + " fields"));
        } else {
            rows.add(new AtlasRow(row.getStartingLineNumber(), row.getFields()));
        }
    }

    List<AtlasRow> list() {
        return rows;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
