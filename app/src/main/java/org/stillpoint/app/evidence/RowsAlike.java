package org.stillpoint.app.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * Rows that are alike in everything: the same one twice, as in files that were put together from copies, or two that are the same
 * by chance. Cells are alike that mean the same (names in one form, numbers by value); columns that count the rows tell nothing.
 */
final class RowsAlike {

    /** What is made of such rows. */
    enum Choice {
        ASK,
        ONCE,
        EACH
    }

    /** A table of fewer rows or different rows than this holds each of them equally often by chance. */
    private static final int FEW = 8;

    private static final int FEW_DIFFERENT = 4;

    /** Numbers of fewer digits in a row are rounded so far that rows are alike by chance: 1 in 10,000 at most with as many. */
    private static final int FEW_DIGITS = 4;

    /** Words of the names of columns that count rows, as spreadsheets, R and pandas add them. */
    private static final Set<String> COUNTS =
            Set.of("nr", "no", "number", "row", "rownames", "index", "idx", "id", "x", "unnamed", "obs", "lfd", "line");

    private final Table table;
    private final List<Column> numbers;
    private final List<Column> labels;
    private final boolean counted;
    private final int[] groups;
    private final int[] first;
    private final int again;

    /** @param numbers columns whose values are alike by chance; all others name the rows, but for those that count them */
    RowsAlike(Table table, Collection<Column> numbers) {
        this.table = table;
        this.numbers = List.copyOf(numbers);
        List<Column> others =
                table.columns().stream().filter(c -> !numbers.contains(c)).toList();
        this.labels = others.stream().filter(c -> !counts(c)).toList();
        this.counted = labels.size() < others.size();
        this.groups = groups(table.columns().stream()
                .filter(column -> numbers.contains(column) || labels.contains(column))
                .toList());
        this.first = firsts(groups);
        this.again = (int) again().count();
    }

    /** Rows of which some columns are numbers in any case; what else holds numbers is alike by chance as well. */
    static RowsAlike ofNumbers(Table table, Column... certain) {
        Set<Column> numbers = new LinkedHashSet<>(List.of(certain));
        table.columns().stream()
                .filter(table::holdsNumbers)
                .filter(column -> !isNamedForCounts(column))
                .forEach(numbers::add);
        return new RowsAlike(table, numbers);
    }

    private static boolean isNamedForCounts(Column column) {
        Set<String> words = Columns.words(column.name());
        return words.isEmpty() || words.stream().anyMatch(COUNTS::contains);
    }

    private boolean counts(Column column) {
        return isNamedForCounts(column) && table.countsRows(column);
    }

    /** Which rows are alike in these columns: a number for each row, counted from 0 in the order of appearance. */
    private int[] groups(List<Column> columns) {
        int[] groups = new int[table.size()];
        int different = Math.min(1, groups.length);
        for (Column column : columns) {
            if (different == groups.length) {
                break; // all rows are told apart
            }
            int[] meanings = table.meanings(column);
            Map<Long, Integer> known = new HashMap<>();
            for (int row = 0; row < groups.length; row++) {
                groups[row] = known.computeIfAbsent(
                        (long) groups[row] << 32 | meanings[table.code(row, column)], k -> known.size());
            }
            different = known.size();
        }
        return groups;
    }

    /** The first row of each group; groups are numbered in the order of their first rows. */
    private static int[] firsts(int[] groups) {
        int[] first = new int[size(groups)];
        for (int row = groups.length - 1; row >= 0; row--) {
            first[groups[row]] = row;
        }
        return first;
    }

    private static int size(int[] groups) {
        return IntStream.of(groups).max().orElse(-1) + 1;
    }

    private boolean isAgain(int place) {
        return first[groups[place]] != place;
    }

    /** Places of the rows with all numbers that are like an earlier one. */
    private IntStream again() {
        return IntStream.range(0, groups.length)
                .filter(this::isAgain)
                .filter(place -> numbers.stream().noneMatch(table.row(place)::isMissing));
    }

    /** Whether an earlier row is like this one in everything. */
    boolean isAgain(Row row) {
        return isAgain(row.place());
    }

    /** How many rows with all numbers are like an earlier one. */
    int count() {
        return again;
    }

    /** Whether a column that only counts the rows was passed over. */
    boolean areCounted() {
        return counted;
    }

    /** Whether some row that is like an earlier one holds nothing in this column. */
    boolean areAlikeWithout(Column name) {
        return again().anyMatch(place -> table.row(place).isMissing(name));
    }

    /** Whether the columns without numbers name the rows: those that agree in them agree in everything. */
    boolean areNamed() {
        return !counted && !labels.isEmpty() && size(groups(labels)) == first.length;
    }

    /** Whether some of these rows hold more digits than two rows have in common by chance. */
    boolean areFine() {
        return again().anyMatch(place -> numbers.stream()
                        .mapToInt(column -> digits(table.row(place).text(column)))
                        .sum()
                >= FEW_DIGITS);
    }

    private static int digits(String number) {
        return number.replaceAll("[eE].*", "")
                .replaceAll("\\D", "")
                .replaceAll("^0+|0+$", "")
                .length();
    }

    /** Whether every row stands there twice, or every one three times, ...: a table put together from copies of itself. */
    boolean areCopies() {
        if (groups.length < FEW || first.length < FEW_DIFFERENT) {
            return false;
        }
        int[] counts = new int[first.length];
        IntStream.of(groups).forEach(group -> counts[group]++);
        return IntStream.of(counts).reduce(0, RowsAlike::divisor) > 1;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /**
     * Whether at least half of the rows that are like an earlier one agree in this column with every row that is like them in all
     * others: copies do, but for a pair that is alike by chance, and rows of one kind that came out either way do not.
     */
    boolean agree(Column column) {
        int[] others = groups(table.columns().stream()
                .filter(c -> !c.equals(column) && !counts(c))
                .toList());
        int[] held = new int[size(others)];
        for (int row : first) {
            held[others[row]] += table.row(row).isMissing(column) ? 0 : 1;
        }
        return 2 * again().filter(row -> held[others[row]] == 1).count() >= again;
    }

    /** Asks about rows that are alike in more digits than by chance, or that all stand there equally often. */
    void askUnlessByChance(String what) {
        if (again > 0 && (areFine() || areCopies())) {
            throw ask(what);
        }
    }

    /** For {@code throw}: the question what they are, with the option that answers it. */
    BadInput ask(String what) {
        int second = again().findFirst().orElseThrow();
        return table.ask("rows " + table.row(first[groups[second]]).number() + " and "
                + table.row(second).number() + " are alike in everything"
                + (again > 1 ? ", and " + (again - 1) + " more are like an earlier one" : "")
                + "; say --rows-alike once where that is the same " + what
                + " written twice, or --rows-alike each where each is a " + what + " of its own");
    }

    /** Says what was made of them. */
    void say(Read read, int repeated) {
        read.decided("repeatedRows", repeated);
        if (repeated > 0) {
            read.note(repeated + (repeated == 1 ? " row stood" : " rows stood")
                    + " there twice, with everything in them, and count once.");
        } else if (again > 0) {
            read.note(again + (again == 1 ? " row is" : " rows are")
                    + " alike in everything with an earlier one, and count each (--rows-alike once otherwise).");
        }
    }
}
