package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.forecast.PredictiveDistribution;
import org.stillpoint.evidence.forecast.Scores;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.Cells;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint evidence score FILE}: forecasts against what came. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Scores forecasts against what came. A row is a forecast:",
            "",
            "a mean and a standard deviation (normal) with the outcome: CRPS, log score, coverage of the 80 %% interval, PIT; with a baseline's mean and standard deviation beside it, skill with a bootstrap interval by person;",
            "",
            "or a probability with whether it came (0 or 1): Brier, log loss, skill against the base rate, calibration bins.",
            "",
            "Forecasts whose outcome is missing are still open: they are counted and not scored."
        })
public final class ScoreCommand implements Callable<Integer> {

    private static final int BINS = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The table of forecasts.")
    private Path file = Path.of("");

    @Option(names = "--mean", paramLabel = "COLUMN", description = "Forecast means (else mean, mu, forecast).")
    private @Nullable String mean;

    @Option(names = "--sd", paramLabel = "COLUMN", description = "Their standard deviations (else sd, sigma).")
    private @Nullable String sd;

    @Option(names = "--outcome", paramLabel = "COLUMN", description = "What came (else outcome, y, observed, came).")
    private @Nullable String outcome;

    @Option(names = "--baseline-mean", paramLabel = "COLUMN", description = "A baseline's means (else baseline_mean).")
    private @Nullable String baselineMean;

    @Option(
            names = "--baseline-sd",
            paramLabel = "COLUMN",
            description = "A baseline's standard deviations (else baseline_sd).")
    private @Nullable String baselineSd;

    @Option(names = "--probability", paramLabel = "COLUMN", description = "Probabilities (else p, probability, prob).")
    private @Nullable String probability;

    @Option(
            names = "--person",
            paramLabel = "COLUMN",
            description = "Persons, for the bootstrap (else person, subject, client, id; else every row its own).")
    private @Nullable String person;

    @Option(
            names = "--rows-alike",
            paramLabel = "once|each",
            description =
                    "Rows that are alike in everything: one forecast written twice, or each a forecast of its own (else once where other columns name the forecasts; each where they are rounded or came out either way; else asked for).")
    private RowsAlike.Choice alike = RowsAlike.Choice.ASK;

    @Option(
            names = "--range",
            paramLabel = "LOW:HIGH",
            description =
                    "Lowest and highest value that can come; without it an isolated 99, 999, -99, ... is asked about.")
    private @Nullable String range;

