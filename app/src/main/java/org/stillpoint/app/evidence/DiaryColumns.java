package org.stillpoint.app.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.app.evidence.DiaryTable.Instructions;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/** Which columns of a table of entries hold what: as told, else by the names people use, else by what stands in them. */
final class DiaryColumns {

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

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})(?::(\\d{2}))? ?([AaPp]\\.?[Mm]\\.?)?");

    private final Table table;
    private final Instructions told;
    private final Read read;
    private final Column time;
    private final Optional<Column> clock;
    private final Optional<Column> start;
    private final Optional<Column> person;
    private final Column value;
    private final Days days;
    private final boolean[] wanted;

    DiaryColumns(Table table, Instructions told, Read read) {
        this.table = table;
        this.told = told;
        this.read = read;
        this.time = findTime();
        this.start = told.ownStarts() ? Columns.find(table, told.start(), STARTS) : Optional.empty();
        this.clock = findClock();
        Stream.concat(Stream.of(time), table.columns().stream().limit(1))
                .distinct()
                .toList()
                .forEach(column -> table.leaveOutTotals(List.of(column)));
        this.wanted = findWanted();
        this.days = Days.of(table, time);
        this.person = findPerson();
        this.value = findValue();
        uses();
    }

    private void uses() {
        read.uses("time", time);
        clock.ifPresent(column -> read.uses("time of day", column));
        read.uses("value", value);
        person.ifPresent(column -> read.uses("person", column));
        start.ifPresent(column -> read.uses("start", column));
    }

    private Column findTime() {
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
    private Optional<Column> findClock() {
        return Arrays.stream(CLOCKS)
                .flatMap(name -> Columns.find(table, null, name).stream())
                .filter(column -> !column.equals(time))
                .filter(column -> table.different(column).stream()
                        .allMatch(text -> table.isNothing(text) || clock(text).isPresent()))
                .findFirst();
    }

    private static OptionalDouble clock(String text) {
        Matcher m = CLOCK.matcher(text);
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

    private boolean[] findWanted() {
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

    private Optional<Column> findPerson() {
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
    private Column findValue() {
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

    /** Whether this column was taken for nothing else when the values were looked for. */
    private boolean isFree(Column column) {
        return !column.name().isEmpty()
                && !column.equals(time)
                && clock.filter(column::equals).isEmpty()
                && person.filter(column::equals).isEmpty()
                && start.filter(column::equals).isEmpty()
                && told.leave().stream().noneMatch(name -> table.getColumn(name).equals(column));
    }

    /** The columns that were taken for nothing. */
    List<Column> left() {
        return table.columns().stream()
                .filter(column -> isFree(column) && !column.equals(value) && !read.isUsed(column))
                .toList();
    }

    /** The moment of a row in days: its day, and its time of day where another column holds that. */
    double moment(Row row) {
        double day = days.day(row);
        OptionalDouble part = clock.map(column -> clock(row.text(column))).orElse(OptionalDouble.empty());
        return part.isPresent() && day == Math.floor(day) ? day + part.getAsDouble() : day;
    }

    /** The name of the person whose row this is; a problem where it is missing, and "" where all rows are of one. */
    String personOf(Row row) {
        return person.map(row::required).orElse("");
    }

    boolean isWanted(Row row) {
        return wanted[row.place()];
    }

    Column value() {
        return value;
    }

    Optional<Column> start() {
        return start;
    }

    Optional<Column> person() {
        return person;
    }

    /** How the column of times is written. */
    Days days() {
        return days;
    }
}
