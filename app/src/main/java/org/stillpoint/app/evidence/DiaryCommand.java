package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.evidence.DiaryOptions.PersonReport;
import org.stillpoint.app.evidence.DiaryOptions.Reports;
import org.stillpoint.app.evidence.DiaryOptions.StartedReport;
import org.stillpoint.app.evidence.DiaryOptions.WaitingReport;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.DriftNoise;
import org.stillpoint.evidence.diary.FalseAlarms;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Read;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "What the table holds is said in one line; what could be understood in two ways is asked for, with the option that answers it.",
            "",
            "--json gives read (what was made of the table), repeatedRows, n, nap, levelOnly and trendPlusLevel (each mean, cri95, pBelow0: the plain drift and noise grid), falseAlarmRate, verdict, words; and under deciding the fits that the verdict rests on."
        })
public final class DiaryCommand implements Callable<Integer> {

    /** Said of a person who has no first day of afterwards. */
    static final String NOT_STARTED = "not started yet";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of entries.")
    private Path file = Path.of("");

    @Mixin
    private DiaryOptions diaries = new DiaryOptions();

    @Option(names = "--of", paramLabel = "WHO", description = "Report only this person.")
    private @Nullable String of;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw the diary (one person).")
    private @Nullable Path plot;

    @Override
    public Integer call() {
        Reports answers =
                diaries.analyse(file, name -> of == null || Cells.sameName(name).equals(Cells.sameName(of)));
        if (answers.people().isEmpty()) {
            throw new BadInput(Problem.ofValue("--of", String.valueOf(of), "is no person of this table"));
        }
        if (plot != null) {
            if (answers.people().size() > 1 || answers.started().isEmpty()) {
                throw new BadInput(
                        Problem.ofValue("--plot", "", "draws one person who has started; name one with --of"));
            }
            DiaryReport report = answers.started().getFirst().report();
            if (report.diary().size() == 0) {
                throw new BadInput(Problem.ofFile(String.valueOf(file.getFileName()), "holds no entry to draw"));
            }
            ChartFiles.write(plot, DiaryDrawing.of(report, DiarySaid.of(report)));
        }
        PrintWriter out = spec.commandLine().getOut();
        Read read = answers.table().read();
        if (json) {
            JsonAnswer whole = answers.people().size() == 1
                    ? answer(answers.people().getFirst())
                    : new JsonAnswer()
                            .put(
                                    "people",
                                    answers.people().stream()
                                            .map(DiaryCommand::answer)
                                            .toList());
            out.println(
                    whole.put("repeatedRows", answers.table().repeatedRows()).put("read", read.fields()));
        } else {
            out.println(read.line());
            out.println();
            answers.people().forEach(answer -> print(answer, out));
        }
        return ExitCode.OK;
    }

    private static JsonAnswer answer(PersonReport answer) {
        return switch (answer) {
            case StartedReport started -> answer(started);
            case WaitingReport waiting ->
                new JsonAnswer()
                        .put("person", waiting.person())
                        .put("nBefore", waiting.entries())
                        .put("nAfter", 0)
                        .put("missing", waiting.missing())
                        .put("verdict", NOT_STARTED);
        };
    }

    private static void print(PersonReport answer, PrintWriter out) {
        switch (answer) {
            case StartedReport started -> print(started, out);
            case WaitingReport waiting ->
                out.printf("%s%n%s: %d entries before%n%n", waiting.person(), NOT_STARTED, waiting.entries());
        }
    }

    private static JsonAnswer answer(StartedReport answer) {
        DiaryReport r = answer.report();
        Optional<FalseAlarms> falseAlarms = r.judged().map(DiaryReport.Judged::falseAlarms);
        JsonAnswer json = new JsonAnswer();
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
                .put(
                        "trendPlusLevel",
                        r.judged()
                                .flatMap(DiaryReport.Judged::trendPlusLevel)
                                .map(DiaryCommand::fit)
                                .orElse(null))
                .put("falseAlarmRate", falseAlarms.map(FalseAlarms::rate).orElse(null))
                .put(
                        "falseAlarms",
                        falseAlarms
                                .map(f -> new JsonAnswer()
                                        .put(
                                                "from",
                                                f.source() == FalseAlarms.StartSource.SIMULATED
                                                        ? "made-up diaries that wander as this one does"
                                                        : "pretended starts before the start")
                                        .put("starts", f.starts())
                                        .put("alarms", f.alarms())
                                        .put("changesOfThisSize", f.asLarge()))
                                .orElse(null))
                .put("reliableChange", number(r.setting().reliableChange()))
                .put("smallestChange", number(r.setting().smallestChange()))
                .put("thresholdSource", r.setting().source())
                .put("rule", DiarySaid.rule(r))
                .put(
                        "deciding",
                        r.judged()
                                .map(j -> new JsonAnswer()
                                        .put("cautious", j.cautious())
                                        .put("levelOnly", fit(j.deciding().levelOnly()))
                                        .put("trendPlusLevel", fit(j.deciding().trendPlusLevel())))
                                .orElse(null))
                .put("verdict", DiarySaid.of(r.verdict()))
                .put("better", r.judged().map(DiaryReport.Judged::better).orElse(null))
                .put("moreEntriesBefore", moreBefore(r))
                .put("words", String.join(" ", DiarySaid.of(r)));
    }

    private static @Nullable Integer moreBefore(DiaryReport report) {
        return switch (report) {
            case DiaryReport.TooFew few -> few.moreBefore();
            case DiaryReport.WithoutScatter same -> number(same.moreBefore());
            case DiaryReport.Judged judged -> number(judged.moreBefore());
        };
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static JsonAnswer fit(DriftNoise.Fit fit) {
        return new JsonAnswer()
                .put("mean", fit.change().mean())
                .put("median", fit.change().median())
                .put("cri95", fit.change().interval(0.95))
                .put("pBelow0", fit.change().cdf(0))
                .put("df", fit.change().df())
                .put("drift", fit.drift())
                .put("noise", fit.noise());
    }

    private static void print(StartedReport answer, PrintWriter out) {
        DiaryReport r = answer.report();
        if (!answer.person().isEmpty()) {
            out.println(answer.person());
        }
        DiarySaid.of(r).forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%n  %-34s %d before, %d after%s%n",
                "entries",
                r.diary().sizeBefore(),
                r.diary().sizeAfter(),
                answer.missing() > 0 ? ", " + answer.missing() + " without a value" : "");
        r.nap().ifPresent(nap -> {
            out.printf(Locale.ROOT, "  %-34s %.2f%n", "difference of means", r.difference());
            out.printf(Locale.ROOT, "  %-34s %.2f%n", "non-overlap of all pairs", nap.estimate());
        });
        r.levelOnly().ifPresent(fit -> line(out, "level only (grid)", fit));
        r.judged().flatMap(DiaryReport.Judged::trendPlusLevel).ifPresent(fit -> line(out, "trend + level (grid)", fit));
        r.judged().filter(DiaryReport.Judged::cautious).ifPresent(j -> {
            line(out, "level only (cautious, decides)", j.deciding().levelOnly());
            line(out, "trend + level (cautious, decides)", j.deciding().trendPlusLevel());
        });
        r.judged()
                .map(DiaryReport.Judged::falseAlarms)
                .ifPresent(f -> out.printf(
                        Locale.ROOT,
                        "  %-34s %.1f %% (%d of %d)%n",
                        "false alarms of this diary",
                        100 * f.rate(),
                        f.alarms(),
                        f.starts()));
        out.printf("  %-34s %s%n%n", "verdict", DiarySaid.of(r.verdict()));
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
