package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Json;
import org.stillpoint.app.cli.Progress;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.truth.Calibration;
import org.stillpoint.trace.truth.Calibration.Cell;
import org.stillpoint.trace.truth.Calibration.Seen;
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
            "Lives drawn from the model, their pain of today traced blind: how many of the 95 %% sets hold a muscle that truly holds a contraction, at several noise levels and numbers of held contractions; then the same with lives drawn from other bodies than the one the trace knows.",
            "",
            "Marks only: regions marked or not, without an intensity. The plain line shows the sets without the discrepancy terms, which claim too much where much is held."
        })
public final class CalibrationCommand implements Callable<Integer> {
    private static final int[] HELD = {1, 2, 3, 5, 10};
    private static final double[] NOISE = {0, 0.5, 1, 2};
    private static final long SEED = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lives", paramLabel = "N", description = "Lives in each cell of the table (${DEFAULT-VALUE}).")
    private int lives = 400;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** One body that lives are drawn from, and how they are traced. */
    private record Setting(String name, TissueMemory truth, TraceModel model, Seen seen) {
        Setting(String name, TissueMemory truth, TraceModel model) {
            this(name, truth, model, Seen.POINTS);
        }
    }

    @Override
    public Integer call() {
        if (lives < 1 || lives > 1_000_000) {
            throw new BadInput(Problem.ofValue("--lives", String.valueOf(lives), "is not between 1 and 1000000"));
        }
        Map<String, List<Cell>> tables = new LinkedHashMap<>();
        List<Setting> settings = settings();
        try (Progress progress = Progress.of("lives", (long) settings.size() * HELD.length * NOISE.length * lives)) {
            for (Setting setting : settings) {
                List<Cell> cells = new ArrayList<>();
                for (int held : HELD) {
                    for (double noise : NOISE) {
                        cells.add(Calibration.run(
                                setting.truth(),
                                setting.model(),
                                setting.seen(),
                                held,
                                noise,
                                lives,
                                SEED,
                                progress::advance));
                    }
                }
                tables.put(setting.name(), cells);
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json answer = new Json().put("lives", lives);
            tables.forEach((name, cells) -> answer.put(
                    name, cells.stream().map(CalibrationCommand::cell).toList()));
            out.println(answer);
        } else {
            tables.forEach((name, cells) -> print(name, cells, out));
        }
        return ExitCode.OK;
    }

    private static List<Setting> settings() {
        Atlas atlas = Atlas.standard();
        StandardBody standard = StandardBody.of(atlas);
        StrainParameters body = StrainParameters.standard();
        TraceModel model = standard.trace();
        TissueMemory same = standard.memory();
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("same body", same, model));
        settings.add(new Setting("same body, marks only", same, model, Seen.MARKS));
        settings.add(
                new Setting("same body, plain sets", same, TraceModel.withoutDiscrepancy(atlas, standard.network())));
        Map<String, StrainParameters> others = new LinkedHashMap<>();
        others.put("muscles twice as stiff", body.with(StrainParameter.MUSCLE_STIFFNESS_FACTOR, 2));
        others.put("muscles half as stiff", body.with(StrainParameter.MUSCLE_STIFFNESS_FACTOR, 0.5));
        others.put("joints twice as stiff", body.with(StrainParameter.JOINT_STIFFNESS_FACTOR, 2));
        others.put("joints half as stiff", body.with(StrainParameter.JOINT_STIFFNESS_FACTOR, 0.5));
        others.put(
                "no fascia",
                body.withoutFascia(Evidence.STRONG)
                        .withoutFascia(Evidence.MODERATE)
                        .withoutFascia(Evidence.LIMITED));
        others.forEach((name, parameters) -> settings.add(new Setting(
                name,
                TissueMemory.of(
                        same.mapping(), StrainNetwork.of(atlas, parameters).influence()),
                model)));
        settings.add(new Setting("a tenth of the pulls dropped", same.withPullsDropped(0.1, SEED), model));
        return settings;
    }

    private static Json cell(Cell cell) {
        return new Json()
                .put("held", cell.held())
                .put("noise", cell.noise())
                .put("sets", cell.sets())
                .put("coverage", cell.coverage())
                .put("size", cell.size())
                .put("found", cell.found())
                .put("unexplained", cell.unexplained());
    }

    private static void print(String name, List<Cell> cells, PrintWriter out) {
        int sets = cells.stream().mapToInt(Cell::sets).sum();
        int right = cells.stream().mapToInt(Cell::right).sum();
        out.printf(
                Locale.ROOT,
                "%n%s: %,d sets, %.1f %% of them hold a true muscle%n",
                name,
                sets,
                100.0 * right / Math.max(1, sets));
        out.println("  held  noise   sets  hold a true one  muscles in a set  found of the held  unexplained");
        for (Cell cell : cells) {
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