    @Mixin
    private TableOptions written = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw the calibration (probabilities).")
    private @Nullable Path plot;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Table table = Table.open(file, written.how())) {
            table.leaveOutTotals(table.columns().subList(0, 1));
            Column outcomes = Columns.get(table, outcome, "--outcome", "outcome", "y", "observed", "came");
            Optional<Column> means = Columns.find(table, mean, "mean", "mu", "forecast");
            Optional<Column> probabilities = Columns.find(table, probability, "p", "probability", "prob");
            if (means.isPresent() && probability == null) {
                normal(table, means.get(), outcomes, out);
            } else if (probabilities.isPresent()) {
                binary(table, probabilities.get(), outcomes, out);
            } else {
                throw new BadInput(Problem.ofFile(
                        table.name(), "holds neither means (--mean and --sd) nor probabilities (--probability)"));
            }
        }
        return ExitCode.OK;
    }

    private void normal(Table table, Column means, Column outcomes, PrintWriter out) {
        Column sds = Columns.get(table, sd, "--sd", "sd", "sigma");
        Optional<Column> baseMeans = Columns.find(table, baselineMean, "baseline_mean");
        Optional<Column> baseSds = Columns.find(table, baselineSd, "baseline_sd");
        Optional<Column> persons = Columns.find(table, person, "person", "subject", "client", "id");
        List<PredictiveDistribution> forecasts = new ArrayList<>();
        List<PredictiveDistribution> baselines = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        List<Integer> who = new ArrayList<>();
        Map<String, Integer> people = new LinkedHashMap<>();
        List<Column> numbers = new ArrayList<>(List.of(means, sds, outcomes));
        baseMeans.ifPresent(numbers::add);
        baseSds.ifPresent(numbers::add);
        RowsAlike rows = new RowsAlike(table, numbers);
        boolean once = countOnce(rows, outcomes);
        Setting.@Nullable Scale scale = Ranges.parse(range);
        if (scale == null) {
            numbers.forEach(column -> Isolated.askCodes(table, column));
        }
        int open = 0;
        int repeated = 0;
        for (Row row : table) {
            if (once && rows.isAgain(row)) {
                repeated++;
                continue;
            }
            if (row.isMissing(outcomes)) {
                open++;
                continue;
            }
            came.add(row.number(
                    outcomes,
                    scale == null ? -Columns.MOST : scale.low(),
                    scale == null ? Columns.MOST : scale.high()));
            forecasts.add(gaussian(row, means, sds));
            if (baseMeans.isPresent() && baseSds.isPresent()) {
                baselines.add(gaussian(row, baseMeans.get(), baseSds.get()));
            }
            String name = persons.map(row::required).map(Cells::sameName).orElse("row " + row.number());
            who.add(people.computeIfAbsent(name, n -> people.size()));
        }
        table.check();
        if (came.isEmpty()) {
            throw new BadInput(Problem.ofFile(table.name(), "holds no forecast whose outcome has come"));
        }
        Read read = new Read(table).uses("mean", means).uses("sd", sds).uses("outcome", outcomes);
        baseMeans.ifPresent(column -> read.uses("baseline mean", column));
        baseSds.ifPresent(column -> read.uses("baseline sd", column));
        persons.ifPresent(column -> read.uses("person", column));
        read.decided("people", people.size()).decided("forecasts", came.size()).decided("open", open);
        rows.say(read, repeated);
        double[] y = came.stream().mapToDouble(Double::doubleValue).toArray();
        int[] persona = who.stream().mapToInt(Integer::intValue).toArray();
        Scores scores = Scores.of(forecasts, y);
        Optional<Scores.SkillScore> skill = baselines.isEmpty()
                ? Optional.empty()
                : Optional.of(Scores.skill(crps(forecasts, y), crps(baselines, y), persona));
        boolean oneCluster = people.size() < 2;
        if (json) {
            JsonAnswer answer = scores(scores)
                    .put("read", read.fields())
                    .put("open", open)
                    .put("repeatedRows", repeated)
                    .put(
                            "pit",
                            IntStream.range(0, y.length)
                                    .mapToObj(i -> forecasts.get(i).pit(y[i]))
                                    .toList());
            if (!baselines.isEmpty()) {
                answer.put("baseline", scores(Scores.of(baselines, y)));
            }
            out.println(answer.put(
                    "skill",
                    skill.map(s -> new JsonAnswer()
                                    .put("estimate", s.estimate())
                                    .put("ci", oneCluster ? null : new double[] {s.low(), s.high()}))
                            .orElse(null)));
            return;
        }
        out.println(read.line());
        out.println();
        out.printf(
                Locale.ROOT,
                "%d forecasts: CRPS %.4f, log score %.4f, mean absolute error %.4f, 80 %% intervals held %.0f %%%n",
                scores.n(),
                scores.crps(),
                scores.logScore(),
                scores.meanAbsoluteError(),
                100 * scores.coverage());
        sayOpen(open, out);
        skill.ifPresent(s -> out.println(
                oneCluster
                        ? String.format(
                                Locale.ROOT,
                                "Skill against the baseline: %.3f; all are of one person, so that nothing is known of others",
                                s.estimate())
                        : String.format(
                                Locale.ROOT,
                                "Skill against the baseline: %.3f (%.3f to %.3f)",
                                s.estimate(),
                                s.low(),
                                s.high())));
    }

    /**
     * Whether of rows that are alike only the first counts. Forecasts of rounded numbers are alike by chance, and those of one model
     * come out either way; others, and a table in which every row stands equally often, are asked about.
     */
    private boolean countOnce(RowsAlike rows, Column outcomes) {
        if (alike == RowsAlike.Choice.ASK
                && rows.count() > 0
                && !rows.areNamed()
                && (rows.areCopies() || rows.areFine() && rows.agree(outcomes))) {
            throw rows.ask("forecast");
        }
        return alike == RowsAlike.Choice.ONCE || alike == RowsAlike.Choice.ASK && rows.areNamed();
    }

    private static void sayOpen(int open, PrintWriter out) {
        if (open > 0) {
            out.printf("Still open: %d%n", open);
        }
    }

    private static PredictiveDistribution gaussian(Row row, Column means, Column sds) {
        double mean = row.number(means);
        double sd = row.number(sds);
        if (sd <= 0) {
            row.problem(sds, "is not above 0");
        }
        return new PredictiveDistribution.Gaussian(Double.isFinite(mean) ? mean : 0, sd > 0 ? sd : 1);
    }

    private static double[] crps(List<PredictiveDistribution> forecasts, double[] y) {
        return IntStream.range(0, y.length)
                .mapToDouble(i -> forecasts.get(i).crps(y[i]))
                .toArray();
    }

    private static JsonAnswer scores(Scores s) {
        return new JsonAnswer()
                .put("n", s.n())
                .put("crps", s.crps())
                .put("logScore", s.logScore())
                .put("MAE", s.meanAbsoluteError())
                .put("RMSE", s.rootMeanSquareError())
                .put("coverage80", s.coverage())
                .put("intervalScore80", s.intervalScore());
    }

    private void binary(Table table, Column probabilities, Column outcomes, PrintWriter out) {
        List<Double> p = new ArrayList<>();
        List<Boolean> y = new ArrayList<>();
        RowsAlike rows = new RowsAlike(table, List.of(probabilities, outcomes));
        boolean once = countOnce(rows, outcomes);
        int open = 0;
        int repeated = 0;
        for (Row row : table) {
            if (once && rows.isAgain(row)) {
                repeated++;
                continue;
            }
            if (row.isMissing(outcomes)) {
                open++;
                continue;
            }
            p.add(row.number(probabilities, 0, 1));
            double came = row.number(outcomes, 0, 1);
            if (came != 0 && came != 1 && !Double.isNaN(came)) {
                row.problem(outcomes, "is neither 0 nor 1");
            }
            y.add(came == 1);
        }
        table.check();
        if (y.isEmpty()) {
            throw new BadInput(Problem.ofFile(table.name(), "holds no forecast whose outcome has come"));
        }
        Read read = new Read(table).uses("probability", probabilities).uses("outcome", outcomes);
        read.decided("forecasts", y.size()).decided("open", open);
        rows.say(read, repeated);
        double[] said = p.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] came = new boolean[y.size()];
        IntStream.range(0, came.length).forEach(i -> came[i] = y.get(i));
        List<Scores.Bin> bins = Scores.calibration(said, came, BINS);
        if (plot != null) {
            ChartFiles.write(plot, CalibrationDrawing.of(bins));
        }
        if (json) {
            out.println(new JsonAnswer()
                    .put("read", read.fields())
                    .put("n", came.length)
                    .put("open", open)
                    .put("repeatedRows", repeated)
                    .put("brier", Scores.brier(said, came))
                    .put("logLoss", Scores.logLoss(said, came))
                    .put("brierSkillVsBaseRate", Scores.brierSkill(said, came))
                    .put(
                            "calibration",
                            bins.stream()
                                    .map(b -> new JsonAnswer()
                                            .put("from", b.low())
                                            .put("to", b.high())
                                            .put("count", b.count())
                                            .put("forecast", b.forecast())
                                            .put("came", b.came()))
                                    .toList()));
            return;
        }
        out.println(read.line());
        out.println();
        out.printf(
                Locale.ROOT,
                "%d forecasts: Brier %.4f, log loss %.4f, skill against the base rate %.3f%n%n",
                came.length,
                Scores.brier(said, came),
                Scores.logLoss(said, came),
                Scores.brierSkill(said, came));
        sayOpen(open, out);
        out.printf("%-12s %6s %9s %6s%n", "said", "count", "mean said", "came");
        bins.forEach(b -> out.printf(
                Locale.ROOT, "%.1f to %.1f   %6d %9.2f %6.2f%n", b.low(), b.high(), b.count(), b.forecast(), b.came()));
    }
}
