package org.stillpoint.trace.susie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Credible sets as susieR 0.12.35 takes them from the posterior ({@code susie_get_cs}): deduplicated, pure, purest first. */
final class CredibleSets {
    /** An effect with a prior variance at or below this is none (susieR's {@code prior_tol}). */
    static final double NO_EFFECT = 1e-9;

    private CredibleSets() {}

    static List<CredibleSet> of(double[][] alpha, double[] priorVariance, DesignMatrix design, Susie susie) {
        List<CredibleSet> sets = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int l = 0; l < alpha.length; l++) {
            if (priorVariance[l] <= NO_EFFECT) {
                continue;
            }
            List<Integer> variables = smallest(alpha[l], susie.coverage());
            double purity = seen.add(variables) ? purity(variables, design, susie.minimumPurity()) : -1;
            if (purity >= susie.minimumPurity()) {
                double held = 0;
                for (int j : variables) {
                    held += alpha[l][j];
                }
                sets.add(new CredibleSet(l, variables, held, purity));
            }
        }
        sets.sort(Comparator.comparingDouble(CredibleSet::purity).reversed());
        return List.copyOf(sets);
    }

    /** The fewest columns whose probabilities reach the coverage; of equal ones the first, as R's {@code order} has it. */
    private static List<Integer> smallest(double[] alpha, double coverage) {
        double[] sorted = alpha.clone();
        Arrays.sort(sorted);
        int count = 0;
        double held = 0;
        while (count < sorted.length && held < coverage) {
            held += sorted[sorted.length - ++count];
        }
        double least = sorted[sorted.length - count];
        int above = 0;
        for (int k = sorted.length - count; k < sorted.length; k++) {
            above += sorted[k] > least ? 1 : 0;
        }
        List<Integer> chosen = new ArrayList<>(count);
        int equals = count - above;
        for (int j = 0; j < alpha.length; j++) {
            if (alpha[j] > least || (alpha[j] == least && equals-- > 0)) {
                chosen.add(j);
            }
        }
        return chosen;
    }

    /** Least absolute correlation within the set; stops early, with the value found so far, once that is below {@code enough}. */
    private static double purity(List<Integer> variables, DesignMatrix design, double enough) {
        double[][] directions = design.directions(variables);
        double least = 1;
        for (int a = 0; a < directions.length; a++) {
            for (int b = 0; b < a; b++) {
                least = Math.min(least, Math.abs(product(directions[a], directions[b])));
                if (least < enough) {
                    return least;
                }
            }
        }
        return least;
    }

    /** Scalar product, in four sums side by side. */
    private static double product(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 = Math.fma(x[i], y[i], s0);
            s1 = Math.fma(x[i + 1], y[i + 1], s1);
            s2 = Math.fma(x[i + 2], y[i + 2], s2);
            s3 = Math.fma(x[i + 3], y[i + 3], s3);
        }
        for (; i < x.length; i++) {
            s0 = Math.fma(x[i], y[i], s0);
        }
        return s0 + s1 + (s2 + s3);
    }
}
