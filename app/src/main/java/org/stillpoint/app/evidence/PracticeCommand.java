package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.evidence.DiaryOptions.PersonReport;
import org.stillpoint.app.evidence.DiaryOptions.Reports;
import org.stillpoint.app.evidence.DiaryOptions.StartedReport;
import org.stillpoint.app.evidence.DiaryOptions.WaitingReport;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Turn;
import org.stillpoint.evidence.diary.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence practice FILE}: who changed, who did not and who got worse, over many clients. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Every client of a practice: who changed, who did not, who got worse, and for how many a change would have been called by chance.",
            "",
            "A row is an entry: a client, a day, a value, and the client's first day of 'afterwards' in a column 'start' (or --start-column, or one --start for all), in any of the client's rows; who has none has not started yet.",
            "",
            "Without a comparison group this cannot show what caused a change, and not how much response varies between people.",
            "",
            "Worse is worse however small; better must be more than measurement error and matter.",
            "",
            "--json gives read (what was made of the table), repeatedRows, clients, notStarted, verdicts (changed, tooSmall, unclear, tooEarly), better, worse, expectedFalseAlarms, seconds, and under people each client's verdict, change, interval and false-alarm rate."
        })
public final class PracticeCommand implements Callable<Integer> {

    private static final int MOST_NAMED = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of entries.")
    private Path file = Path.of("");

    @Mixin
    private DiaryOptions diaries = new DiaryOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        long from = System.nanoTime();
        Reports all = diaries.analyse(file, name -> true);
        Map<String, Double> alarms = falseAlarmRates(all.started());
        double seconds = (System.nanoTime() - from) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(all, alarms, seconds));
        } else {
            out.println(all.table().read().line());
            print(all, alarms, seconds, out);
        }
        return ExitCode.OK;
    }

    /** Of those with enough entries for both fits, by name. */
    private static Map<String, Double> falseAlarmRates(List<StartedReport> answers) {
        return answers.parallelStream()
                .filter(answer -> answer.report().judged().isPresent())
                .collect(Collectors.toConcurrentMap(
                        StartedReport::person,
                        answer -> answer.report()
                                .judged()
                                .orElseThrow()
                                .falseAlarms()
                                .rate()));
    }

    private static JsonAnswer json(Reports all, Map<String, Double> alarms, double seconds) {
        List<StartedReport> answers = all.started();
        JsonAnswer verdicts = new JsonAnswer();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(
                    name(verdict),
                    answers.stream()
                            .filter(a -> a.report().verdict() == verdict)
                            .count());
        }
        return new JsonAnswer()
                .put("clients", all.people().size())
                .put("notStarted", all.waiting().size())
                .put("verdicts", verdicts)
                .put("better", count(answers, Turn.BETTER))
                .put("worse", count(answers, Turn.WORSE))
                .put("expectedFalseAlarms", expectedFalseAlarms(answers, alarms))
                .put("seconds", seconds)
                .put("repeatedRows", all.table().repeatedRows())
                .put(
                        "people",
                        all.people().stream()
                                .map(person -> client(person, alarms))
                                .toList())
                .put("read", all.table().read().fields());
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case CHANGED -> "changed";
            case TOO_SMALL -> "tooSmall";
            case UNCLEAR -> "unclear";
            case TOO_EARLY -> "tooEarly";
        };
    }

    private static JsonAnswer client(PersonReport answer, Map<String, Double> alarms) {
        return switch (answer) {
            case StartedReport started -> client(started, alarms);
            case WaitingReport waiting ->
                new JsonAnswer()
                        .put("person", waiting.person())
                        .put("nBefore", waiting.entries())
                        .put("nAfter", 0)
                        .put("missing", waiting.missing())
                        .put("verdict", DiaryCommand.NOT_STARTED);
        };
    }

    private static JsonAnswer client(StartedReport answer, Map<String, Double> alarms) {
        DiaryReport r = answer.report();
        return new JsonAnswer()
                .put("person", answer.person())
                .put("nBefore", r.diary().sizeBefore())
                .put("nAfter", r.diary().sizeAfter())
                .put("missing", answer.missing())
                .put("verdict", DiarySaid.of(r.verdict()))
                .put("better", r.judged().map(DiaryReport.Judged::better).orElse(null))
                .put(
                        "change",
                        r.judged()
                                .map(j -> j.deciding().levelOnly().change().mean())
                                .orElse(null))
                .put(
                        "cri95",
                        r.judged()
                                .map(j -> j.deciding().levelOnly().change().interval(0.95))
                                .orElse(null))
                .put("falseAlarmRate", alarms.get(answer.person()));
    }

    private static void print(Reports all, Map<String, Double> alarms, double seconds, PrintWriter out) {
        List<StartedReport> answers = all.started();
        out.printf(
                Locale.ROOT,
                "%n%,d %s in %.1f s%n%n",
                all.people().size(),
                all.people().size() == 1 ? "client" : "clients",
                seconds);
        for (Turn turn : Turn.values()) {
            line(out, DiarySaid.of(turn), count(answers, turn), all.people().size());
        }
        if (!all.waiting().isEmpty()) {
            line(
                    out,
                    DiaryCommand.NOT_STARTED,
                    all.waiting().size(),
                    all.people().size());
            all.waiting().stream()
                    .limit(MOST_NAMED)
                    .forEach(w -> out.printf("    %s: %d entries before%n", w.person(), w.entries()));
        }
        out.printf(
                Locale.ROOT,
                "%nIn diaries like these, where nothing is done, the rule would call a change in about %.0f.%n",
                expectedFalseAlarms(answers, alarms));
        List<String> worse = answers.stream()
                .filter(a -> Turn.of(a.report()) == Turn.WORSE)
                .map(StartedReport::person)
                .toList();
        if (!worse.isEmpty()) {
            out.println("Changed for the worse: " + String.join(", ", worse));
        }
        out.println("Without a comparison group this cannot show what caused a change.");
    }

    private static void line(PrintWriter out, String what, long count, int of) {
        out.printf(Locale.ROOT, "  %-26s %,7d  %5.1f %%%n", what, count, 100.0 * count / of);
    }

    private static long count(List<StartedReport> answers, Turn turn) {
        return answers.stream()
                .filter(answer -> Turn.of(answer.report()) == turn)
                .count();
    }

    /** Sum of the false-alarm rates of the diaries with enough entries to be judged. */
    private static double expectedFalseAlarms(List<StartedReport> answers, Map<String, Double> alarms) {
        return answers.stream()
                .filter(answer -> answer.report().verdict() != Verdict.TOO_EARLY)
                .mapToDouble(answer -> alarms.getOrDefault(answer.person(), 0.0))
                .sum();
    }
}
