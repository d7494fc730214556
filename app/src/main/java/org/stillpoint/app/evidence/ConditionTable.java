package org.stillpoint.app.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.trial.NOfOne;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * N-of-1 trials as they stand in a table: one row per entry, with a person, a value and whether the treatment was on.
 *
 * @param people by name
 * @param missing entries without a value
 * @param repeatedRows rows that say once more what another one said
 * @param read what was made of the table
 */
record ConditionTable(Map<String, NOfOne.Participant> people, int missing, int repeatedRows, Read read) {

    static ConditionTable read(
            Table table,
            Column conditions,
            @Nullable String person,
            @Nullable String value,
            DiaryTable.@Nullable Bound bound,
            RowsAlike.Choice choice) {
        Column persons = Columns.get(
                table,
                person,
                "--person",
                "person",
                "subject",
                "client",
                "patient",
                "participant",
                "case",
                "id",
                "manuscript_ID",
                "client_name",
                "participant_id",
                "subject_id",
                "patient_id",
                "record_id",
                "name",
                "email");
        Column values = Columns.get(table, value, "--value", "value", "outcome", "y", "score", "pain", "rating");
        Stream.of(persons, table.columns().getFirst())
                .distinct()
                .forEach(column -> table.leaveOutTotals(List.of(column)));
        Optional<Column> times = Columns.find(table, null, "date", "datum", "day", "datetime", "timestamp", "time");
        Optional<Days> days = times.map(column -> Days.of(table, column));
        double low = bound == null ? -Columns.MOST : bound.scale().low();
        double high = bound == null ? Columns.MOST : bound.scale().high();
        Read read =
                new Read(table).uses("person", persons).uses("value", values).uses("condition", conditions);
        times.ifPresent(column -> read.uses("time", column));
        Map<String, List<List<Double>>> entries = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<List<Object>, Row> seen = new HashMap<>();
        Optional<RowsAlike> alike =
                days.isPresent() ? Optional.empty() : Optional.of(RowsAlike.ofNumbers(table, values));
        boolean once = choice == RowsAlike.Choice.ONCE;
        int missing = 0;
        int repeated = 0;
        for (Row row : table) {
            if (once && alike.filter(rows -> rows.isAgain(row)).isPresent()) {
                repeated++;
                continue;
            }
            double number = row.numberOrMissing(values, low, high);
            String who = Cells.sameName(row.required(persons));
            Optional<Boolean> on = on(row.text(conditions));
            if (on.isEmpty()) {
                row.problem(conditions, "is neither on (1, on, B, B1, yes) nor off (0, off, A, A1, no)");
            } else if (row.isMissing(values)) {
                missing++;
            } else {
                if (days.isPresent()) {
                    Row before = seen.putIfAbsent(List.of(who, days.get().day(row)), row);
                    if (before != null && sameEntry(before, row, values, conditions)) {
                        repeated++;
                        continue;
                    }
                    if (before != null) {
                        boolean other = before.code(values) != row.code(values);
                        row.problem(
                                other ? values : conditions,
                                "is another " + (other ? "value" : "condition") + " than that of row " + before.number()
                                        + ", of the same person and time; leave one out, or write the times of day");
                    }
                }
                entries.computeIfAbsent(
                                names.computeIfAbsent(who, w -> row.text(persons)),
                                w -> List.of(new ArrayList<>(), new ArrayList<>()))
                        .get(on.get() ? 1 : 0)
                        .add(number);
            }
        }
        table.check();
        if (choice == RowsAlike.Choice.ASK) {
            alike.ifPresent(rows -> rows.askUnlessByChance("entry"));
        }
        if (bound == null) {
            Isolated.ask(
                    table,
                    values,
                    entries.values().stream()
                            .flatMap(both -> both.stream().flatMap(List::stream))
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        Map<String, NOfOne.Participant> people = new LinkedHashMap<>();
        entries.forEach((name, both) -> people.put(name, new NOfOne.Participant(both.get(1), both.get(0))));
        read.decided("people", people.size()).decided("missing", missing).decided("repeatedRows", repeated);
        if (alike.isPresent()) {
            alike.get().say(read, repeated);
        } else if (repeated > 0) {
            read.note(repeated + (repeated == 1 ? " row stood" : " rows stood") + " there twice and count once.");
        }
        return new ConditionTable(people, missing, repeated, read);
    }

    private static boolean sameEntry(Row a, Row b, Column values, Column conditions) {
        return a.code(values) == b.code(values) && a.code(conditions) == b.code(conditions);
    }

    /** Whether a condition means that the treatment was on; the phases of a design are A (off) and B (on), with or without a number. */
    private static Optional<Boolean> on(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.matches("[ab]\\d{1,2}")) {
            return Optional.of(word.startsWith("b"));
        }
        return switch (word) {
            case "1", "on", "b", "yes", "true", "treatment", "treated", "intervention", "active" -> Optional.of(true);
            case "0", "off", "a", "no", "false", "control", "baseline", "washout", "withdrawal", "placebo" ->
                Optional.of(false);
            default -> Optional.empty();
        };
    }
}
