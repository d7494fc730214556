package org.stillpoint.exchange.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.diary.Setting.Scale;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.DiaryTable.Entries;
import org.stillpoint.exchange.diary.DiaryTable.SameMoment;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * One person's diary as check-ins: pain in each, and what else was asked. Each measure is read as {@link DiaryTable} reads a diary, with
 * the same questions.
 *
 * @param entries the earliest first
 * @param repeatedRows rows that say once more what another one said
 * @param withoutPain moments that hold something but no pain, and are not taken
 * @param read what was made of the table
 */
public record CheckInTable(List<CheckInOfRow> entries, int repeatedRows, int withoutPain, Read read) {

    private static final Scale SCALE = new Scale(Score0To10.LEAST, Score0To10.MOST);

    /** How it was at one instant, and the row that says so. */
    public record CheckInOfRow(long row, Instant at, Answers answers) {}

    /** What is known of one moment. */
    private static final class MomentOfDay {
        private final long row;
        private final int place;
        private final Map<ColumnUse, Double> values = new EnumMap<>(ColumnUse.class);

        MomentOfDay(long row, int place) {
            this.row = row;
            this.place = place;
        }
    }

    /** What each column is taken for by its name, by its place; a person may correct it. */
    public static Map<Integer, ColumnUse> understand(Table table) {
        return CheckInColumns.understand(table);
    }

    /**
     * Reads every row, or none.
     *
     * @param opened the table, afresh each time
     * @throws BadInput with every problem by row and column, or with what has to be asked first
     */
    public static CheckInTable read(Supplier<Table> opened, OnePerson told) {
        return new CheckInReader(opened, told).read();
    }

    private static final class CheckInReader {
        private final Supplier<Table> opened;
        private final OnePerson told;
        private final Table table;
        private final Map<Integer, ColumnUse> uses;
        private final TreeMap<Double, MomentOfDay> moments = new TreeMap<>();
        private int repeated;
        private int missing;
        private int elsewhere;

        CheckInReader(Supplier<Table> opened, OnePerson told) {
            this.opened = opened;
            this.told = told;
            this.table = opened.get();
            this.uses = told.uses().isEmpty() ? CheckInColumns.understand(table) : told.uses();
        }

