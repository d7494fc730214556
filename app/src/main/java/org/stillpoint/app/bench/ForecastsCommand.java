package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.forecast.Aggregate;
import org.stillpoint.evidence.forecast.AheadScored;
import org.stillpoint.evidence.forecast.AheadScored.WeekErrors;
import org.stillpoint.evidence.forecast.LeaveOneOut;
import org.stillpoint.evidence.forecast.NextDay;
import org.stillpoint.evidence.forecast.Scores;
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

/** {@code stillpoint bench forecasts FILE}: what simple forecasts reach on real people, and ours beside them. */
@Command(
        name = "forecasts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What simple forecasts reach; for diaries also their aggregate, each weighed by its own past errors, and the expected course.",
            "",
            "With --before and --after a row of FILE is a person of a trial: each is forecast from all others (leave-one-out) by the last value, the mean change, regression to the mean, and that with the arm.",
            "",
            "Else a row is an entry of a diary (person, day, value): each day after the first ten is forecast from the days so far; mean absolute error in points; then the mean of the seven days after, which the ledger's model forecasts. --json gives n, each forecaster's error, and week (n, errors, cover80: how often its 80 %% range held). Entries are put in the order of --time; a day of the year that wraps at New Year is no time, a date is."
        })
public final class ForecastsCommand implements Callable<Integer> {

    private static final String AGGREGATE = "aggregate";
    private static final String OURS = "expected course";
    private static final int LEAST_PEOPLE = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table.")
    private Path file = Path.of("");

    @Option(names = "--before", paramLabel = "COLUMN", description = "Trial: scores before.")
    private @Nullable String before;

    @Option(names = "--after", paramLabel = "COLUMN", description = "Trial: scores after.")
    private @Nullable String after;

    @Option(names = "--arm", paramLabel = "COLUMN", description = "Trial: arms.")
    private @Nullable String arm;

    @Option(names = "--treated", paramLabel = "VALUE", description = "Trial: the treated arm (1).", defaultValue = "1")
    private String treated = "";

    @Option(names = "--leave-out", paramLabel = "VALUE", description = "Trial: an arm that is not looked at.")
    private @Nullable String leaveOut;

    @Option(names = "--time", paramLabel = "COLUMN", description = "Diaries: times.")
    private @Nullable String time;

    @Option(names = "--value", paramLabel = "COLUMN", description = "Diaries: values.")
    private @Nullable String value;

