package org.stillpoint.app.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.DecimalText;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.CommonWords;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a table of diaries is to be read and judged: the options that commands about diaries share. */
public final class DiaryOptions {

    @Option(
            names = "--start",
            paramLabel = "DAY",
            description =
                    "First day of 'afterwards': a date, or written as the times in the table are (else from a column of phases with A before B).")
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
    private @Nullable BetterWhen better;

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
                    "Lowest and highest value of the scale; a value outside is refused (else the measure's; else 0:10 is assumed if every value fits it).")
    private @Nullable String range;

    @Option(names = "--all-one-person", description = "All rows are of one person, whatever the other columns hold.")
    private boolean onePerson;

    @Option(
            names = "--only",
            paramLabel = "COLUMN=VALUE",
            description = "Take only the rows that hold this value there, such as measure=pain. May be given again.")
    private List<String> only = List.of();

    @Option(
            names = "--leave",
            paramLabel = "COLUMN",
            description = "This column says nothing about whose or what the values are. May be given again.")
    private Set<String> leave = Set.of();

    @Option(
            names = "--same-moment",
            paramLabel = "mean|all",
            description =
                    "Where one person has different values at one moment: take their mean, or each as an entry (else asked for). Rows that are the same in person, time and value count once in any case.")
    private DiaryTable.SameMoment sameMoment = DiaryTable.SameMoment.ASK;

    @Option(names = "--far-apart", description = "Entries that lie many years from the others are meant.")
    private boolean farApart;

    @Mixin
    private TableOptions written = new TableOptions();

    /** Which way a measure gets better, as people write it. */
    enum BetterWhen {
        LOW,
        LOWER,
        HIGH,
        HIGHER
    }

    /** What is said of one person; {@code missing} entries had no value. */
    sealed interface PersonReport {
        String person();

        int missing();
    }

    /** One person's report. */
    record StartedReport(String person, int missing, DiaryReport report) implements PersonReport {}

    /** A person who has no start yet, and so nothing to compare; {@code entries} have been made so far. */
    record WaitingReport(String person, int missing, int entries) implements PersonReport {}

    /** What was read, and what is said of each person that was chosen. */
    record Reports(DiaryTable table, List<PersonReport> people) {

        List<StartedReport> started() {
            return people.stream()
                    .flatMap(answer -> answer instanceof StartedReport started
                            ? java.util.stream.Stream.of(started)
                            : java.util.stream.Stream.empty())
                    .toList();
        }
    }

    /** What was read, and the diaries of the persons that were chosen, not yet judged. */
    public record ToldDiaries(DiaryTable table, List<ToldDiary> people) {}

    /** What is said of the persons that are chosen, worked out on every core; throws what is wrong with the table. */
    Reports analyse(Path file, Predicate<String> chosen) {
        ToldDiaries told = read(Table.open(file, how()), chosen);
        try (ProgressBar progress = ProgressBar.of("diaries", told.people().size())) {
            List<PersonReport> answers = told.people().parallelStream()
                    .map(diary -> {
                        PersonReport answer = report(diary);
                        progress.advance(1);
                        return answer;
                    })
                    .toList();
            return new Reports(told.table(), answers);
        }
    }

    /** How the table is written, as far as it was told. */
    public HowToRead how() {
        return written.how();
    }

    /** The column that tells whose a row is, if it was told. */
    public Optional<String> person() {
        return Optional.ofNullable(person);
    }

    /** The column of values, if it was told. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /**
     * The diaries of a table, of the persons that are chosen; throws what is wrong with it.
     *
     * @param opened as {@link #how} tells
     */
    public ToldDiaries read(Table opened, Predicate<String> chosen) {
        Setting.@Nullable Scale scale = Ranges.parse(range);
        checkThreshold("--reliable-change", reliableChange);
        checkThreshold("--smallest-change", smallestChange);
        only.stream().filter(rows -> rows.indexOf('=') < 1).findFirst().ifPresent(rows -> {
            throw new BadInput(Problem.ofValue("--only", rows, "is not COLUMN=VALUE"));
        });
        DiaryTable table = DiaryTable.read(
                opened,
                new DiaryTable.Instructions(
                        time,
                        null,
                        value,
                        person,
                        startColumn,
                        startColumn != null || start == null,
                        onePerson,
                        only,
                        leave,
                        sameMoment,
                        farApart,
                        true,
                        column -> bound(column, scale),
                        how()));
        Optional<Measure> known = known(table.valueName());
        Starts starts = new Starts(table, start, leave, farApart);
        Optional<Setting.Scale> bound =
                bound(new Column(table.valueName(), 0), scale).map(DiaryTable.Bound::scale);
        List<ToldDiary> people = table.people().entrySet().stream()
                .filter(own -> chosen.test(own.getKey()))
                .map(own ->
                        ToldDiary.of(own.getKey(), own.getValue(), starts.of(own.getValue()), table.valueName(), bound))
                .toList();
        say(table, known, bound);
        return new ToldDiaries(table, people);
    }

    /** What is said of one person; asks for nothing but what is told, on whatever machine. */
    PersonReport report(ToldDiary told) {
        if (!told.hasStarted()) {
            return new WaitingReport(told.person(), told.missing(), told.days().length);
        }
        Optional<Measure> known = known(told.measure());
        Diary diary = Diary.of(told.days(), told.values(), told.start(), direction(known));
        return new StartedReport(
                told.person(), told.missing(), DiaryAnalysis.analyse(diary, setting(told, diary, known)));
    }

    /** The verdict on one person, with how often their diary cries wolf. */
    public JudgedClient judge(ToldDiary told) {
        return JudgedClient.of(report(told));
    }

    private void say(DiaryTable table, Optional<Measure> known, Optional<Setting.Scale> bound) {
        String from = better != null
                ? " (as told)"
                : known.isPresent() ? "" : " (taken for granted; --better high for the other way)";
        table.read()
                .decided("direction", (direction(known) == Better.LOWER ? "lower" : "higher") + " is better" + from);
        known.ifPresent(measure -> table.read().decided("measure", measure.id()));
        bound.ifPresent(
                s -> table.read().decided("scale", DecimalText.plain(s.low()) + " to " + DecimalText.plain(s.high())));
        if (known.isPresent() && !ownScale(known.get(), bound)) {
            table.read()
                    .note("The scale is not that of " + known.get().id()
                            + ", so its reliable change and smallest change that matters are not used.");
        }
    }

    /** Whether the scale that binds is the measure's own. */
    private static boolean ownScale(Measure measure, Optional<Setting.Scale> bound) {
        return bound.map(s -> s.low() == measure.low() && s.high() == measure.high())
                .orElse(true);
    }

    /** What binds the values of this column: a range that was told, a range in its name, or the scale of a known measure. */
    private Optional<DiaryTable.Bound> bound(Column column, Setting.@Nullable Scale scale) {
        if (scale != null) {
            return Optional.of(new DiaryTable.Bound(scale, new CommonWords.Verbatim("the range that was told")));
        }
        Optional<Setting.Scale> named = Columns.rangeIn(column.name());
        if (measure == null && named.isPresent()) {
            return Optional.of(
                    new DiaryTable.Bound(named.get(), new CommonWords.Verbatim("the range in the column's name")));
        }
        return known(column.name())
                .map(m -> new DiaryTable.Bound(
                        new Setting.Scale(m.low(), m.high()), new CommonWords.Verbatim("the scale of " + m.id())));
    }

    private Better direction(Optional<Measure> known) {
        if (better == null) {
            return known.map(Measure::better).orElse(Better.LOWER);
        }
        return better == BetterWhen.LOW || better == BetterWhen.LOWER ? Better.LOWER : Better.HIGHER;
    }

    private Optional<Measure> known(String column) {
        if (measure == null) {
            return Measures.find(column)
                    .or(() -> Measures.find(
                            column.replaceAll("\\s*[(\\[].*[)\\]]\\s*$", "").strip()));
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

    private Setting setting(ToldDiary told, Diary diary, Optional<Measure> known) {
        Optional<Setting.Scale> bound = told.scale();
        Setting base = known.map(Setting::of).orElseGet(() -> Setting.unknown(sentenceName(told.measure()), diary));
        boolean its = known.map(m -> ownScale(m, bound)).orElse(true);
        boolean own = reliableChange != null || smallestChange != null;
        return new Setting(
                base.name(),
                bound.or(base::scale),
                own ? optional(reliableChange) : its ? base.reliableChange() : OptionalDouble.empty(),
                own ? optional(smallestChange) : its ? base.smallestChange() : OptionalDouble.empty(),
                own ? "as given" : its ? base.source() : "");
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
