package org.stillpoint.app.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.NumberMatrix;
import org.stillpoint.trace.susie.CredibleSet;
import org.stillpoint.trace.susie.DesignMatrix;
import org.stillpoint.trace.susie.Susie;
import org.stillpoint.trace.susie.SusieFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint bench susie X y}: the sum of single effects on anyone's data, to be set beside susieR. */
@Command(
        name = "susie",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The sum of single effects (SuSiE, Wang et al. 2020) with the defaults of susieR 0.12.35, on a matrix X and a vector y of numbers, a row a line, no header needed, plain or gzipped.",
            "",
            "--json gives n, p, niter, elbo, elbo_trace, sigma2, V, intercept, sets (columns counted from 1; a single one as a number), purity_min_abs_corr and set_coverage (in the order of the sets), pip, coef, converged, and the median seconds of five fits after a warm-up."
        })
public final class SusieCommand implements Callable<Integer> {
    private static final int WARM_UP = 20;
    private static final int TIMED = 5;

    /** Warming up stops after this many seconds, for data far larger than the reference case. */
    private static final double WARM_UP_SECONDS = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "X", description = "The matrix: a row an observation, a column a variable.")
    private Path xFile = Path.of("");

    @Parameters(index = "1", paramLabel = "Y", description = "The outcome: one number a row.")
    private Path yFile = Path.of("");

    @Option(names = "--effects", paramLabel = "L", description = "Largest number of single effects (${DEFAULT-VALUE}).")
    private int effects = 10;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (effects < 1) {
            throw new BadInput(Problem.ofValue("--effects", String.valueOf(effects), "is not 1 or more"));
        }
        NumberMatrix x = NumberMatrix.read(xFile);
        NumberMatrix y = NumberMatrix.read(yFile);
        check(x, y);
        Susie susie = Susie.standard().withEffects(effects);
        SusieFit fit = susie.fit(DesignMatrix.standardised(x.values(), x.rows(), x.columns()), y.values());
        double seconds = medianSeconds(susie, x, y);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(answer(fit, x, seconds).line());
        } else {
            print(fit, x, seconds, out);
        }
        return ExitCode.OK;
    }

    private static void check(NumberMatrix x, NumberMatrix y) {
        if (x.rows() < 2) {
            throw new BadInput(Problem.ofFile(x.name(), "has " + x.rows() + " row; at least 2 are needed"));
        }
        if (y.columns() != 1) {
            throw new BadInput(Problem.ofFile(y.name(), "has " + y.columns() + " numbers a row; 1 is needed"));
        }
        if (y.rows() != x.rows()) {
            throw new BadInput(
                    Problem.ofFile(y.name(), "has " + y.rows() + " rows where " + x.name() + " has " + x.rows()));
        }
        if (Arrays.stream(y.values()).distinct().count() < 2) {
            throw new BadInput(Problem.ofFile(y.name(), "holds the same number in every row; it must vary"));
        }
    }

    private static double medianSeconds(Susie susie, NumberMatrix x, NumberMatrix y) {
        long start = System.nanoTime();
        for (int k = 0; k < WARM_UP && System.nanoTime() - start < WARM_UP_SECONDS * 1e9; k++) {
            susie.fit(DesignMatrix.standardised(x.values(), x.rows(), x.columns()), y.values());
        }
        double[] seconds = new double[TIMED];
        for (int k = 0; k < TIMED; k++) {
            long from = System.nanoTime();
            susie.fit(DesignMatrix.standardised(x.values(), x.rows(), x.columns()), y.values());
            seconds[k] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[TIMED / 2];
    }

    private JsonAnswer answer(SusieFit fit, NumberMatrix x, double seconds) {
        JsonAnswer sets = new JsonAnswer();
        for (CredibleSet set : fit.sets()) {
            List<Integer> columns =
                    set.variables().stream().map(variable -> variable + 1).toList();
            sets.put("L" + (set.effect() + 1), columns.size() == 1 ? columns.getFirst() : columns);
        }
        return new JsonAnswer()
                .put("package", "stillpoint, the defaults of susieR 0.12.35")
                .put("call", "susie(X, y, L = " + effects + ")")
                .put("n", x.rows())
                .put("p", x.columns())
                .put("niter", fit.rounds())
                .put("elbo", fit.elbo()[fit.rounds() - 1])
                .put("elbo_trace", fit.elbo())
                .put("sigma2", fit.residualVariance())
                .put("V", fit.priorVariance())
                .put("intercept", fit.intercept())
                .put("sets", sets)
                .put(
                        "purity_min_abs_corr",
                        fit.sets().stream().mapToDouble(CredibleSet::purity).toArray())
                .put(
                        "set_coverage",
                        fit.sets().stream().mapToDouble(CredibleSet::coverage).toArray())
                .put("pip", fit.inclusion())
                .put("coef", fit.coefficients())
                .put("converged", fit.converged())
                .put("seconds_median_of_5_same_machine", seconds);
    }

    private static void print(SusieFit fit, NumberMatrix x, double seconds, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d x %d: %d rounds%s, ELBO %.6f, residual variance %.6f, median of 5 fits %.1f ms%n",
                x.rows(),
                x.columns(),
                fit.rounds(),
                fit.converged() ? "" : " (not converged)",
                fit.elbo()[fit.rounds() - 1],
                fit.residualVariance(),
                1000 * seconds);
        if (fit.sets().isEmpty()) {
            out.println("  no credible set");
        }
        for (CredibleSet set : fit.sets()) {
            out.printf(
                    Locale.ROOT,
                    "  L%d: coverage %.4f, purity %.4f, columns %s%n",
                    set.effect() + 1,
                    set.coverage(),
                    set.purity(),
                    set.variables().stream().map(variable -> variable + 1).toList());
        }
    }
}
