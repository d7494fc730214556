package org.stillpoint.exchange.diary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.exchange.diary.DiaryTable.Instructions;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.exchange.table.TimeColumn;
import org.stillpoint.words.ReadWords;

/** Which columns of a table of entries hold what: as told, else by the names people use, else by what stands in them. */
final class DiaryColumns {

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
    private final Instructions told;
    private final Read read;
    private final TimeColumn time;
    private final Optional<Column> start;
    private final Optional<Column> person;
    private final Column value;
    private final boolean[] wanted;

    /** For each text of the column of people by its code one more than the person's place; 0 where it was not asked for yet. */
    private final int[] placeByCode;

    DiaryColumns(Table table, Instructions told, Read read) {
        this.table = table;
        this.told = told;
        this.read = read;
        this.time = TimeColumn.find(table, told.time(), told.clock(), told.leave());
        this.start = told.ownStarts() ? Columns.find(table, told.start(), STARTS) : Optional.empty();
        Stream.concat(Stream.of(time.column()), table.columns().stream().limit(1))
                .distinct()
                .toList()
                .forEach(column -> table.leaveOutTotals(List.of(column)));
        this.wanted = findWanted();
        this.time.readDays();
        this.person = findPerson();
        this.placeByCode =
                new int[person.map(column -> table.different(column).size()).orElse(0)];
        this.value = findValue();
        uses();
    }

    private void uses() {
        time.say(read);
        read.uses(ReadWords.VALUE, value);
        person.ifPresent(column -> read.uses(ReadWords.PERSON, column));
        start.ifPresent(column -> read.uses(ReadWords.START, column));
    }

    private boolean[] findWanted() {
        boolean[] rows = new boolean[table.size()];
        Arrays.fill(rows, true);
        for (String only : told.only()) {
            int sign = only.indexOf('=');
            Column column = table.getColumn(only.substring(0, sign));
            String same = Cells.sameName(only.substring(sign + 1));
            for (Row row : table) {
                rows[row.place()] &= Cells.sameName(row.text(column)).equals(same);
            }
            read.uses(ReadWords.ONLY, column);
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
        List<Column> taken = new ArrayList<>(time.columns());
        start.ifPresent(taken::add);
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
                && !time.columns().contains(column)
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
        return time.moment(row);
    }

    /** The place among the people of the one whose row this is; a problem where that is missing, and "" where all rows are of one. */
    int placeOf(Row row, PersonColumn.People people) {
        if (person.isEmpty() || row.isMissing(person.get())) {
            return people.place(person.map(row::required).orElse(""));
        }
        int code = row.code(person.get());
        if (placeByCode[code] == 0) {
            placeByCode[code] = 1 + people.place(row.text(person.get()));
        }
        return placeByCode[code] - 1;
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
        return time.days();
    }
}