    @Option(names = "--person", paramLabel = "COLUMN", description = "Diaries: persons.")
    private @Nullable String person;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (before != null && after != null) {
            trial(before, after, out);
        } else {
            diaries(out);
        }
        return ExitCode.OK;
    }

    private void trial(String from, String to, PrintWriter out) {
        List<double[]> people = new ArrayList<>();
        try (Table table = Table.open(file, written.how())) {
            Column first = table.getColumn(from);
            Column last = table.getColumn(to);
            Optional<Column> which = Optional.ofNullable(arm).map(table::getColumn);
            for (Row row : table) {
                double one = row.numberOrMissing(first, -Double.MAX_VALUE, Double.MAX_VALUE);
                double two = row.numberOrMissing(last, -Double.MAX_VALUE, Double.MAX_VALUE);
                String own = which.map(row::text).orElse("");
                if (!row.isMissing(first) && !row.isMissing(last) && !own.equals(leaveOut)) {
                    people.add(new double[] {one, two, own.equals(treated) ? 1 : 0});
                }
            }
            table.check();
            if (people.size() < LEAST_PEOPLE
                    || people.stream().mapToDouble(p -> p[0]).distinct().count() < LEAST_PEOPLE - 1) {
                throw new BadInput(Problem.ofFile(
                        table.name(), "holds too few people with both scores: five or more that differ were expected"));
            }
        }
        double[] a = people.stream().mapToDouble(p -> p[0]).toArray();
        double[] b = people.stream().mapToDouble(p -> p[1]).toArray();
        double[] arms = people.stream().mapToDouble(p -> p[2]).toArray();
        boolean twoArms = Arrays.stream(arms).distinct().count() == 2;
        List<LeaveOneOut> rows = LeaveOneOut.of(a, b, twoArms ? arms : null);
        if (json) {
            JsonAnswer answer = new JsonAnswer().put("n", a.length);
            rows.forEach(row -> answer.put(row.name(), scores(row)));
            out.println(answer.put("base_rate_only_Brier30", LeaveOneOut.baseRateBrier30(a, b)));
            return;
        }
        out.printf("%d people, each forecast from all others%n%n", a.length);
        out.printf("%-20s %8s %8s %8s %8s %8s %8s%n", "", "MAE", "RMSE", "CRPS", "log", "80 %", "Brier30");
        for (LeaveOneOut row : rows) {
            Scores s = row.scores();
            out.printf(
                    Locale.ROOT,
                    "%-20s %8.3f %8.3f %8.3f %8.3f %8.3f %8.4f%n",
                    row.name(),
                    s.meanAbsoluteError(),
                    s.rootMeanSquareError(),
                    s.crps(),
                    s.logScore(),
                    s.coverage(),
                    row.brier30());
        }
    }

    private static JsonAnswer scores(LeaveOneOut row) {
        Scores s = row.scores();
        return new JsonAnswer()
                .put("MAE", s.meanAbsoluteError())
                .put("RMSE", s.rootMeanSquareError())
                .put("CRPS", s.crps())
                .put("logscore", s.logScore())
                .put("cover80", s.coverage())
                .put("Brier30", row.brier30());
    }

    private void diaries(PrintWriter out) {
        DiaryTable table = DiaryTable.read(file, DiaryTable.Instructions.of(time, value, person, written.how()));
        List<TreeMap<Double, List<Double>>> people =
                table.people().values().stream().map(ForecastsCommand::byDay).toList();
        List<NextDay> simple = people.stream()
                .map(days -> NextDay.of(days.values().stream()
                        .mapToDouble(ForecastsCommand::mean)
                        .toArray()))
                .toList();
        Map<String, double[]> errors = new java.util.LinkedHashMap<>();
        for (int f = 0; f < NextDay.NAMES.length; f++) {
            int forecast = f;
            errors.put(
                    NextDay.NAMES[f],
                    simple.stream()
                            .flatMapToDouble(d -> Arrays.stream(d.errors()[forecast]))
                            .toArray());
        }
        errors.put(
                AGGREGATE,
                people.stream()
                        .flatMapToDouble(days -> Arrays.stream(aggregate(days)))
                        .toArray());
        List<AheadScored> ahead;
        try (ProgressBar progress = ProgressBar.of("diaries", people.size())) {
            ahead = people.parallelStream()
                    .flatMap(days -> {
                        List<AheadScored> own = ahead(days);
                        progress.advance(1);
                        return own.stream();
                    })
                    .toList();
        }
        errors.put(OURS, ahead.stream().mapToDouble(AheadScored::day).toArray());
        if (ahead.isEmpty()) {
            throw new BadInput(Problem.ofFile(
                    String.valueOf(file.getFileName()), "no diary has more than ten days to be forecast from"));
        }
        List<WeekErrors> weeks =
                ahead.stream().flatMap(each -> each.week().stream()).toList();
        Map<String, Double> ofWeeks = new java.util.LinkedHashMap<>();
        ofWeeks.put(NextDay.NAMES[0], mean(weeks, WeekErrors::last));
        ofWeeks.put(NextDay.NAMES[2], mean(weeks, WeekErrors::lastSeven));
        ofWeeks.put(OURS, mean(weeks, WeekErrors::course));
        ofWeeks.put(AGGREGATE, mean(weeks, WeekErrors::aggregate));
        double held = mean(weeks, each -> each.held() ? 1 : 0);
        if (json) {
            JsonAnswer answer = new JsonAnswer().put("n", ahead.size());
            errors.forEach(
                    (name, off) -> answer.put(name, Arrays.stream(off).average().orElseThrow()));
            JsonAnswer week = new JsonAnswer().put("n", weeks.size());
            ofWeeks.forEach(week::put);
            out.println(answer.put("week", week.put("cover80", held)));
            return;
        }
        out.printf(
                "%d days of %d diaries, each forecast from the days before; mean absolute error%n%n",
                ahead.size(), people.size());
        errors.forEach((name, off) -> out.printf(
                Locale.ROOT, "%-20s %8.3f%n", name, Arrays.stream(off).average().orElseThrow()));
        out.printf("%nThe mean of the seven days after, where four are written (%d)%n%n", weeks.size());
        ofWeeks.forEach((name, off) -> out.printf(Locale.ROOT, "%-20s %8.3f%n", name, off));
        out.printf(Locale.ROOT, "%nThe aggregate's 80 %% range of that mean held %.1f %%.%n", 100 * held);
    }

    private static double mean(List<WeekErrors> weeks, ToDoubleFunction<WeekErrors> what) {
        return weeks.stream().mapToDouble(what).average().orElse(Double.NaN);
    }

    private static TreeMap<Double, List<Double>> byDay(DiaryTable.Entries entries) {
        TreeMap<Double, List<Double>> days = new TreeMap<>();
        List<Double> at = entries.days();
        List<Double> values = entries.values();
        for (int i = 0; i < at.size(); i++) {
            days.computeIfAbsent(Math.floor(at.get(i)), d -> new ArrayList<>()).add(values.get(i));
        }
        return days;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Errors of the aggregate of simple forecasters, day after day. */
    private static double[] aggregate(TreeMap<Double, List<Double>> byDay) {
        double[] values =
                byDay.values().stream().mapToDouble(ForecastsCommand::mean).toArray();
        double[] said = Aggregate.forecasts(values);
        return IntStream.range(NextDay.LEAST_HISTORY, values.length)
                .mapToDouble(i -> Math.abs(values[i] - said[i - 1]))
                .toArray();
    }

    private static List<AheadScored> ahead(TreeMap<Double, List<Double>> byDay) {
        return AheadScored.of(
                byDay.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
                byDay.values().stream().mapToDouble(ForecastsCommand::mean).toArray());
    }
}
