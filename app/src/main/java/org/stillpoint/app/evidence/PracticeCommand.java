package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.evidence.DiaryOptions.Reports;
import org.stillpoint.evidence.diary.Turn;
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

    /** What no such table shows. */
    public static final String NO_CAUSE = "Without a comparison group this cannot show what caused a change.";

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
        List<JudgedClient> clients =
                all.people().parallelStream().map(JudgedClient::of).toList();
        PracticeTally tally = new PracticeTally();
        clients.forEach(tally::add);
        double seconds = (System.nanoTime() - from) / 1e9;
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(tally.json()
                    .put("seconds", seconds)
                    .put("repeatedRows", all.table().repeatedRows())
                    .put("people", clients.stream().map(JudgedClient::json).toList())
                    .put("read", all.table().read().fields()));
        } else {
            out.println(all.table().read().line());
            print(tally, clients, seconds, out);
        }
        return ExitCode.OK;
    }

    private static void print(PracticeTally tally, List<JudgedClient> clients, double seconds, PrintWriter out) {
        tally.print(out, seconds);
        clients.stream()
                .filter(client -> client.turn() == null)
                .limit(MOST_NAMED)
                .forEach(w -> out.printf("    %s: %d entries before%n", w.person(), w.entriesBefore()));
        tally.printFalseAlarms(out);
        List<String> worse = clients.stream()
                .filter(client -> client.turn() == Turn.WORSE)
                .map(JudgedClient::person)
                .toList();
        if (!worse.isEmpty()) {
            out.println("Changed for the worse: " + String.join(", ", worse));
        }
        out.println(NO_CAUSE);
    }
}
