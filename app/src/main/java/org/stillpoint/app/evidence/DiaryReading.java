package org.stillpoint.app.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.app.evidence.DiaryTable.Bound;
import org.stillpoint.app.evidence.DiaryTable.Entries;
import org.stillpoint.app.evidence.DiaryTable.SameMoment;
import org.stillpoint.app.evidence.DiaryTable.Told;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/** Reads one table of entries: finds its columns, counts nothing twice, and asks where it could be understood in two ways. */
final class DiaryReading {

    private static final String[] TIMES = {
        "date",
        "datum",
        "day",
        "days",
        "datetime",
        "timestamp",
        "time",
        "t",
        "when",
        "session",
        "at",
        "recordeddate",
        "enddate",
        "submitted",
        "created",
        "fecha",
        "data",
        "jour",
        "tag",
        "zeitstempel",
        "zeitpunkt",
        "minutes",
        "hours",
        "seconds"
    };

    private static final Set<String> TIME_WORDS =
            Set.of("date", "datum", "day", "when", "timestamp", "datetime", "zeitpunkt", "tag", "fecha", "jour");

    private static final String[] CLOCKS = {"time", "clock", "hour", "uhrzeit", "zeit", "heure", "hora", "timeofday"};

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
        "sleep",
        "schmerz",
        "schmerzen",
        "schmerzstärke",
        "douleur",
        "dolor",
        "dolore",
        "pijn",
        "wert",
        "valeur",
        "valor"
    };

    private static final String[] STARTS = {"start", "start_day", "start_date", "first_session", "startdatum", "beginn"
    };

    private final Table table;
    private final Told told;
    private final Read read;
    private final Column time;
    private final Optional<Column> clock;
    private final Optional<Column> start;
    private final Optional<Column> person;
    private final Column value;
    private final Days days;
    private final boolean[] wanted;

    private DiaryReading(Table table, Told told) {
        this.table = table;
        this.told = told;
        this.read = new Read(table);
        this.time = time();
        this.start = told.ownStarts() ? Columns.find(table, told.start(), STARTS) : Optional.empty();
        this.clock = clock();
        Stream.concat(Stream.of(time), table.columns().stream().limit(1))
                .distinct()
                .toList()
                .forEach(column -> table.leaveOutTotals(List.of(column)));
        this.wanted = wanted();
        this.days = Days.of(table, time);
        this.person = person();
        this.value = value();
        uses();
    }

    static DiaryReading of(Path file, Told told) {
        return new DiaryReading(Table.open(file, told.how()), told);
    }

    private void uses() {
        read.uses("time", time);
        clock.ifPresent(column -> read.uses("time of day", column));
        read.uses("value", value);
        person.ifPresent(column -> read.uses("person", column));
        start.ifPresent(column -> read.uses("start", column));
    }

    private Column time() {
        if (told.time() != null) {
            return Columns.get(table, told.time(), "--time", TIMES);
        }
        List<Column> named = Arrays.stream(TIMES)
                .flatMap(name -> Columns.find(table, null, name).stream())
                .toList();
        Optional<Column> dates =
                named.stream().filter(c -> Days.holdsDates(table, c)).findFirst();
        if (dates.isPresent()) {
            return dates.get();
        }
        if (!named.isEmpty()) {
            return named.getFirst();
        }
        List<Column> worded = table.columns().stream()
                .filter(column -> Columns.words(column.name()).stream().anyMatch(TIME_WORDS::contains))
                .filter(column -> Days.holdsDates(table, column) || table.holdsNumbers(column))
                .toList();
        if (worded.size() == 1) {
            return worded.getFirst();
        }
        List<Column> only = table.columns().stream()
                .filter(column -> Days.holdsDates(table, column))
                .filter(column ->
                        Arrays.stream(STARTS).noneMatch(s -> Columns.plain(s).equals(Columns.plain(column.name()))))
                .toList();
        return only.size() == 1 ? only.getFirst() : Columns.get(table, null, "--time", TIMES);
    }

    /** A column of times of day beside a column of dates. */
    private Optional<Column> clock() {
        return Arrays.stream(CLOCKS)
                .flatMap(name -> Columns.find(table, null, name).stream())
                .filter(column -> !column.equals(time))
                .filter(column -> table.different(column).stream()
                        .allMatch(text -> table.isNothing(text) || clock(text).isPresent()))
                .findFirst();
    }

    private static OptionalDouble clock(String text) {
        java.util.regex.Matcher m = java.util.regex.Pattern.compile(
                        "(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))? ?([AaPp]\\.?[Mm]\\.?)?")
                .matcher(text);
        if (!m.matches()) {
            return OptionalDouble.empty();
        }
        int hour = Integer.parseInt(m.group(1));
        if (m.group(4) != null) {
            hour = hour % 12 + (Character.toLowerCase(m.group(4).charAt(0)) == 'p' ? 12 : 0);
        }
        int seconds = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        double part = (hour * 3600 + Integer.parseInt(m.group(2)) * 60 + seconds) / 86_400.0;
        return part < 1 ? OptionalDouble.of(part) : OptionalDouble.empty();
    }

    private boolean[] wanted() {
        boolean[] rows = new boolean[table.size()];
        Arrays.fill(rows, true);
        for (String only : told.only()) {
            int sign = only.indexOf('=');
            if (sign < 1) {
                throw new BadInput(Problem.ofValue("--only", only, "is not COLUMN=VALUE"));
            }
            Column column = table.getColumn(only.substring(0, sign));
            String same = Cells.sameName(only.substring(sign + 1));
            for (Row row : table) {
                rows[row.place()] &= Cells.sameName(row.text(column)).equals(same);
            }
            read.uses("only", column);
        }
        return rows;
    }

    private Optional<Column> person() {
        if (told.onePerson()) {
            return Optional.empty();
        }
        if (told.person() != null) {
            return Columns.find(table, told.person());
        }
        List<Column> taken = new ArrayList<>(List.of(time));
        start.ifPresent(taken::add);
        clock.ifPresent(taken::add);
        Columns.find(table, told.value(), told.value() == null ? VALUES : new String[0])
                .ifPresent(taken::add);
        told.leave().forEach(name -> taken.add(table.getColumn(name)));
        return PersonColumn.find(table, taken);
    }

    /** The column of values: as told, else by its usual names, else by a word of its name, else the only one left. */
    private Column value() {
        if (told.value() != null) {
            return Columns.get(table, told.value(), "--value", VALUES);
        }
        List<Column> free = table.columns().stream().filter(this::isFree).toList();
        Optional<Column> named = Columns.find(table, null, VALUES).filter(free::contains);
        if (named.isPresent()) {
            return named.get();
        }
        List<Column> worded = free.stream()
                .filter(column -> Columns.words(column.name()).stream().anyMatch(Set.of(VALUES)::contains))
                .filter(table::holdsNumbers)
                .toList();
        if (worded.size() == 1) {
            return worded.getFirst();
        }
        if (free.size() == 1) {
            return free.getFirst();
        }
        List<Column> numbers = free.stream()
                .filter(table::holdsNumbers)
                .filter(column -> !PersonColumn.numbersTheRows(table, column))
                .toList();
        return worded.isEmpty() && numbers.size() == 1
                ? numbers.getFirst()
                : Columns.get(table, null, "--value", "value", "pain", "score", "outcome");
    }

    private boolean isFree(Column column) {
        return !column.name().isEmpty()
                && !column.equals(time)
                && clock.filter(column::equals).isEmpty()
                && person.filter(column::equals).isEmpty()
                && start.filter(column::equals).isEmpty()
                && told.leave().stream().noneMatch(name -> table.getColumn(name).equals(column));
    }

    private List<Column> left() {
        return table.columns().stream()
                .filter(column -> isFree(column) && !column.equals(value) && !read.isUsed(column))
                .toList();
    }

    DiaryTable table() {
        PersonColumn.People people = new PersonColumn.People();
        int[] who = new int[table.size()];
        double[] when = new double[table.size()];
        for (Row row : table) {
            who[row.place()] =
                    wanted[row.place()] ? people.place(person.map(row::required).orElse("")) : -1;
            when[row.place()] = wanted[row.place()] && !row.isMissing(value) ? moment(row) : Double.NaN;
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
        Optional<Column> phases = Left.phases(table, left());
        return new DiaryTable(
                value.name(),
                days,
                entries,
                repeated,
                start.isPresent(),
                phases,
                phases.map(this::texts).orElse(List.of()),
                read);
    }

    /** The person of a row, looked up by name once for each way in which it is written. */
    private int who(Row row, PersonColumn.People people, int[] places) {
        String name = person.map(row::required).orElse("");
        int code = person.map(row::code).orElse(0);
        if (places[code] == 0) {
            places[code] = people.place(name) + 1;
        }
        return places[code] - 1;
    }

    private List<String> texts(Column column) {
        List<String> texts = new ArrayList<>();
        table.forEach(row -> texts.add(row.isMissing(column) ? "" : row.text(column)));
        return texts;
    }

    private double moment(Row row) {
        double day = days.day(row);
        OptionalDouble part = clock.map(column -> clock(row.text(column))).orElse(OptionalDouble.empty());
        return part.isPresent() && day == Math.floor(day) ? day + part.getAsDouble() : day;
    }

    private int entries(List<Entries> byPlace, int[] who, double[] when) {
        Optional<Days> starts = start.map(column -> Days.of(table, column));
        Optional<Bound> bound = told.scale().apply(value);
        int repeated = 0;
        for (Row row : table) {
            if (who[row.place()] < 0) {
                continue;
            }
            Entries own = byPlace.get(who[row.place()]);
            start.ifPresent(column -> startsAt(own, row, column, starts.orElseThrow()));
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
                        "is not between " + plain(b.scale().low()) + " and "
                                + plain(b.scale().high()) + ", " + b.why()
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
                                + days.form().words());
            }
        } else if (own.start.isPresent() && day != own.start.getAsDouble()) {
            row.problem(column, "is another start than this person's rows before: " + own.startText);
        }
    }

    private void askWhatTellsRowsApart(int[] who, double[] when) {
        List<Column> left = left();
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
                .or(() -> person.isEmpty() ? Left.standsInBlocks(table, left, when) : Optional.empty());
        found.ifPresent(column -> {
            List<String> values = List.copyOf(Left.values(table, column));
            String some = String.join(", ", values.stream().limit(4).toList()) + (values.size() > 4 ? ", …" : "");
            throw table.ask("column " + column.name() + " was left over, and its " + values.size() + " values (" + some
                    + ") come again at the same times: say --person \"" + column.name()
                    + "\" where they are people, --only \"" + column.name()
                    + "=VALUE\" to take the rows of one of them, --leave \"" + column.name()
                    + "\" where it says nothing about whose or what the values are, or --all-one-person");
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
                    days.words(Arrays.stream(all).min().orElseThrow()) + " to "
                            + days.words(Arrays.stream(all).max().orElseThrow()));
        }
        read.decided(
                "times",
                days.form().words()
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
        if (person.isEmpty() && told.person() == null) {
            table.columns().stream()
                    .filter(c -> isFree(c) && !c.equals(value) && PersonColumn.numbersTheRows(table, c))
                    .filter(c -> Columns.words(c.name()).contains("id"))
                    .findFirst()
                    .ifPresent(c -> read.note("Column " + c.name()
                            + " holds another value in each row: it numbers the answers, and all are of one person."));
        }
    }

    static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
