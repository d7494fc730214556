package org.stillpoint.exchange.diary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.diary.Setting.Scale;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.Message;

/**
 * Diaries as they stand in a table: one row per entry.
 *
 * @param valueName name of the column of values
 * @param times how the column of times is written
 * @param people entries by person, in order of appearance; a table without persons has one, called ""
 * @param repeatedRows rows that say once more what another one said: same person, time and value
 * @param hasStarts whether a column says when each person started
 * @param phases a column that looks like phases of a design, if one was left over
 * @param phaseOf what it holds in each row, by the place of the row; empty without such a column
 * @param read what was made of the table
 */
public record DiaryTable(
        String valueName,
        Days times,
        Map<String, Entries> people,
        int repeatedRows,
        boolean hasStarts,
        Optional<Column> phases,
        List<String> phaseOf,
        Read read) {

    /** What to do with two different values at one moment. */
    public enum SameMoment {
        ASK,
        MEAN,
        ALL
    }

    /**
     * What the command line says; null or empty where it says nothing.
     *
     * @param clock a column of times of day beside that of days
     * @param ownStarts whether a column of starts is wanted, under its usual names where {@code start} is null
     * @param onePerson that all rows are of one person
     * @param only values that the rows must hold in these columns, each in the form {@code measure=pain}
     * @param leave columns that say nothing that matters here
     * @param farApart that entries may lie many years apart
     * @param asks whether what is doubtful is asked about; a bench of known tables does not
     * @param scale the lowest and highest value that a column may hold, with what says so
     * @param how the table is written
     */
    public record Instructions(
            @Nullable String time,
            @Nullable String clock,
            @Nullable String value,
            @Nullable String person,
            @Nullable String start,
            boolean ownStarts,
            boolean onePerson,
            List<String> only,
            Set<String> leave,
            SameMoment sameMoment,
            boolean farApart,
            boolean asks,
            Function<Column, Optional<Bound>> scale,
            HowToRead how) {

        /** A table that is known to be what its columns say: rows alike are entries of their own, as the prompts of one day are. */
        public static Instructions of(
                @Nullable String time, @Nullable String value, @Nullable String person, HowToRead how) {
            return new Instructions(
                    time,
                    null,
                    value,
                    person,
                    null,
                    false,
                    false,
                    List.of(),
                    Set.of(),
                    SameMoment.ALL,
                    true,
                    false,
                    column -> Optional.empty(),
                    how);
        }
    }

    /**
     * Lowest and highest value that can be.
     *
     * @param why what says so, as the end of a sentence
     */
    public record Bound(Scale scale, Message why) {}

    /** One person's entries. */
    public static final class Entries {
        private static final int FIRST_ROOM = 16;

        private final List<Double> days = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private int[] rows = new int[FIRST_ROOM];
        private int[] places = new int[FIRST_ROOM];
        private double latest = Double.NEGATIVE_INFINITY;

        /** The first entry of each moment; not needed, and not there, while each entry comes after the one before. */
        private @Nullable Map<Double, Integer> at;

        private int universalFrom = -1;
        int missing;
        OptionalDouble start = OptionalDouble.empty();
        String startText = "";

        /**
         * Adds an entry; false where the very same stands there already.
         *
         * @param eachCounts that it is added even so
         */
        boolean add(double day, double value, Row row, boolean universal, boolean eachCounts) {
            if (at != null || day <= latest) {
                Integer first = at().putIfAbsent(day, days.size());
                for (int i = first == null || eachCounts ? days.size() : first; i < days.size(); i++) {
                    if (days.get(i) == day && values.get(i) == value) {
                        return false;
                    }
                }
            }
            latest = Math.max(latest, day);
            if (universal && universalFrom < 0) {
                universalFrom = days.size();
            }
            int size = days.size();
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                places = Arrays.copyOf(places, 2 * size);
            }
            rows[size] = (int) row.number();
            places[size] = row.place();
            days.add(day);
            values.add(value);
            return true;
        }

        private Map<Double, Integer> at() {
            Map<Double, Integer> known = at;
            if (known == null) {
                known = new HashMap<>();
                for (int i = 0; i < days.size(); i++) {
                    known.putIfAbsent(days.get(i), i);
                }
                at = known;
            }
            return known;
        }

        /** Whether some entry was written in universal time. */
        public boolean isUniversal() {
            return universalFrom >= 0;
        }

        /** Number of the row of the table that an entry stands in. */
        public long row(int entry) {
            return rows[entry];
        }

        /** Place of that row among the rows of the table. */
        public int place(int entry) {
            return places[entry];
        }

        /** How many entries share their moment with another one of another value. */
        int conflicts() {
            return at == null ? 0 : days.size() - at().size();
        }

        /** The first entry that holds another value than an earlier one at its moment. */
        int firstConflict() {
            for (int i = 0; i < days.size(); i++) {
                if (at().getOrDefault(days.get(i), i) != i) {
                    return i;
                }
            }
            throw new IllegalStateException("no entry shares its moment");
        }

        /** The place of the first entry at this moment. */
        int firstAt(double day) {
            return at().getOrDefault(day, 0);
        }

        /** One entry per moment: the mean of its values. */
        void takeMeans() {
            Map<Double, double[]> sums = new java.util.LinkedHashMap<>();
            for (int i = 0; i < days.size(); i++) {
                double[] sum = sums.computeIfAbsent(days.get(i), d -> new double[2]);
                sum[0] += values.get(i);
                sum[1]++;
            }
            int[] first = sums.keySet().stream().mapToInt(this::firstAt).toArray();
            int[] firstRows = Arrays.stream(first).map(entry -> rows[entry]).toArray();
            int[] firstPlaces = Arrays.stream(first).map(entry -> places[entry]).toArray();
            rows = firstRows;
            places = firstPlaces;
            at = null;
            days.clear();
            values.clear();
            sums.forEach((day, sum) -> {
                days.add(day);
                values.add(sum[0] / sum[1]);
            });
        }

        /** Rows without a value. */
        public int missing() {
            return missing;
        }

        /** From which day on entries count as afterwards, where a column says it. */
        public OptionalDouble start() {
            return start;
        }

        /** Times in days. */
        public List<Double> days() {
            return Collections.unmodifiableList(days);
        }

        /** Values at those times. */
        public List<Double> values() {
            return Collections.unmodifiableList(values);
        }
    }

    /** Reads a table of entries; throws what is wrong with it, by row and column, or what has to be asked first. */
    public static DiaryTable read(Path file, Instructions told) {
        return read(Table.open(file, told.how()), told);
    }

    /** As {@link #read(Path, Instructions)}, of a table that was opened already as it is told. */
    public static DiaryTable read(Table table, Instructions told) {
        return new DiaryReader(table, told).table();
    }
}
