package org.stillpoint.strain;

import java.util.Arrays;

/**
 * Takes lines out that would have to push. A slack line behaves as if its rest length had grown until its tension is zero, so
 * the answer is the linear one plus a low-rank correction (Woodbury 1950): with {@code H = k - k a K^-1 a^T k} over the slack
 * lines, {@code H s = -t}. Which lines are slack is found by exchanging all wrong ones at once (block principal pivoting,
 * Judice & Pires 1994), one at a time if that does not settle.
 */
final class Slackness {

    /** Rounds of exchanging all at once before exchanging one at a time. */
    private static final int QUICK_ROUNDS = 12;

    /** Greatest number of rounds in all. */
    private static final int MOST_ROUNDS = 400;

    private final Framework framework;
    private final Stiffness stiffness;
    private final BlockCholesky factor;
    private final double[] u;
    private final double[] tension;
    private final boolean[] slack;
    /** For each pull that was ever slack: displacements by a unit of its looseness. */
    private final double[][] columns;

    /**
     * Starts from the linear answer.
     *
     * @param u displacements; replaced by the answer
     * @param shortening of each pull, m
     */
    Slackness(StrainNetwork network, double[] u, double[] shortening) {
        framework = network.framework();
        stiffness = network.stiffness();
        factor = network.factor();
        this.u = u;
        tension = new double[shortening.length];
        slack = new boolean[tension.length];
        columns = new double[tension.length][];
        for (int i = 0; i < tension.length; i++) {
            tension[i] = stiffness.tension[i]
                    + stiffness.pull[i] * (framework.pulls.get(i).stretch(u) + shortening[i]);
        }
    }

    /** Tension of each pull after {@link #settle()}, N; 0 where slack. */
    double[] tension() {
        return tension;
    }

    /** Finds the slack lines and moves the body accordingly; returns which pulls are slack. */
    boolean[] settle() {
        double[] linear = tension.clone();
        double[] looseness = new double[tension.length];
        double tolerance =
                1e-9 * Math.max(1, Arrays.stream(linear).map(Math::abs).max().orElse(1));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int wrong = -1;
            for (int i = 0; i < tension.length; i++) {
                boolean exchange = slack[i] ? looseness[i] < 0 : tension[i] < -tolerance;
                if (exchange) {
                    wrong = i;
                    slack[i] ^= round < QUICK_ROUNDS;
                }
            }
            if (wrong < 0) {
                move(looseness);
                return slack;
            }
            if (round >= QUICK_ROUNDS) {
                slack[wrong] ^= true;
            }
            balance(linear, looseness);
        }
        throw new IllegalStateException("the slack lines did not settle in " + MOST_ROUNDS + " rounds");
    }

    private void balance(double[] linear, double[] looseness) {
        int[] set = members();
        prepare(set);
        int n = set.length;
        double[] matrix = new double[n * n];
        double[] right = new double[n];
        for (int r = 0; r < n; r++) {
            right[r] = -linear[set[r]];
            for (int c = 0; c <= r; c++) {
                double value =
                        stiffness.pull[set[r]] * framework.pulls.get(set[r]).stretch(columns[set[c]]);
                matrix[r * n + c] = value + (r == c ? stiffness.pull[set[r]] : 0);
            }
        }
        DenseCholesky.solve(matrix, right);
        Arrays.fill(looseness, 0);
        for (int r = 0; r < n; r++) {
            looseness[set[r]] = right[r];
        }
        double[] moved = new double[u.length];
        for (int i : set) {
            axpy(moved, looseness[i], columns[i]);
        }
        for (int i = 0; i < tension.length; i++) {
            tension[i] = slack[i]
                    ? 0
                    : linear[i] + stiffness.pull[i] * framework.pulls.get(i).stretch(moved);
        }
    }

    private int[] members() {
        int[] set = new int[tension.length];
        int n = 0;
        for (int i = 0; i < slack.length; i++) {
            if (slack[i]) {
                set[n++] = i;
            }
        }
        return Arrays.copyOf(set, n);
    }

    /** Solves for the displacement columns that are not there yet, all at once. */
    private void prepare(int[] set) {
        int[] fresh = Arrays.stream(set).filter(i -> columns[i] == null).toArray();
        if (fresh.length == 0) {
            return;
        }
        double[][] right = new double[u.length][fresh.length];
        for (int c = 0; c < fresh.length; c++) {
            Pull p = framework.pulls.get(fresh[c]);
            for (int n = 0; n < p.nodes.length; n++) {
                for (int d = 0; d < 6; d++) {
                    right[6 * p.nodes[n] + d][c] -= stiffness.pull[fresh[c]] * p.gradient[6 * n + d];
                }
            }
        }
        factor.solve(right);
        for (int c = 0; c < fresh.length; c++) {
            double[] column = new double[u.length];
            for (int d = 0; d < u.length; d++) {
                column[d] = right[d][c];
            }
            columns[fresh[c]] = column;
        }
    }

    private void move(double[] looseness) {
        for (int i = 0; i < looseness.length; i++) {
            if (looseness[i] != 0) {
                axpy(u, looseness[i], columns[i]);
            }
        }
    }

    private static void axpy(double[] y, double factor, double[] x) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }
}
