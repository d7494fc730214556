package org.stillpoint.exchange.painmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.diary.PersonColumn;
import org.stillpoint.exchange.diary.Whose;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.exchange.table.TimeColumn;
import org.stillpoint.record.Score0To10;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * One person's body maps, each with its day: a column a region, REDCap's checkboxes or CHOIR's lists.
 *
 * @param maps the earliest first
 * @param marksOnly whether they hold marks without intensity
 * @param repeatedRows rows that say once more what another one said
 * @param read what was made of the table
 */
public record BodyMapTable(List<MapOfRow> maps, boolean marksOnly, int repeatedRows, Read read) {

    /** Where it hurt at one instant, and the row that says so. */
    public record MapOfRow(long row, Instant at, SortedMap<RegionCode, Score0To10> pain) {}

    /**
     * What a person said about maps.
     *
     * @param layout how the regions are numbered; by the table where it was not said
     * @param ofAMark how strong the pain of a mark without intensity was, 0 to 10; empty where it was not said
     */
    public record OnMaps(Layout layout, OptionalDouble ofAMark) {}

    /** What each column is taken for by its name, by its place; a person may correct it, but for the regions. */
    public static Map<Integer, ColumnUse> understand(Table table, Atlas atlas) {
        Map<Integer, ColumnUse> uses = new LinkedHashMap<>();
        try {
            TimeColumn time = TimeColumn.find(table, null, null, List.of());
            uses.put(time.column().index(), ColumnUse.TIME);
            time.clock().ifPresent(clock -> uses.put(clock.index(), ColumnUse.TIME_OF_DAY));
        } catch (BadInput noTime) {
            // a person says which it is
        }
        Numbering.sexes(table).ifPresent(sex -> uses.putIfAbsent(sex.index(), ColumnUse.SEX));
        new RegionColumns(table, atlas, columns(table, uses))
                .used()
                .forEach(region -> uses.putIfAbsent(region.index(), ColumnUse.REGIONS));
        try {
            PersonColumn.find(table, columns(table, uses))
                    .ifPresent(column -> uses.put(column.index(), ColumnUse.PERSON));
        } catch (BadInput notSure) {
            // each row of another person, or of one: a person says which
        }
        return uses;
    }

    private static Set<Column> columns(Table table, Map<Integer, ColumnUse> uses) {
        return table.columns().stream()
                .filter(column -> uses.containsKey(column.index()) && uses.get(column.index()) != ColumnUse.REGIONS)
                .collect(Collectors.toSet());
    }

    /**
     * Reads every row, or none.
     *
     * @throws BadInput with every problem by row and column, or with what has to be asked first
     */
    public static BodyMapTable read(Table table, Atlas atlas, OnePerson told, OnMaps maps) {
        return new BodyMapReader(table, atlas, told, maps).read();
    }

    private static final class BodyMapReader {
        private final Table table;
        private final OnePerson told;
        private final OnMaps maps;
        private final Map<Integer, ColumnUse> uses;
        private final Atlas atlas;
        private final RegionColumns regions;
        private final Read read;

        BodyMapReader(Table table, Atlas atlas, OnePerson told, OnMaps maps) {
            this.table = table;
            this.atlas = atlas;
            this.told = told;
            this.maps = maps;
            this.uses = told.uses().isEmpty() ? understand(table, atlas) : told.uses();
            this.regions = new RegionColumns(table, atlas, columns(table, uses));
            this.read = new Read(table);
        }

        private Optional<Column> column(ColumnUse use) {
            return Whose.column(table, uses, use);
        }

        private static @Nullable String name(Optional<Column> column) {
            return column.map(Column::name).orElse(null);
        }

        BodyMapTable read() {
            Column days = Whose.column(table, uses, ColumnUse.TIME, TableWords.NO_DAY_COLUMN);
            Set<String> left = table.columns().stream()
                    .filter(column -> uses.get(column.index()) != ColumnUse.TIME_OF_DAY)
                    .map(Column::name)
                    .collect(Collectors.toSet());
            TimeColumn time = TimeColumn.find(table, days.name(), name(column(ColumnUse.TIME_OF_DAY)), left);
            table.leaveOutTotals(List.of(table.columns().getFirst()));
            time.readDays();
            Set<Integer> wanted = Whose.wanted(table, told, read);
            onePerson(wanted);
            Predicate<Row> man = men();
            return maps(wanted, time, man);
        }

        private Predicate<Row> men() {
            Optional<Column> sex = column(ColumnUse.SEX);
            if (maps.layout() == Layout.BY_THE_TABLE
                    && sex.isEmpty()
                    && regions.differForMen()
                    && !Numbering.isRecoded(table)) {
                throw table.ask(new Question(QuestionSubject.LAYOUT, TableWords.MEN_DIFFER, ""));
            }
            return Numbering.men(table, regions, maps.layout(), sex, read);
        }

        private void onePerson(Set<Integer> wanted) {
            Optional<Column> person = column(ColumnUse.PERSON);
            if (person.isEmpty()) {
                if (told.uses().isEmpty()) {
                    PersonColumn.find(table, columns(table, uses));
                }
                return;
            }
            Whose.one(table, person.get(), wanted);
        }

