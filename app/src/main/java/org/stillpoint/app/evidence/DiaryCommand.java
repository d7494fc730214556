package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Json;
import org.stillpoint.app.cli.Progress;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.DriftNoise;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.plot.DiaryPlot;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence diary FILE --start DAY}: did one client change, or each client of a practice. */
@Command(
        name = "diary",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "One client's diary before and after a start: did it change, how sure is that, and how often would this very diary have cried wolf?",
            "",
            "A row is an entry: a day (a number, a date, or a date with a time) and a value. Entries need not be regular; rows without a value are passed over. With a column of persons, each is reported.",
            "",
            "--json gives n, nap, levelOnly and trendPlusLevel (each mean, cri95, pBelow0: the plain drift and noise grid), falseAlarmRate, verdict, words; and under deciding the fits that the verdict rests on."
        })
public final class DiaryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of entries.")
    private Path file = Path.of("");

    @Option(
            names = "--start",
            paramLabel = "DAY",
            description = "First day of 'afterwards', written as the times in the table are: a day number or a date.")
    private @Nullable String start;

    @Option(
            names = "--start-column",
            paramLabel = "COLUMN",
            description = "Instead of --start: a column that holds each person's start.")
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

    @Option(names = "--of", paramLabel = "WHO", description = "Report only this person.")
    private @Nullable String of;

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

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw the diary (one person).")
    private @Nullable Path plot;

    /** Which way a measure gets better, as people write it. */
    enum Way {
        LOW,
        LOWER,
        HIGH,
        HIGHER
    }

    /** One person's report. */
    private record Answer(String person, int missing, DiaryReport report) {}

    @Override
    public Integer call() {
        DiaryTable table = DiaryTable.read(file, new DiaryTable.Told(time, value, person, startColumn));
        List<Map.Entry<String, DiaryTable.Entries>> chosen = table.people().entrySet().stream()
                .filter(p -> of == null || p.getKey().equals(of))
                .toList();
        if (chosen.isEmpty()) {
            throw new BadInput(Problem.ofValue("--of", String.valueOf(of), "is no person of this table"));
        }
        List<Answer> answers = analyse(table, chosen);
        if (plot != null) {
            if (answers.size() > 1) {
                throw new BadInput(Problem.ofValue("--plot", "", "draws one person; name one with --of"));
            }
            Charts.write(plot, DiaryPlot.of(answers.getFirst().report()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    answers.size() == 1
                            ? answer(answers.getFirst())
                            : new Json()
                                    .put(
                                            "people",
                                            answers.stream()
                                                    .map(DiaryCommand::answer)
                                                    .toList()));
        } else {
            answers.forEach(answer -> print(answer, out));
        }
        return ExitCode.OK;
    }

    private List<Answer> analyse(DiaryTable table, List<Map.Entry<String, DiaryTable.Entries>> chosen) {
        List<Diary> diaries = new ArrayList<>();
        Optional<Measure> known = known(table);
        for (Map.Entry<String, DiaryTable.Entries> one : chosen) {
            diaries.add(diary(table, one.getValue(), known));
        }
        Setting.@Nullable Scale scale = scale();
        try (Progress progress = Progress.of("diaries", chosen.size())) {
            return IntStream.range(0, chosen.size())
                    .parallel()
                    .mapToObj(i -> {
                        Diary diary = diaries.get(i);
                        DiaryReport report = DiaryAnalysis.analyse(diary, setting(table, diary, known, scale));
                        progress.advance(1);
                        return new Answer(chosen.get(i).getKey(), chosen.get(i).getValue().missing, report);
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

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static String sentenceName(String column) {
        String plain = column.replace('_', ' ').strip();
        return plain.isEmpty() ? "It" : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static Json answer(Answer answer) {
        DiaryReport r = answer.report();
        Json json = new Json();
        if (!answer.person().isEmpty()) {
            json.put("person", answer.person());
        }
        return json.put("n", r.diary().size())
                .put("nBefore", r.diary().sizeBefore())
                .put("nAfter", r.diary().sizeAfter())
                .put("missing", answer.missing())
                .put("difference", r.difference())
                .put("nap", r.nap().map(nap -> nap.estimate()).orElse(null))
                .put("levelOnly", r.levelOnly().map(DiaryCommand::fit).orElse(null))
                .put("trendPlusLevel", r.trendPlusLevel().map(DiaryCommand::fit).orElse(null))
                .put("falseAlarmRate", r.falseAlarms().map(f -> f.rate()).orElse(null))
                .put(
                        "falseAlarms",
                        r.falseAlarms()
                                .map(f -> new Json()
                                        .put(
                                                "from",
                                                f.source() == org.stillpoint.evidence.diary.FalseAlarms.Source.SIMULATED
                                                        ? "made-up diaries that wander as this one does"
                                                        : "pretended starts before the start")
                                        .put("starts", f.starts())
                                        .put("alarms", f.alarms())
                                        .put("changesOfThisSize", f.asLarge()))
                                .orElse(null))
                .put("reliableChange", number(r.setting().reliableChange()))
                .put("smallestChange", number(r.setting().smallestChange()))
                .put("thresholdSource", r.setting().source())
                .put("rule", r.rule())
                .put(
                        "deciding",
                        r.deciding()
                                .map(d -> new Json()
                                        .put("cautious", d.cautious())
                                        .put("levelOnly", fit(d.levelOnly()))
                                        .put("trendPlusLevel", fit(d.trendPlusLevel())))
                                .orElse(null))
                .put("verdict", r.verdict().words())
                .put("better", r.better().orElse(null))
                .put(
                        "moreEntriesBefore",
                        r.moreBefore().isPresent() ? r.moreBefore().getAsInt() : null)
                .put("words", String.join(" ", r.words()));
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static Json fit(DriftNoise.Fit fit) {
        return new Json()
                .put("mean", fit.change().mean())
                .put("median", fit.change().median())
                .put("cri95", fit.change().interval(0.95))
                .put("pBelow0", fit.change().cdf(0))
                .put("df", fit.change().df())
                .put("drift", fit.drift())
                .put("noise", fit.noise());
    }

    private static void print(Answer answer, PrintWriter out) {
        DiaryReport r = answer.report();
        if (!answer.person().isEmpty()) {
            out.println(answer.person());
        }
        r.words().forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%n  %-34s %d before, %d after%s%n",
                "entries",
                r.diary().sizeBefore(),
                r.diary().sizeAfter(),
                answer.missing() > 0 ? ", " + answer.missing() + " without a value" : "");
        out.printf(Locale.ROOT, "  %-34s %.2f%n", "difference of means", r.difference());
        r.nap().ifPresent(nap -> out.printf(Locale.ROOT, "  %-34s %.2f%n", "non-overlap of all pairs", nap.estimate()));
        r.levelOnly().ifPresent(fit -> line(out, "level only (grid)", fit));
        r.trendPlusLevel().ifPresent(fit -> line(out, "trend + level (grid)", fit));
        r.deciding().filter(DiaryReport.Deciding::cautious).ifPresent(d -> {
            line(out, "level only (cautious, decides)", d.levelOnly());
            line(out, "trend + level (cautious, decides)", d.trendPlusLevel());
        });
        r.falseAlarms()
                .ifPresent(f -> out.printf(
                        Locale.ROOT,
                        "  %-34s %.1f %% (%d of %d)%n",
                        "false alarms of this diary",
                        100 * f.rate(),
                        f.alarms(),
                        f.starts()));
        out.printf("  %-34s %s%n%n", "verdict", r.verdict().words());
    }

    private static void line(PrintWriter out, String name, DriftNoise.Fit fit) {
        double[] ends = fit.change().interval(0.95);
        out.printf(
                Locale.ROOT,
                "  %-34s %.2f (%.2f to %.2f), P(lower) %.3f%n",
                name,
                fit.change().mean(),
                ends[0],
                ends[1],
                fit.change().cdf(0));
    }
}
