package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Evidence;

/** How much the influence matrix moves when what is uncertain is halved, doubled or left out. */
public final class Sensitivity {

    /** How many of the muscles that a muscle influences most are compared. */
    private static final int STRONGEST = 10;

    /** Influence below this is rounding and not compared, fraction of maximal force per unit contraction. */
    private static final double LEAST = 1e-6;

    private Sensitivity() {}

    /**
     * One change.
     *
     * @param change what was changed
     * @param correlation of the influence of every muscle on every other, before and after (Pearson)
     * @param medianRatio middle of the sizes after over those before
     * @param signsKept share of pairs whose sign stayed
     * @param strongestKept share of each muscle's ten most influenced others that stayed among its ten
     */
    public record SensitivityRow(
            String change, double correlation, double medianRatio, double signsKept, double strongestKept) {}

    /**
     * The table for a body: joint stiffness, muscle stiffness and tone halved and doubled, each grade of fascia left out.
     *
     * @throws NotPositiveDefiniteException if a change lets the body fall
     */
    public static List<SensitivityRow> of(StrainNetwork body) {
        double[] before = body.influence().tension();
        List<SensitivityRow> rows = new ArrayList<>();
        for (StrainParameter parameter : List.of(
                StrainParameter.JOINT_STIFFNESS_FACTOR,
                StrainParameter.MUSCLE_STIFFNESS_FACTOR,
                StrainParameter.TONE,
                StrainParameter.FASCIAL_SHARE,
                StrainParameter.SWAY_CONTROL,
                StrainParameter.HEAD_RIGHTING)) {
            for (double factor : new double[] {0.5, 2}) {
                double value = body.parameters().get(parameter) * factor;
                String name = parameter.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " x " + factor;
                StrainParameters changed = body.parameters().with(parameter, value);
                try {
                    rows.add(row(name, body, changed, before));
                } catch (NotPositiveDefiniteException e) {
                    // too soft to stand: it stands with more control, and the row says so
                    double sway = 2 * changed.get(StrainParameter.SWAY_CONTROL);
                    rows.add(row(
                            name + ", sway control x 2",
                            body,
                            changed.with(StrainParameter.SWAY_CONTROL, sway),
                            before));
                }
            }
        }
        for (Evidence grade : List.of(Evidence.STRONG, Evidence.MODERATE, Evidence.LIMITED)) {
            String name = "without " + grade.name().toLowerCase(Locale.ROOT) + " fascia";
            rows.add(row(name, body, body.parameters().withoutFascia(grade), before));
        }
        return rows;
    }

    private static SensitivityRow row(String change, StrainNetwork body, StrainParameters parameters, double[] before) {
        double[] after = body.with(parameters).influence().tension();
        int n = (int) Math.round(Math.sqrt(before.length));
        double[] x = offDiagonal(before, n);
        double[] y = offDiagonal(after, n);
        int[] compared =
                IntStream.range(0, x.length).filter(i -> Math.abs(x[i]) > LEAST).toArray();
        double[] ratios = Arrays.stream(compared)
                .mapToDouble(i -> Math.abs(y[i] / x[i]))
                .sorted()
                .toArray();
        long kept = Arrays.stream(compared).filter(i -> x[i] * y[i] > 0).count();
        return new SensitivityRow(
                change,
                correlation(x, y),
                ratios[ratios.length / 2],
                kept / (double) compared.length,
                strongestKept(before, after, n));
    }

    private static double[] offDiagonal(double[] matrix, int n) {
        return IntStream.range(0, matrix.length)
                .filter(i -> i / n != i % n)
                .mapToDouble(i -> matrix[i])
                .toArray();
    }

    private static double correlation(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double strongestKept(double[] before, double[] after, int n) {
        double kept = 0;
        for (int by = 0; by < n; by++) {
            List<Integer> was = strongest(before, n, by);
            List<Integer> is = strongest(after, n, by);
            kept += was.stream().filter(is::contains).count();
        }
        return kept / (n * (double) STRONGEST);
    }

    private static List<Integer> strongest(double[] matrix, int n, int by) {
        return IntStream.range(0, n)
                .filter(of -> of != by)
                .boxed()
                .sorted(Comparator.comparingDouble(of -> -Math.abs(matrix[of * n + by])))
                .limit(STRONGEST)
                .toList();
    }
}
