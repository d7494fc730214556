package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.FalseAlarmStudy;
import org.stillpoint.evidence.diary.FalseAlarmStudy.MadeUpDiary;
import org.stillpoint.evidence.diary.FalseAlarmStudy.Rates;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.diary.DiaryTable;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench false-alarms FILE}: how often each way of judging calls a change where nothing was done. */
@Command(
        name = "false-alarms",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How often a change is called in diaries of people to whom nothing was done (a pretended start), and in made-up diaries; nominal 5 %%.",
            "",
            "A row of FILE is an entry: person, day, value. Where a table of the same name with 'groups' for 'ratings' lies beside it, only its untreated arm is used (column Placebo_Tx_or_NoTx, value 3: no treatment), or the arm that --groups, --arm-column and --arm name."
        })
public final class FalseAlarmsCommand implements Callable<Integer> {

    private static final int[][] WINDOWS = {{14, 28, 2}, {7, 14, 3}};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of diaries.")
    private Path file = Path.of("");

    @Option(names = "--groups", paramLabel = "FILE", description = "Table of persons with their arm.")
    private @Nullable Path groups;

    @Option(
            names = "--arm-column",
            paramLabel = "COLUMN",
            defaultValue = "Placebo_Tx_or_NoTx",
            description = "Column of arms (${DEFAULT-VALUE}).")
    private String armColumn = "";

    @Option(
            names = "--arm",
            paramLabel = "VALUE",
            defaultValue = "3",
            description = "The untreated arm (${DEFAULT-VALUE}).")
    private String arm = "";

    @Option(names = "--time", paramLabel = "COLUMN", description = "Times.")
    private @Nullable String time;

    @Option(names = "--value", paramLabel = "COLUMN", description = "Values, on a scale of 0 to 10.")
    private @Nullable String value;

    @Option(names = "--person", paramLabel = "COLUMN", description = "Persons.")
    private @Nullable String person;

