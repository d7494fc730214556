package org.stillpoint.exchange.questionnaire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * One client's scores as a table with the columns {@code date} (such as 2026-11-22, or as the table writes dates), {@code instrument} (its
 * short name, such as {@code gad7}; {@code GAD-7} is understood) and {@code score} (within the instrument's range), in capitals or not. Other
 * columns are passed over and named.
 */
public final class QuestionnaireTable {

    /** The first year that is taken: the oldest of the instruments, the neck disability index, was printed in 1991. */
    public static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private QuestionnaireTable() {}

    /** One score, and the row that it came from. */
    public record ScoreOfRow(long row, LocalDate day, Measure instrument, double score) {
        /** The instrument's key. */
        public String key() {
            return instrument.id();
        }

        boolean isOfSameDay(ScoreOfRow other) {
            return day.equals(other.day) && instrument.id().equals(other.instrument.id());
        }
    }

    /**
     * Reads every row, or none.
     *
     * @param latest no date may lie after this day
     * @throws org.stillpoint.exchange.BadInput with every problem: row, column, value and what is allowed
     */
    public static List<ScoreOfRow> read(Table table, LocalDate latest) {
        Column date = table.getColumn("date");
        Column instrument = table.getColumn("instrument");
        Column score = table.getColumn("score");
        table.leaveOutTotals(List.of(date));
        Days days = Days.of(table, date);
        List<ScoreOfRow> entries = new ArrayList<>();
        for (Row row : table) {
            Optional<LocalDate> day = day(row, date, days, latest);
            Optional<Measure> measure = instrument(row, instrument);
            double value = measure.map(known -> row.number(score, known.low(), known.high()))
                    .orElse(Double.NaN);
            if (day.isEmpty() || measure.isEmpty() || Double.isNaN(value)) {
                continue; // noted with the table
            }
            ScoreOfRow entry = new ScoreOfRow(row.number(), day.get(), measure.get(), value);
            Optional<ScoreOfRow> same =
                    entries.stream().filter(entry::isOfSameDay).findFirst();
            if (same.isEmpty()) {
                entries.add(entry);
            } else if (same.get().score() != value) {
                row.problem(
                        score, new TableWords.OtherScore(AsTyped.of(same.get().row())));
            }
        }
        table.check();
        return List.copyOf(entries);
    }

    private static Optional<LocalDate> day(Row row, Column column, Days days, LocalDate latest) {
        if (!days.isCalendar() && !row.isMissing(column)) {
            row.problem(column, new TableWords.NoDate(latest.toString()));
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
        row.problem(column, new TableWords.NotBetweenDays(EARLIEST.toString(), latest.toString()));
        return Optional.empty();
    }

    /** What was made of the table, for the one line that says it. */
    public static Read account(Table table) {
        return new Read(table)
                .uses(ReadWords.DATE, table.getColumn("date"))
                .uses(ReadWords.INSTRUMENT, table.getColumn("instrument"))
                .uses(ReadWords.SCORE, table.getColumn("score"))
                .decided(
                        ReadWords.DATES,
                        Days.of(table, table.getColumn("date")).form().noun());
    }

    private static Optional<Measure> instrument(Row row, Column column) {
        String typed = row.required(column);
        Optional<Measure> known = find(typed);
        if (known.isEmpty() && !typed.isEmpty()) {
            row.problem(
                    column,
                    new TableWords.NoInstrument(Measures.listQuestionnaires().stream()
                            .map(Measure::id)
                            .collect(Collectors.joining(", "))));
        }
        return known;
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
