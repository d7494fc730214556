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
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

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
            who[row.place()] = columns.isWanted(row) ? columns.placeOf(row, people) : -1;
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
            throw table.stop(TableWords.NO_ENTRIES);
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
                        new TableWords.OffTheScale(
                                AsTyped.of(b.scale().low()),
                                AsTyped.of(b.scale().high()),
                                b.why()),
                        "say --missing where it stands for no answer, --range where the scale is another");
            } else if (!Double.isNaN(when[row.place()])
                    && !own.add(when[row.place()], number, row, days.isUniversal(row), !told.asks())) {
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
                        new TableWords.OtherKindOfStart(
                                Days.kind(own.startText), days.form().noun()));
            }
        } else if (own.start.isPresent() && day != own.start.getAsDouble()) {
            row.problem(column, new TableWords.AnotherStart(own.startText));
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
                    new TableWords.LeftOver(column.name(), AsTyped.of(values.size()), some),
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
        read.decided(ReadWords.PEOPLE, people.names().size()).decided(ReadWords.ENTRIES, count);
        if (all.length > 0) {
            read.decided(
                    ReadWords.DAYS,
                    new ReadWords.FromTo(
                            days.written(Arrays.stream(all).min().orElseThrow()),
                            days.written(Arrays.stream(all).max().orElseThrow())));
        }
        Message form = days.form().noun();
        read.decided(
                ReadWords.TIMES,
                days.isCalendar()
                        ? form
                        : new ReadWords.InUnit(form, days.unit().noun()));
        told.how()
                .zone()
                .ifPresentOrElse(
                        zone -> read.decidedAs(ReadWords.ZONE, zone.toString()),
                        () -> read.decided(ReadWords.ZONE, ReadWords.AS_WRITTEN));
        read.decided(ReadWords.MISSING, missing).decided(ReadWords.REPEATED_ROWS, repeated);
        if (table.hasDecimalComma(value)) {
            read.decided(ReadWords.DECIMAL_SIGN, ReadWords.COMMA);
        }
        if (repeated > 0) {
            read.note(new ReadWords.CountedOnce(AsTyped.of(repeated), repeated));
        }
        people.writtenInSeveralWays().stream().limit(5).forEach(ways -> read.note(new ReadWords.OnePerson(ways)));
        people.alike().stream().limit(5).forEach(alike -> read.note(new ReadWords.AlikeButDifferent(alike)));
        if (columns.person().isEmpty() && told.person() == null) {
            columns.left().stream()
                    .filter(c -> PersonColumn.numbersTheRows(table, c))
                    .filter(c -> Columns.words(c.name()).contains("id"))
                    .findFirst()
                    .ifPresent(c -> read.note(new ReadWords.NumbersTheAnswers(c.name())));
        }
    }
}
