package org.stillpoint.exchange.diary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.DiaryTable.Bound;
import org.stillpoint.exchange.diary.DiaryTable.Entries;
import org.stillpoint.exchange.diary.DiaryTable.Instructions;
import org.stillpoint.exchange.diary.DiaryTable.SameMoment;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.DecimalText;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/** Reads one table of entries: counts nothing twice, and asks where it could be understood in two ways. */
final class DiaryReader {

    private final Table table;
    private final Instructions told;
    private final Read read;
    private final DiaryColumns columns;
    private final Days days;
    private final Column value;

    DiaryReader(Table table, Instructions told) {
        this.table = table;
        this.told = told;
        this.read = new Read(table);
        this.columns = new DiaryColumns(table, told, read);
        this.days = columns.days();
        this.value = columns.value();
    }

    DiaryTable table() {
        PersonColumn.People people = new PersonColumn.People();
        int[] who = new int[table.size()];
        double[] when = new double[table.size()];
        for (Row row : table) {
            who[row.place()] = columns.isWanted(row) ? people.place(columns.personOf(row)) : -1;
            when[row.place()] = columns.isWanted(row) && !row.isMissing(value) ? columns.moment(row) : Double.NaN;
        }
        if (told.asks() && !told.onePerson()) {
            askWhatTellsRowsApart(who, when);
        }
        Map<String, Entries> entries = new LinkedHashMap<>();
        List<Entries> byPlace = people.names().stream()
                .map(name -> entries.computeIfAbsent(name, n -> new Entries()))
                .toList();
        int repeated = entries(byPlace, who, when);
        table.check();
        if (people.names().isEmpty()) {
            throw table.ask("holds no entries");
        }
        if (told.asks()) {
            new Doubts(table, told, days, value, entries).ask();
        }
        say(people, entries, repeated);
        Optional<Column> phases = Left.phases(table, columns.left());
        return new DiaryTable(
                value.name(),
                days,
                entries,
                repeated,
                columns.start().isPresent(),
                phases,
                phases.map(this::texts).orElse(List.of()),
                read);
    }

    private List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        table.forEach(row -> texts.add(row.isMissing(column) ? "" : row.text(column)));
        return texts;
    }

    private int entries(List<Entries> byPlace, int[] who, double[] when) {
        Optional<Days> starts = columns.start().map(column -> Days.of(table, column));
        Optional<Bound> bound = told.scale().apply(value);
        int repeated = 0;
        for (Row row : table) {
            if (who[row.place()] < 0) {
                continue;
            }
            Entries own = byPlace.get(who[row.place()]);
            columns.start().ifPresent(column -> startsAt(own, row, column, starts.orElseThrow()));
            double number = row.numberOrMissing(value, -Columns.MOST, Columns.MOST);
            if (row.isMissing(value)) {
                own.missing++;
            } else if (Double.isNaN(number)) {
                continue; // noted with the table
            } else if (bound.filter(
                            b -> number < b.scale().low() || number > b.scale().high())
                    .isPresent()) {
                Bound b = bound.get();
                row.problem(
                        value,
                        "is not between " + DecimalText.plain(b.scale().low()) + " and "
                                + DecimalText.plain(b.scale().high()) + ", " + b.why()
                                + "; say --missing where it stands for no answer, --range where the scale is another");
            } else if (!Double.isNaN(when[row.place()])
                    && !own.add(when[row.place()], number, row, days.isUniversal(row))) {
                repeated++;
            }
        }
        if (told.sameMoment() == SameMoment.MEAN) {
            byPlace.forEach(Entries::takeMeans);
        }
        return repeated;
    }

    /** The person's start, which is the same in every row that says it. */
    private void startsAt(Entries own, Row row, Column column, Days starts) {
        if (row.isMissing(column)) {
            return;
        }
        double day = starts.day(row);
        if (own.start.isEmpty() && !Double.isNaN(day)) {
            own.start = OptionalDouble.of(day);
            own.startText = row.text(column);
            if (starts.isCalendar() != days.isCalendar()) {
                row.problem(
                        column,
                        "is " + Days.kind(own.startText) + ", but the times are "
                                + days.form().noun());
            }
        } else if (own.start.isPresent() && day != own.start.getAsDouble()) {
            row.problem(column, "is another start than this person's rows before: " + own.startText);
        }
    }

    private void askWhatTellsRowsApart(int[] who, double[] when) {
        List<Column> left = columns.left();
        if (left.isEmpty()) {
            return;
        }
        Map<Long, Integer> known = new HashMap<>();
        int[] groups = new int[when.length];
        for (int i = 0; i < when.length; i++) {
            groups[i] = Double.isNaN(when[i])
                    ? -1
                    : known.computeIfAbsent(
                            (long) who[i] << 32 ^ (long) Math.floor(when[i]) & 0xFFFFFFFFL, k -> known.size());
        }
        Optional<Column> found = Left.tellsRowsApart(table, left, groups)
                .or(() -> columns.person().isEmpty() ? Left.standsInBlocks(table, left, when) : Optional.empty());
        found.ifPresent(column -> {
            List<String> values = List.copyOf(Left.values(table, column));
            String some = String.join(", ", values.stream().limit(4).toList()) + (values.size() > 4 ? ", …" : "");
            throw table.ask(new Question(
                    QuestionSubject.WHOSE,
                    "column " + column.name() + " was left over, and its " + values.size() + " values (" + some
                            + ") come again at the same times",
                    "say --person \"" + column.name()
                            + "\" where they are people, --only \"" + column.name()
                            + "=VALUE\" to take the rows of one of them, --leave \"" + column.name()
                            + "\" where it says nothing about whose or what the values are, or --all-one-person",
                    values.stream().map(one -> column.name() + "=" + one).toList()));
        });
    }

    private void say(PersonColumn.People people, Map<String, Entries> entries, int repeated) {
        int count = entries.values().stream().mapToInt(e -> e.days().size()).sum();
        int missing = entries.values().stream().mapToInt(e -> e.missing).sum();
        double[] all = entries.values().stream()
                .flatMap(e -> e.days().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        read.decided("people", people.names().size()).decided("entries", count);
        if (all.length > 0) {
            read.decided(
                    "days",
                    days.written(Arrays.stream(all).min().orElseThrow()) + " to "
                            + days.written(Arrays.stream(all).max().orElseThrow()));
        }
        read.decided(
                "times",
                days.form().noun()
                        + (days.isCalendar() ? "" : ", in " + days.unit().name().toLowerCase(java.util.Locale.ROOT)));
        read.decided("zone", told.how().zone().map(Object::toString).orElse("days as they are written"));
        read.decided("missing", missing).decided("repeatedRows", repeated);
        if (table.hasDecimalComma(value)) {
            read.decided("decimalSign", "comma");
        }
        if (repeated > 0) {
            read.note(repeated
                    + (repeated == 1 ? " row stood there twice and is" : " rows stood there twice and are")
                    + " counted once.");
        }
        people.writtenInSeveralWays().stream()
                .limit(5)
                .forEach(ways ->
                        read.note("Taken for one person, whose name is written in several ways: " + ways + "."));
        people.alike().stream()
                .limit(5)
                .forEach(alike ->
                        read.note("Counted as different people, though their names are alike: " + alike + "."));
        if (columns.person().isEmpty() && told.person() == null) {
            columns.left().stream()
                    .filter(c -> PersonColumn.numbersTheRows(table, c))
                    .filter(c -> Columns.words(c.name()).contains("id"))
                    .findFirst()
                    .ifPresent(c -> read.note("Column " + c.name()
                            + " holds another value in each row: it numbers the answers, and all are of one person."));
        }
    }
}
