package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.cli.ProgressBar;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.truth.Calibration;
import org.stillpoint.trace.truth.Calibration.CalibrationCell;
import org.stillpoint.trace.truth.Calibration.SeenPain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench calibration}. */
@Command(
        name = "calibration",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lives drawn from the model, their pain of today traced blind: how many of the 95 %% sets hold a muscle that truly holds a contraction, at several noise levels and numbers of held contractions; then the same with lives drawn from other bodies and other pain maps than the trace knows.",
            "",
            "points: pain in whole points; marks: regions marked or not. The settings of the trace were chosen on lives of seed 4; those of the other seed were not looked at. The plain rows show the sets without the discrepancy terms, which claim too much where much is held.",
            "",
            "--perturb draws the lives from one other body alone. --json gives rows, each with body, noise, held, observed, seed, lives, answered (lives with a set), sets, right (sets that hold a true muscle), size (muscles in a set), found (share of the held), unexplained."
        })
public final class CalibrationCommand implements Callable<Integer> {
    private static final int[] HELD = {1, 2, 3, 5, 10};
    private static final double[] NOISE = {0, 0.5, 1, 2};

    /** What the settings of the trace were chosen on. */
    private static final long CHOSEN_ON = 4;

    private static final long ANOTHER = 2026;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lives", paramLabel = "N", description = "Lives in each cell of the table (${DEFAULT-VALUE}).")
    private int lives = 200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the lives; without it the one chosen on and another.")
    private @Nullable Long seed;

    @Option(
            names = "--perturb",
            paramLabel = "WHAT",
            description =
                    "muscles=F or joints=F (stiffness times F), fascia=none, map=lognormal:S (shares of where muscles are felt), referral=none, or pulls=dropped:SHARE.")
    private @Nullable String perturb;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Lives of one body, how they are traced and from which seed they are drawn. */
    private record TruthSetting(String body, TissueMemory truth, TraceModel model, SeenPain seen, long seed) {
        String observed() {
            return seen == SeenPain.MARKS ? "marks" : "points";
        }
    }

    private record SettingCell(TruthSetting setting, CalibrationCell cell) {}

    @Override
    public Integer call() {
        if (lives < 1 || lives > 1_000_000) {
            throw new BadInput(Problem.ofValue("--lives", String.valueOf(lives), "is not between 1 and 1000000"));
        }
        List<SettingCell> rows = new ArrayList<>();
        List<TruthSetting> settings = settings();
        try (ProgressBar progress =
                ProgressBar.of("lives", (long) settings.size() * HELD.length * NOISE.length * lives)) {
            for (TruthSetting setting : settings) {
                for (int held : HELD) {
                    for (double noise : NOISE) {
                        CalibrationCell cell = Calibration.run(
                                setting.truth(),
                                setting.model(),
                                setting.seen(),
                                held,
                                noise,
                                IntStream.range(0, lives).parallel(),
                                setting.seed(),
                                progress::advance);
                        rows.add(new SettingCell(setting, cell));
                    }
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonAnswer()
                    .put("rows", rows.stream().map(CalibrationCommand::row).toList()));
        } else {
            settings.forEach(setting -> print(
                    setting,
                    rows.stream()
                            .filter(row -> row.setting() == setting)
                            .map(SettingCell::cell)
                            .toList(),
                    out));
        }
        return ExitCode.OK;
    }

    private List<TruthSetting> settings() {
        StandardBody standard = StandardBody.of(Atlas.standard());
        TraceModel model = standard.trace();
        TissueMemory same = standard.memory();
        long first = seed == null ? CHOSEN_ON : seed;
        List<TruthSetting> settings = new ArrayList<>();
        String wanted = perturb;
        if (wanted != null) {
            TissueMemory other = Perturbed.of(wanted, standard, first);
            settings.add(new TruthSetting(wanted, other, model, SeenPain.POINTS, first));
            settings.add(new TruthSetting(wanted, other, model, SeenPain.MARKS, first));
            return settings;
        }
        for (SeenPain seen : SeenPain.values()) {
            settings.add(new TruthSetting("same", same, model, seen, first));
            if (seed == null) {
                settings.add(new TruthSetting("same", same, model, seen, ANOTHER));
            }
        }
        TraceModel plain = TraceModel.withoutDiscrepancy(standard.atlas(), standard.network());
        settings.add(new TruthSetting("same, plain sets", same, plain, SeenPain.POINTS, first));
        for (String each : Perturbed.USUAL) {
            settings.add(new TruthSetting(each, Perturbed.of(each, standard, first), model, SeenPain.POINTS, first));
        }
        return settings;
    }

    private static JsonAnswer row(SettingCell row) {
        CalibrationCell cell = row.cell();
        return new JsonAnswer()
                .put("body", row.setting().body())
                .put("noise", cell.noise())
                .put("held", cell.held())
                .put("observed", row.setting().observed())
                .put("seed", row.setting().seed())
                .put("lives", cell.lives())
                .put("answered", cell.answered())
                .put("sets", cell.sets())
                .put("right", cell.right())
                .put("size", cell.size())
                .put("found", cell.found())
                .put("unexplained", cell.unexplained());
    }

    private static void print(TruthSetting setting, List<CalibrationCell> cells, PrintWriter out) {
        int sets = cells.stream().mapToInt(CalibrationCell::sets).sum();
        int right = cells.stream().mapToInt(CalibrationCell::right).sum();
        out.printf(
                Locale.ROOT,
                "%n%s, %s, seed %d: %,d sets, %.1f %% of them hold a true muscle; lives with a set: ",
                setting.body(),
                setting.observed(),
                setting.seed(),
                sets,
                100.0 * right / Math.max(1, sets));
        for (double noise : NOISE) {
            List<CalibrationCell> same =
                    cells.stream().filter(cell -> cell.noise() == noise).toList();
            out.printf(
                    Locale.ROOT,
                    "%.0f %% at noise %.1f%s",
                    100.0
                            * same.stream().mapToInt(CalibrationCell::answered).sum()
                            / same.stream().mapToInt(CalibrationCell::lives).sum(),
                    noise,
                    noise == NOISE[NOISE.length - 1] ? "\n" : ", ");
        }
        out.println("  held  noise   sets  hold a true one  muscles in a set  found of the held  unexplained");
        for (CalibrationCell cell : cells) {
            out.printf(
                    Locale.ROOT,
                    "  %4d  %5.1f  %5d  %13s %%  %16.1f  %15.0f %%  %9.0f %%%n",
                    cell.held(),
                    cell.noise(),
                    cell.sets(),
                    cell.sets() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100 * cell.coverage()),
                    cell.size(),
                    100 * cell.found(),
                    100 * cell.unexplained());
        }
    }
}
