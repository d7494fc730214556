package org.stillpoint.exchange.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.diary.PersonColumn;
import org.stillpoint.exchange.diary.Whose;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.exchange.table.TimeColumn;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * One client's scores as a table: a day, an instrument (its short name, such as {@code gad7}; {@code GAD-7} is understood) and a score
 * (within the instrument's range) in each row. Other columns are passed over and named.
 *
 * @param scores in the order of the table
 * @param repeatedRows rows that say once more what another one said
 * @param read what was made of the table
 */
public record QuestionnaireTable(List<ScoreOfRow> scores, int repeatedRows, Read read) {

    /** The first year that is taken: the oldest of the instruments, the neck disability index, was printed in 1991. */
    public static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private static final Set<String> INSTRUMENTS = Set.of(
            "instrument",
            "questionnaire",
            "measure",
            "scale",
            "test",
            "fragebogen",
            "skala",
            "cuestionario",
            "échelle");

    private static final Set<String> SCORES = Set.of(
            "score", "value", "total", "sum", "result", "points", "wert", "summe", "punkte", "ergebnis", "puntuación");

    /** One score, and the row that it came from. */
    public record ScoreOfRow(long row, LocalDate day, Measure instrument, double score) {
        /** The instrument's key. */
        public String key() {
            return instrument.id();
        }
    }

    /** An instrument on a day: there is one score of it. */
    private record DayOfInstrument(LocalDate day, String instrument) {}

    /** What each column is taken for by its name or by what it holds, by its place; a person may correct it. */
    public static Map<Integer, ColumnUse> understand(Table table) {
        Map<Integer, ColumnUse> uses = new LinkedHashMap<>();
        try {
            uses.put(TimeColumn.find(table, null, null, List.of()).column().index(), ColumnUse.TIME);
        } catch (BadInput noTime) {
            // a person says which it is
        }
        named(table, uses, INSTRUMENTS)
                .or(() -> only(
                        table,
                        uses,
                        column -> table.different(column).stream()
                                .allMatch(text ->
                                        table.isNothing(text) || find(text).isPresent())))
                .ifPresent(column -> uses.put(column.index(), ColumnUse.INSTRUMENT));
        named(table, uses, SCORES)
                .or(() -> only(table, uses, table::holdsNumbers))
                .ifPresent(column -> uses.put(column.index(), ColumnUse.SCORE));
        try {
            List<Column> taken = table.columns().stream()
                    .filter(column -> uses.containsKey(column.index()))
                    .toList();
            PersonColumn.find(table, taken).ifPresent(column -> uses.put(column.index(), ColumnUse.PERSON));
        } catch (BadInput notSure) {
            // each row of another person, or of one: a person says which
        }
        return uses;
    }

    private static Optional<Column> named(Table table, Map<Integer, ColumnUse> taken, Set<String> names) {
        return table.columns().stream()
                .filter(column -> !taken.containsKey(column.index()))
                .filter(column -> names.contains(Columns.plain(column.name())))
                .findFirst();
    }

    private static Optional<Column> only(
            Table table, Map<Integer, ColumnUse> taken, java.util.function.Predicate<Column> holds) {
        List<Column> found = table.columns().stream()
                .filter(column ->
                        !taken.containsKey(column.index()) && !column.name().isEmpty())
                .filter(holds)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /**
     * Reads every row, or none.
     *
     * @throws BadInput with every problem by row and column, or with what has to be asked first
     */
    public static QuestionnaireTable read(Table table, OnePerson told) {
        return new ScoreReader(table, told).read();
    }

    private static final class ScoreReader {
        private final Table table;
        private final OnePerson told;
        private final Map<Integer, ColumnUse> uses;
        private final Column date;
        private final Column instrument;
        private final Column score;
        private final Read read;
        private final Map<DayOfInstrument, ScoreOfRow> known = new HashMap<>();

        ScoreReader(Table table, OnePerson told) {
            this.table = table;
            this.told = told;
            this.uses = told.uses().isEmpty() ? understand(table) : told.uses();
            this.date = Whose.column(table, uses, ColumnUse.TIME, TableWords.NO_DAY_OF_SCORES);
            this.instrument = Whose.column(table, uses, ColumnUse.INSTRUMENT, TableWords.NO_INSTRUMENT_COLUMN);
            this.score = Whose.column(table, uses, ColumnUse.SCORE, TableWords.NO_SCORE_COLUMN);
            this.read = new Read(table);
        }

        QuestionnaireTable read() {
            table.leaveOutTotals(List.of(date, instrument));
            Days days = Days.of(table, date);
            Set<Integer> wanted = Whose.wanted(table, told, read);
            Optional<Column> person = Whose.column(table, uses, ColumnUse.PERSON);
            person.ifPresentOrElse(column -> Whose.one(table, column, wanted), () -> {
                if (told.uses().isEmpty()) {
                    PersonColumn.find(table, List.of(date, instrument, score));
                }
            });
            List<ScoreOfRow> scores = new ArrayList<>();
            int repeated = 0;
            for (int place : wanted) {
                Optional<ScoreOfRow> entry = entry(table.row(place), days);
                if (entry.isPresent() && isNew(entry.get(), table.row(place))) {
                    scores.add(entry.get());
                } else if (entry.isPresent()) {
                    repeated++;
                }
            }
            table.check();
            if (scores.isEmpty()) {
                throw new BadInput(Problem.ofFile(table.name(), TableWords.NO_SCORE));
            }
            read.uses(ReadWords.DATE, date)
                    .uses(ReadWords.INSTRUMENT, instrument)
                    .uses(ReadWords.SCORE, score);
            person.ifPresent(column -> read.uses(ReadWords.PERSON, column));
            read.decided(ReadWords.SCORES, scores.size())
                    .decided(ReadWords.DATES, days.form().noun())
                    .decided(ReadWords.REPEATED_ROWS, repeated);
            return new QuestionnaireTable(List.copyOf(scores), repeated, read);
        }

        /** The score of a row; empty where something is wrong, which is noted with the table. */
        private Optional<ScoreOfRow> entry(Row row, Days days) {
            Optional<LocalDate> day = day(row, days);
            Optional<Measure> measure = measure(row);
            double value =
                    measure.map(one -> row.number(score, one.low(), one.high())).orElse(Double.NaN);
            return day.isEmpty() || measure.isEmpty() || Double.isNaN(value)
                    ? Optional.empty()
                    : Optional.of(new ScoreOfRow(row.number(), day.get(), measure.get(), value));
        }

        /** Whether there was none of its day and instrument; another score there is a problem. */
        private boolean isNew(ScoreOfRow entry, Row row) {
            ScoreOfRow before = known.putIfAbsent(new DayOfInstrument(entry.day(), entry.key()), entry);
            if (before != null && before.score() != entry.score()) {
                row.problem(score, new TableWords.OtherScore(AsTyped.of(before.row())));
            }
            return before == null;
        }

        private Optional<LocalDate> day(Row row, Days days) {
            LocalDate latest = told.latestDay();
            if (!days.isCalendar() && !row.isMissing(date)) {
                row.problem(date, new TableWords.NoDate(latest.toString()));
                return Optional.empty();
            }
            double read = days.day(row);
            if (Double.isNaN(read)) {
                return Optional.empty(); // noted with the table
            }
            LocalDate day = LocalDate.ofEpochDay((long) Math.floor(read));
            if (!day.isBefore(EARLIEST) && !day.isAfter(latest)) {
                return Optional.of(day);
            }
            row.problem(date, new TableWords.NotBetweenDays(EARLIEST.toString(), latest.toString()));
            return Optional.empty();
        }

        private Optional<Measure> measure(Row row) {
            String typed = row.required(instrument);
            Optional<Measure> measure = find(typed);
            if (measure.isEmpty() && !typed.isEmpty()) {
                row.problem(
                        instrument,
                        new TableWords.NoInstrument(Measures.listQuestionnaires().stream()
                                .map(Measure::id)
                                .collect(Collectors.joining(", "))));
            }
            return measure;
        }
    }

    /** The instrument of this short name; capitals and signs make no difference. */
    public static Optional<Measure> find(String name) {
        return Measures.listQuestionnaires().stream()
                .filter(measure -> letters(measure.id()).equals(letters(name)))
                .findFirst();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
