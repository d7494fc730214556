package org.stillpoint.app.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * Diaries as they stand in a table: one row per entry.
 *
 * @param valueName name of the column of values
 * @param calendar whether times are dates rather than day numbers
 * @param people entries by person, in order of appearance; a table without persons has one, called ""
 */
public record DiaryTable(String valueName, boolean calendar, Map<String, Entries> people) {

    private static final String[] TIMES = {
        "day", "days", "time", "t", "date", "datetime", "timestamp", "when", "session", "at"
    };

    private static final String[] VALUES = {
        "value",
        "pain",
        "score",
        "outcome",
        "y",
        "nrs",
        "nrs_pain",
        "rating",
        "stress",
        "tension",
        "anxiety",
        "mood",
        "sleep"
    };

    private static final String[] PEOPLE = {"person", "subject", "client", "id", "patient", "case", "participant"};

    /**
     * Which columns hold what; null where the command line says nothing.
     *
     * @param ownStarts whether a column of starts is wanted, under its usual names where {@code start} is null
     */
    public record Told(
            @Nullable String time,
            @Nullable String value,
            @Nullable String person,
            @Nullable String start,
            boolean ownStarts) {}

    /** One person's entries. */
    public static final class Entries {
        final List<Double> days = new ArrayList<>();
        final List<Double> values = new ArrayList<>();
        int missing;

        @Nullable
        Day start;

        private String startText = "";

        /** The person's start, which is the same in every row that says it. */
        private void startsAt(Row row, Column column) {
            if (startText.isEmpty()) {
                start = moment(row, column);
                startText = row.text(column);
            } else if (!row.isMissing(column) && !row.text(column).equals(startText)) {
                row.problem(column, "is another start than this person's rows before: " + startText);
            }
        }

        /** Times in days. */
        public List<Double> days() {
            return List.copyOf(days);
        }

        /** Values at those times. */
        public List<Double> values() {
            return List.copyOf(values);
        }
    }

    /** Reads a table of entries; throws what is wrong with it, by row and column. */
    public static DiaryTable read(Path file, Told told) {
        try (Table table = Table.open(file)) {
            Column time = Columns.get(table, told.time(), "--time", TIMES);
            Optional<Column> person = Columns.find(table, told.person(), PEOPLE).filter(c -> c.index() != time.index());
            Optional<Column> start = told.ownStarts()
                    ? Columns.find(table, told.start(), "start", "start_day", "start_date", "first_session")
                    : Optional.empty();
            Column value = value(table, told, time, person, start);
            Map<String, Entries> people = new LinkedHashMap<>();
            Boolean calendar = null;
            for (Row row : table) {
                Entries entries =
                        people.computeIfAbsent(person.map(row::required).orElse(""), p -> new Entries());
                start.ifPresent(column -> entries.startsAt(row, column));
                double number = row.numberOrMissing(value, -Columns.MOST, Columns.MOST);
                if (row.isMissing(value)) {
                    entries.missing++;
                    continue;
                }
                Day day = moment(row, time);
                if (day != null && calendar == null) {
                    calendar = day.calendar();
                }
                if (day != null && calendar != null && day.calendar() != calendar) {
                    row.problem(time, "is " + day.kind() + " where the rows before hold the other kind");
                } else if (day != null) {
                    entries.days.add(day.days());
                    entries.values.add(number);
                }
            }
            table.check();
            if (people.isEmpty()) {
                throw new BadInput(Problem.ofFile(table.name(), "holds no entries"));
            }
            return new DiaryTable(value.name(), calendar != null && calendar, people);
        }
    }

    private static @Nullable Day moment(Row row, Column column) {
        String text = row.required(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<Day> day = Day.parse(text);
        if (day.isEmpty()) {
            row.problem(column, "is neither a day number nor a date such as 2026-11-22 or 2026-11-22T08:30");
        }
        return day.orElse(null);
    }

    /** The column of values: as told, else by its usual names, else the only one left. */
    private static Column value(Table table, Told told, Column time, Optional<Column> person, Optional<Column> start) {
        Optional<Column> found = Columns.find(table, told.value(), VALUES).filter(c -> c.index() != time.index());
        if (found.isPresent()) {
            return found.get();
        }
        List<Column> left = table.columns().stream()
                .filter(c -> c.index() != time.index()
                        && person.map(p -> p.index() != c.index()).orElse(true)
                        && start.map(s -> s.index() != c.index()).orElse(true))
                .filter(c -> !c.name().isEmpty())
                .toList();
        return left.size() == 1 ? left.getFirst() : Columns.get(table, null, "--value", VALUES);
    }
}
