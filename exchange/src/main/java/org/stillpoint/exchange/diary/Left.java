package org.stillpoint.exchange.diary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/** What stands in the columns that were not used: nothing that matters, or what tells the rows apart. */
final class Left {

    /** Share of the rows that must stand beside another one of the same person and day before a column is suspected. */
    private static final double MANY = 0.2;

    /** Share of those rows that may still stand together once the column has parted them. */
    private static final double FEW = 0.05;

    private static final int MOST_PHASES = 12;

    private static final Pattern PHASE = Pattern.compile(
            "[a-e]\\d{0,2}|baseline|treatment|intervention|washout|withdrawal|control|on|off|before|after|pre|post");

    private static final Set<String> PHASE_NAMES =
            Set.of("phase", "phases", "period", "condition", "design", "block", "stage", "intervention", "treatment");

    private Left() {}

    /**
     * The column whose values come again at the same times, as those of people or measures do that were written one below the other.
     *
     * @param groups the person and day of each row, from 0; -1 where there is none
     */
    static Optional<Column> tellsRowsApart(Table table, Collection<Column> left, int[] groups) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int group : groups) {
            if (group >= 0) {
                sizes.merge(group, 1, Integer::sum);
            }
        }
        int together = sizes.values().stream()
                .filter(size -> size > 1)
                .mapToInt(Integer::intValue)
                .sum();
        if (together < Math.max(4, MANY * groups.length)) {
            return Optional.empty();
        }
        return left.stream()
                .filter(column -> {
                    int different = values(table, column).size();
                    return different > 1 && different <= groups.length / 2 && parts(table, column, groups, together);
                })
                .findFirst();
    }

    private static boolean parts(Table table, Column column, int[] groups, int together) {
        Set<Long> seen = new HashSet<>();
        int still = 0;
        for (Row row : table) {
            int group = groups[row.place()];
            if (group >= 0 && !seen.add((long) group << 32 | row.code(column))) {
                still++;
            }
        }
        return still <= FEW * together;
    }

    /**
     * The column whose values stand in blocks, each with times of its own that start again: people or measures one below the other
     * whose days do not meet.
     *
     * @param days of each row; NaN where there is none
     */
    static Optional<Column> standsInBlocks(Table table, Collection<Column> left, double[] days) {
        return left.stream()
                .filter(column -> {
                    int different = values(table, column).size();
                    return different > 1 && different <= groupsOf(days) && blocks(table, column, days, different);
                })
                .findFirst();
    }

    private static int groupsOf(double[] days) {
        return Math.max(2, days.length / 4);
    }

    private static boolean blocks(Table table, Column column, double[] days, int different) {
        int runs = 0;
        boolean again = false;
        int last = -1;
        double before = Double.NEGATIVE_INFINITY;
        for (Row row : table) {
            double day = days[row.place()];
            int code = row.code(column);
            if (code != last) {
                runs++;
                again |= day < before;
            } else if (day < before) {
                return false;
            }
            last = code;
            before = Double.isNaN(day) ? before : day;
        }
        return again && runs == different;
    }

    /** The column that looks like phases of a design: by its name, or because it holds A, B, A1, B1, baseline, ... */
    static Optional<Column> phases(Table table, Collection<Column> left) {
        return left.stream()
                .filter(column -> {
                    Set<String> values = values(table, column);
                    boolean named = Columns.words(column.name()).stream().anyMatch(PHASE_NAMES::contains);
                    return values.size() > 1
                            && values.size() <= MOST_PHASES
                            && (named
                                    || values.stream()
                                            .allMatch(v -> PHASE.matcher(v).matches()));
                })
                .findFirst();
    }

    /** The different values of a column that hold something, in one form. */
    static Set<String> values(Table table, Column column) {
        Set<String> values = new TreeSet<>();
        List<String> different = table.different(column);
        for (String text : different) {
            if (!table.isNothing(text)) {
                values.add(Cells.sameName(text).toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }
}