    @Option(
            names = "--simulations",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Made-up diaries of each kind; 0 for none (${DEFAULT-VALUE}).")
    private int simulations;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Diary> diaries = untreated();
        FalseAlarmStudy study = new FalseAlarmStudy(new Setting.Scale(0, 10));
        List<JsonAnswer> real = new ArrayList<>();
        List<JsonAnswer> madeUp = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(
                    "%d untreated diaries; share of windows in which a change was called (nominal 5 %%)%n%n",
                    diaries.size());
            heading(out);
        }
        for (int[] window : WINDOWS) {
            Rates rates = study.placeboInTime(diaries, window[0], window[1], window[2]);
            real.add(rates(new JsonAnswer().put("daysBefore", window[0]).put("daysAfter", window[1]), rates));
            if (!json) {
                line(out, "real, " + window[0] + "+" + window[1] + " days", rates);
            }
        }
        List<JsonAnswer> harder = new ArrayList<>();
        if (simulations > 0) {
            simulate(study, FalseAlarmStudy.kinds(), madeUp, out);
            if (!json) {
                out.printf("%nHarder than the rule was set for:%n");
            }
            simulate(study, FalseAlarmStudy.harder(), harder, out);
        }
        if (json) {
            out.println(new JsonAnswer()
                    .put("nominal", 0.05)
                    .put("untreatedDiaries", diaries.size())
                    .put("realDiaries", real)
                    .put("simulations", simulations)
                    .put("madeUpDiaries", madeUp)
                    .put("harderDiaries", harder));
        } else {
            out.printf(
                    "%n'verdict' is the rule that decides (cautious priors); 'plain rule' is the same rule on the plain grid.%n");
            out.printf(
                    Locale.ROOT,
                    "Made-up diaries: one entry a day on %.0f %% of days, whole points 0 to 10, sd %.1f, where nothing else is said; %d of each kind.%n",
                    100 * FalseAlarmStudy.ADHERENCE,
                    FalseAlarmStudy.SD,
                    simulations);
        }
        return ExitCode.OK;
    }

    private void simulate(FalseAlarmStudy study, List<MadeUpDiary> kinds, List<JsonAnswer> answers, PrintWriter out) {
        try (ProgressBar progress = ProgressBar.of("kinds of made-up diary", kinds.size())) {
            for (MadeUpDiary kind : kinds) {
                Rates rates = study.simulate(kind, simulations);
                answers.add(rates(described(kind), rates));
                if (!json) {
                    line(out, text(kind), rates);
                }
                progress.advance(1);
            }
        }
    }

    private List<Diary> untreated() {
        DiaryTable table = DiaryTable.read(file, DiaryTable.Instructions.of(time, value, person, written.how()));
        Optional<Set<String>> chosen = groupsFile().map(this::inArm);
        List<Diary> diaries = table.people().entrySet().stream()
                .filter(p -> chosen.map(who -> who.contains(p.getKey())).orElse(true))
                .map(Map.Entry::getValue)
                .map(e -> Diary.of(
                        e.days().stream().mapToDouble(Double::doubleValue).toArray(),
                        e.values().stream().mapToDouble(Double::doubleValue).toArray(),
                        0,
                        Better.LOWER))
                .toList();
        if (diaries.isEmpty()) {
            throw new BadInput(Problem.ofFile(String.valueOf(file.getFileName()), "holds no diary of arm " + arm));
        }
        return diaries;
    }

    private Optional<Path> groupsFile() {
        if (groups != null) {
            return Optional.of(groups);
        }
        String name = String.valueOf(file.getFileName());
        Path beside = file.resolveSibling(name.replace("ratings", "groups"));
        return name.contains("ratings") && Files.exists(beside) ? Optional.of(beside) : Optional.empty();
    }

    private Set<String> inArm(Path path) {
        try (Table table = Table.open(path)) {
            Column who = table.columns().getFirst();
            Column which = table.getColumn(armColumn);
            Set<String> people = new java.util.HashSet<>();
            for (Row row : table) {
                if (row.text(which).equals(arm)) {
                    people.add(row.text(who));
                }
            }
            table.check();
            return people.stream().collect(Collectors.toUnmodifiableSet());
        }
    }

    private static JsonAnswer described(MadeUpDiary kind) {
        return new JsonAnswer()
                .put("daysBefore", kind.daysBefore())
                .put("daysAfter", kind.daysAfter())
                .put("drift", kind.drift())
                .put("sd", kind.sd())
                .put("noiseSd", kind.noiseSd())
                .put("change", kind.change())
                .put("slopePerDay", kind.slope())
                .put("adherence", kind.adherence());
    }

    private static JsonAnswer rates(JsonAnswer json, Rates rates) {
        return json.put("windows", rates.windows())
                .put("welch", rates.welch())
                .put("mannWhitney", rates.mannWhitney())
                .put("levelOnly", rates.levelOnly())
                .put("trendPlusLevel", rates.trendPlusLevel())
                .put("plainRule", rates.plainRule())
                .put("verdict", rates.verdict())
                .put("meanChange", rates.meanChange());
    }

    private static String text(MadeUpDiary kind) {
        String what = kind.change() != 0
                ? String.format(Locale.ROOT, "power, change %.0f", kind.change())
                : kind.slope() != 0 ? "slow natural recovery" : "no change";
        String noise = kind.noiseSd() > 0 ? " + noise" : kind.sd() == FalseAlarmStudy.SD ? "" : ", sd " + kind.sd();
        String days = kind.adherence() == FalseAlarmStudy.ADHERENCE
                ? ""
                : String.format(Locale.ROOT, ", %.0f %% of days", 100 * kind.adherence());
        return String.format(
                Locale.ROOT,
                "%s, drift %.1f%s, %d+%d%s",
                what,
                kind.drift(),
                noise,
                kind.daysBefore(),
                kind.daysAfter(),
                days);
    }

    private static void heading(PrintWriter out) {
        out.printf(
                "%-54s %7s %7s %7s %7s %7s %7s %7s%n",
                "", "windows", "Welch", "NAP", "level", "trend+", "plain", "verdict");
        out.printf("%-54s %7s %7s %7s %7s %7s %7s %7s%n", "", "", "", "", "only", "level", "rule", "");
    }

    private static void line(PrintWriter out, String what, Rates r) {
        out.printf(
                Locale.ROOT,
                "%-54s %7d %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%% %6.1f%%%n",
                what,
                r.windows(),
                100 * r.welch(),
                100 * r.mannWhitney(),
                100 * r.levelOnly(),
                100 * r.trendPlusLevel(),
                100 * r.plainRule(),
                100 * r.verdict());
    }
}