        private BodyMapTable maps(Set<Integer> wanted, TimeColumn time, Predicate<Row> man) {
            Map<Integer, float[]> values = new LinkedHashMap<>();
            for (Row row : table) {
                if (wanted.contains(row.place())) {
                    values.put(row.place(), regions.values(row, man.test(row)));
                }
            }
            table.check();
            boolean marks = marksOnly(values.values());
            if (marks && maps.ofAMark().isEmpty()) {
                throw table.ask(new Question(QuestionSubject.MARKS, TableWords.MARKS_ONLY, ""));
            }
            double zero = zero(time);
            double mark = marks ? maps.ofAMark().orElse(1) : 1;
            TreeMap<Double, MapOfRow> byMoment = new TreeMap<>();
            int empty = 0;
            int repeated = 0;
            boolean timed = timed(values.keySet(), time);
            for (Map.Entry<Integer, float[]> one : values.entrySet()) {
                Row row = table.row(one.getKey());
                if (isEmpty(one.getValue())) {
                    empty++;
                    continue;
                }
                double moment = time.moment(row);
                if (Double.isNaN(moment)) {
                    continue; // noted with the table
                }
                Instant at = told.instant(moment + zero, timed);
                if (at.isAfter(told.latest())) {
                    row.problem(time.column(), TableWords.MAP_AHEAD);
                    continue;
                }
                MapOfRow map = new MapOfRow(row.number(), at, pain(one.getValue(), mark));
                MapOfRow before = byMoment.putIfAbsent(moment, map);
                if (before != null && before.pain().equals(map.pain())) {
                    repeated++;
                } else if (before != null) {
                    row.problem(time.column(), new TableWords.OtherMap(AsTyped.of(before.row())));
                }
            }
            table.check();
            if (byMoment.isEmpty()) {
                throw new BadInput(Problem.ofFile(table.name(), TableWords.NO_MAP));
            }
            farApart(byMoment, time);
            say(byMoment, time, empty, repeated);
            return new BodyMapTable(List.copyOf(byMoment.values()), marks, repeated, read);
        }

        private double zero(TimeColumn time) {
            if (time.days().isCalendar()) {
                return 0;
            }
            return told.dayZero()
                    .map(LocalDate::toEpochDay)
                    .orElseThrow(
                            () -> table.ask(new Question(QuestionSubject.DAY_NUMBERS, TableWords.NO_DAY_ZERO, "")));
        }

        private boolean timed(Set<Integer> places, TimeColumn time) {
            return places.stream()
                    .map(table::row)
                    .filter(row -> !row.isMissing(time.column()))
                    .mapToDouble(row -> time.days().isCalendar() || time.clock().isPresent() ? time.moment(row) : 0)
                    .anyMatch(moment -> moment != Math.floor(moment) && !Double.isNaN(moment));
        }

        private static boolean marksOnly(Iterable<float[]> values) {
            Set<Float> different = new HashSet<>();
            values.forEach(map -> {
                for (float value : map) {
                    if (!Float.isNaN(value)) {
                        different.add(value);
                    }
                }
            });
            return different.contains(1f) && Set.of(0f, 1f).containsAll(different);
        }

        private static boolean isEmpty(float[] map) {
            for (float value : map) {
                if (!Float.isNaN(value)) {
                    return false;
                }
            }
            return true;
        }

        private SortedMap<RegionCode, Score0To10> pain(float[] values, double mark) {
            SortedMap<RegionCode, Score0To10> pain = new TreeMap<>();
            for (int r = 0; r < values.length; r++) {
                if (values[r] > 0) {
                    pain.put(new RegionCode(atlas.regions().list().get(r).code()), Score0To10.of(values[r] * mark));
                }
            }
            return pain;
        }

        /** Five years without a map are asked about, as five years without an entry are. */
        private void farApart(TreeMap<Double, MapOfRow> byMoment, TimeColumn time) {
            if (told.farApart() || !time.days().isCalendar()) {
                return;
            }
            double before = byMoment.firstKey();
            for (double moment : byMoment.keySet()) {
                if (moment - before > FAR) {
                    throw table.ask(new Question(
                            QuestionSubject.FAR_APART,
                            new TableWords.YearsApart(
                                    time.days().written(before), time.days().written(moment)),
                            ""));
                }
                before = moment;
            }
        }

        private static final double FAR = 1826;

        private void say(TreeMap<Double, MapOfRow> byMoment, TimeColumn time, int empty, int repeated) {
            time.say(read);
            double zero = zero(time);
            told.sayOtherDays(read, (int) byMoment.entrySet().stream()
                    .filter(map -> told.isAnotherDayHere(
                            map.getKey() + zero, map.getValue().at()))
                    .count());
            column(ColumnUse.PERSON).ifPresent(column -> read.uses(ReadWords.PERSON, column));
            read.usesAll(ReadWords.REGION_COLUMNS, regions.used())
                    .decided(ReadWords.REGIONS, regions.form())
                    .decided(ReadWords.MAPS, byMoment.size())
                    .decided(
                            ReadWords.DAYS,
                            new ReadWords.FromTo(
                                    time.days().written(byMoment.firstKey()),
                                    time.days().written(byMoment.lastKey())))
                    .decided(ReadWords.TIMES, time.days().form().noun())
                    .decidedAs(ReadWords.ZONE, told.zone().toString())
                    .decided(ReadWords.WITHOUT_ANSWERS, empty)
                    .decided(ReadWords.REPEATED_ROWS, repeated);
        }
    }
}