        CheckInTable read() {
            CheckInColumns.twice(uses).ifPresent(use -> {
                throw table.ask(new Question(
                        QuestionSubject.COLUMNS,
                        new TableWords.TakenForOneThing(table.columns().stream()
                                .filter(column -> uses.get(column.index()) == use)
                                .map(Column::name)
                                .collect(Collectors.joining(", "))),
                        ""));
            });
            if (!uses.containsValue(ColumnUse.PAIN)) {
                throw table.ask(new Question(QuestionSubject.COLUMNS, TableWords.NO_PAIN_COLUMN, ""));
            }
            @Nullable DiaryTable first = null;
            Set<Problem> problems = new LinkedHashSet<>();
            for (ColumnUse use : CheckInColumns.measures(uses)) {
                try {
                    DiaryTable diary = measure(use);
                    first = first == null ? diary : first;
                } catch (BadInput bad) {
                    if (bad.question().isPresent()) {
                        throw bad;
                    }
                    problems.addAll(bad.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw new BadInput(List.copyOf(problems));
            }
            return checkIns(Objects.requireNonNull(first));
        }

        private Optional<String> name(ColumnUse use) {
            return CheckInColumns.of(table, uses, use).map(Column::name);
        }

        private DiaryTable measure(ColumnUse use) {
            Column column = CheckInColumns.of(table, uses, use).orElseThrow();
            Columns.rangeIn(column.name()).filter(range -> !range.equals(SCALE)).ifPresent(range -> {
                throw new BadInput(new Problem(
                        table.name(),
                        1,
                        column.name(),
                        "",
                        new TableWords.OtherRangeByName(AsTyped.of(range.low()), AsTyped.of(range.high()))));
            });
            DiaryTable diary = DiaryTable.read(
                    opened.get(),
                    new DiaryTable.Instructions(
                            name(ColumnUse.TIME).orElse(null),
                            name(ColumnUse.TIME_OF_DAY).orElse(null),
                            column.name(),
                            name(ColumnUse.PERSON).orElse(null),
                            null,
                            false,
                            false,
                            List.copyOf(told.only()),
                            left(use),
                            told.takeMeans() ? SameMoment.MEAN : SameMoment.ASK,
                            told.farApart(),
                            true,
                            c -> Optional.of(new DiaryTable.Bound(SCALE, TableWords.OF_A_CHECK_IN)),
                            table.how()));
            onePerson(diary);
            diary.people().values().forEach(own -> add(use, own));
            repeated = Math.max(repeated, diary.repeatedRows());
            return diary;
        }

        /** Columns that say nothing about whose or what this measure is. */
        private Set<String> left(ColumnUse measure) {
            return table.columns().stream()
                    .filter(column -> !column.name().isEmpty())
                    .filter(column -> {
                        ColumnUse use = uses.get(column.index());
                        return use == ColumnUse.LEFT
                                || use == ColumnUse.WORSE
                                || use != null && use != measure && CheckInColumns.MEASURES.contains(use);
                    })
                    .map(Column::name)
                    .collect(Collectors.toSet());
        }

        private void onePerson(DiaryTable diary) {
            if (diary.people().size() > 1) {
                throw Whose.several(
                        table,
                        name(ColumnUse.PERSON).orElse(""),
                        List.copyOf(diary.people().keySet()));
            }
        }

        private void add(ColumnUse use, Entries own) {
            for (int i = 0; i < own.days().size(); i++) {
                long row = own.row(i);
                int place = own.place(i);
                moments.computeIfAbsent(own.days().get(i), day -> new MomentOfDay(row, place))
                        .values
                        .put(use, own.values().get(i));
            }
        }

        private CheckInTable checkIns(DiaryTable diary) {
            double zero = zero(diary.times());
            boolean timed = moments.keySet().stream().anyMatch(moment -> moment != Math.floor(moment));
            Column time = CheckInColumns.of(table, uses, ColumnUse.TIME)
                    .orElseGet(() -> table.columns().getFirst());
            Optional<Column> worse = CheckInColumns.of(table, uses, ColumnUse.WORSE);
            List<CheckInOfRow> entries = new ArrayList<>();
            moments.forEach((moment, known) -> {
                if (!known.values.containsKey(ColumnUse.PAIN)) {
                    missing++;
                    return;
                }
                Row row = table.row(known.place);
                Instant at = told.instant(moment + zero, timed);
                elsewhere += told.isAnotherDayHere(moment + zero, at) ? 1 : 0;
                if (at.isAfter(told.latest())) {
                    row.problem(time, TableWords.CHECK_IN_AHEAD);
                    return;
                }
                PrivateText words = worse.map(column -> words(row, column)).orElse(PrivateText.NONE);
                entries.add(new CheckInOfRow(known.row, at, answers(known.values, words)));
            });
            table.check();
            if (entries.isEmpty()) {
                throw new BadInput(Problem.ofFile(table.name(), TableWords.NO_PAIN));
            }
            return new CheckInTable(List.copyOf(entries), repeated, missing, read(diary, entries.size()));
        }

        /** Days from 1970 to the day from which the table counts. */
        private double zero(Days days) {
            if (days.isCalendar()) {
                return 0;
            }
            return told.dayZero()
                    .map(LocalDate::toEpochDay)
                    .orElseThrow(
                            () -> table.ask(new Question(QuestionSubject.DAY_NUMBERS, TableWords.NO_DAY_ZERO, "")));
        }

        private static PrivateText words(Row row, Column column) {
            if (row.isMissing(column)) {
                return PrivateText.NONE;
            }
            try {
                return new PrivateText(row.text(column));
            } catch (BadValue unkeepable) {
                row.problem(column, TableWords.UNKEEPABLE);
                return PrivateText.NONE;
            }
        }

        private static Answers answers(Map<ColumnUse, Double> values, PrivateText worse) {
            return new Answers(
                    score(values, ColumnUse.PAIN).orElse(Score0To10.NONE),
                    score(values, ColumnUse.STRESS),
                    score(values, ColumnUse.TENSION),
                    score(values, ColumnUse.ANXIETY),
                    score(values, ColumnUse.MOOD),
                    score(values, ColumnUse.SLEEP),
                    score(values, ColumnUse.BODY_AWARENESS),
                    worse);
        }

        private static Optional<Score0To10> score(Map<ColumnUse, Double> values, ColumnUse use) {
            return Optional.ofNullable(values.get(use)).map(Score0To10::of);
        }

        private Read read(DiaryTable diary, int entries) {
            Read read = new Read(table);
            uses.forEach((place, use) -> {
                if (use != ColumnUse.LEFT) {
                    read.uses(ReadWords.valueOf(use.name()), table.columns().get(place));
                }
            });
            diary.phases().ifPresent(column -> read.note(new ReadWords.PhasesLeft(column.name())));
            read.takes(
                            diary.read(),
                            ReadWords.PEOPLE,
                            ReadWords.DAYS,
                            ReadWords.TIMES,
                            ReadWords.MISSING,
                            ReadWords.DECIMAL_SIGN)
                    .decided(ReadWords.CHECK_INS, entries)
                    .decidedAs(ReadWords.ZONE, told.zone().toString())
                    .decided(ReadWords.REPEATED_ROWS, repeated);
            told.sayOtherDays(read, elsewhere);
            if (missing > 0) {
                read.note(new ReadWords.WithoutPain(AsTyped.of(missing), missing));
            }
            return read;
        }
    }
}
