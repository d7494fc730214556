package org.stillpoint.app.evidence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.Progress;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import picocli.CommandLine.Option;

/** How a table of diaries is to be read and judged: the options that commands about diaries share. */
final class DiaryOptions {

    @Option(
            names = "--start",
            paramLabel = "DAY",
            description = "First day of 'afterwards', written as the times in the table are: a day number or a date.")
    private @Nullable String start;

    @Option(
            names = "--start-column",
            paramLabel = "COLUMN",
            description =
                    "Instead of --start: a column that holds each person's start (else start, start_day, start_date, first_session).")
    private @Nullable String startColumn;

    @Option(
            names = "--better",
            paramLabel = "low|high",
            description = "Which way the measure gets better (else as the measure is known, else low).")
    private @Nullable Way better;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "Times (else day, time, t, date, datetime, timestamp, ...).")
    private @Nullable String time;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "Values (else value, pain, score, outcome, y, ..., or the only column left).")
    private @Nullable String value;

    @Option(
            names = "--person",
            paramLabel = "COLUMN",
            description = "Persons (else person, subject, client, id, patient, ...).")
    private @Nullable String person;

    @Option(
            names = "--measure",
            paramLabel = "ID",
            description =
                    "The measure, for its scale, reliable change and smallest change that matters, such as nrs_pain, gad7, peg (else told by the column's name where it is one).")
    private @Nullable String measure;

    @Option(
            names = "--reliable-change",
            paramLabel = "POINTS",
            description = "Least change that is more than measurement error.")
    private @Nullable Double reliableChange;

    @Option(names = "--smallest-change", paramLabel = "POINTS", description = "Smallest change that matters.")
    private @Nullable Double smallestChange;

    @Option(
            names = "--range",
            paramLabel = "LOW:HIGH",
            description =
                    "Lowest and highest value of the scale (else the measure's; else 0:10 if every value fits it).")
    private @Nullable String range;

    /** Which way a measure gets better, as people write it. */
    enum Way {
        LOW,
        LOWER,
        HIGH,
        HIGHER
    }

    /** One person's report; {@code missing} entries had no value. */
    record Answer(String person, int missing, DiaryReport report) {}

    /** The reports of the persons that are chosen, worked out on every core; throws what is wrong with the table. */
    List<Answer> analyse(Path file, Predicate<String> chosen) {
        DiaryTable table = DiaryTable.read(
                file, new DiaryTable.Told(time, value, person, startColumn, startColumn != null || start == null));
        Optional<Measure> known = known(table);
        Setting.@Nullable Scale scale = scale();
        checkThreshold("--reliable-change", reliableChange);
        checkThreshold("--smallest-change", smallestChange);
        List<String> names = table.people().keySet().stream().filter(chosen).toList();
        List<DiaryTable.Entries> entries = new ArrayList<>();
        List<Diary> diaries = new ArrayList<>();
        for (String name : names) {
            DiaryTable.Entries own =
                    java.util.Objects.requireNonNull(table.people().get(name));
            entries.add(own);
            diaries.add(diary(table, own, known));
        }
        try (Progress progress = Progress.of("diaries", names.size())) {
            return IntStream.range(0, names.size())
                    .parallel()
                    .mapToObj(i -> {
                        Diary diary = diaries.get(i);
                        DiaryReport report = DiaryAnalysis.analyse(diary, setting(table, diary, known, scale));
                        progress.advance(1);
                        return new Answer(names.get(i), entries.get(i).missing, report);
                    })
                    .toList();
        }
    }

    private Diary diary(DiaryTable table, DiaryTable.Entries entries, Optional<Measure> known) {
        Day from = entries.start;
        if (from == null) {
            if (start == null) {
                throw new BadInput(Problem.ofValue(
                        "--start", "", "is missing: the first day of 'afterwards', as a day number or a date"));
            }
            from = Day.parse(start)
                    .orElseThrow(() -> new BadInput(Problem.ofValue(
                            "--start",
                            String.valueOf(start),
                            "is neither a day number nor a date such as 2026-11-22")));
        }
        if (!entries.days.isEmpty() && from.calendar() != table.calendar()) {
            throw new BadInput(Problem.ofValue(
                    "--start",
                    String.valueOf(start),
                    "is " + from.kind() + ", but the table holds " + (table.calendar() ? "dates" : "day numbers")));
        }
        return Diary.of(
                entries.days.stream().mapToDouble(Double::doubleValue).toArray(),
                entries.values.stream().mapToDouble(Double::doubleValue).toArray(),
                from.days(),
                direction(known));
    }

    private Better direction(Optional<Measure> known) {
        if (better == null) {
            return known.map(Measure::better).orElse(Better.LOWER);
        }
        return better == Way.LOW || better == Way.LOWER ? Better.LOWER : Better.HIGHER;
    }

    private Optional<Measure> known(DiaryTable table) {
        if (measure == null) {
            return Measures.find(table.valueName());
        }
        return Optional.of(Measures.find(measure)
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        "--measure",
                        String.valueOf(measure),
                        "is not known; known are: "
                                + String.join(
                                        ", ",
                                        Measures.list().stream()
                                                .map(Measure::id)
                                                .toList())))));
    }

    private Setting.@Nullable Scale scale() {
        if (range == null) {
            return null;
        }
        String[] ends = range.split(":", -1);
        try {
            if (ends.length != 2) {
                throw new IllegalArgumentException(range);
            }
            return new Setting.Scale(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new BadInput(Problem.ofValue("--range", range, "is not LOW:HIGH with LOW below HIGH, such as 0:10"));
        }
    }

    private Setting setting(DiaryTable table, Diary diary, Optional<Measure> known, Setting.@Nullable Scale scale) {
        Setting base = known.map(Setting::of).orElseGet(() -> Setting.unknown(sentenceName(table.valueName()), diary));
        boolean fits = base.scale()
                .map(s -> IntStream.range(0, diary.size())
                        .allMatch(i -> diary.value(i) >= s.low() && diary.value(i) <= s.high()))
                .orElse(true);
        boolean own = reliableChange != null || smallestChange != null;
        return new Setting(
                base.name(),
                scale != null ? Optional.of(scale) : fits ? base.scale() : Optional.empty(),
                own ? optional(reliableChange) : fits ? base.reliableChange() : OptionalDouble.empty(),
                own ? optional(smallestChange) : fits ? base.smallestChange() : OptionalDouble.empty(),
                own ? "as given" : fits ? base.source() : "");
    }

    private static void checkThreshold(String option, @Nullable Double points) {
        if (points != null && !(points >= 0 && points <= Columns.MOST)) {
            throw new BadInput(Problem.ofValue(option, String.valueOf(points), "is not a number of points from 0 up"));
        }
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static String sentenceName(String column) {
        String plain = column.replace('_', ' ').strip();
        return plain.isEmpty() ? "It" : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }
}
