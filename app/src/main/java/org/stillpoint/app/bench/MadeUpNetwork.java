package org.stillpoint.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.stillpoint.evidence.joint.BeforeAfter;
import org.stillpoint.evidence.trial.MixedModel;

/**
 * Practices that do not exist, with what is true of them: of unequal sizes, with effects that lie apart.
 *
 * @param practices each with its clients
 */
public record MadeUpNetwork(List<MadeUpPractice> practices) {

    /** Of all constants here: own choice, 2026, points on a scale of 0 to 10 where nothing else is said. The middle size, people. */
    private static final double MIDDLE_SIZE = 24;

    /** Standard deviation of the logarithm of a size. */
    private static final double SIZE_SPREAD = 0.8;

    private static final int LEAST_SIZE = 8;
    private static final int MOST_SIZE = 250;

    /** The share of clients who wait lies between these. */
    private static final double LEAST_WAIT = 0.25;

    private static final double MOST_WAIT = 0.5;

    /** Mean effect of a practice of the middle size. */
    public static final double EFFECT = -0.8;

    /** Standard deviation of effects between practices. */
    public static final double BETWEEN = 0.5;

    private static final double BEFORE = 5.5;
    private static final double BEFORE_SPREAD = 1.6;
    private static final double PRACTICE_SPREAD = 0.6;
    private static final double SLOPE = 0.6;
    private static final double AFTER = 1.6;
    private static final double RESIDUAL = 1.7;

    /**
     * One practice.
     *
     * @param effect what is true of it, points
     */
    public record MadeUpPractice(double effect, List<BeforeAfter> treated, List<BeforeAfter> waiting) {}

    /**
     * @param bySize how much the effect grows towards none with each e-fold of the practice's size, points: above 0, small practices have
     *     larger effects
     */
    public static MadeUpNetwork of(long seed, int practices, double bySize) {
        Random random = new Random(seed);
        return new MadeUpNetwork(IntStream.range(0, practices)
                .mapToObj(i -> practice(random, bySize))
                .toList());
    }

    private static MadeUpPractice practice(Random random, double bySize) {
        double size = MIDDLE_SIZE * Math.exp(SIZE_SPREAD * random.nextGaussian());
        int people = (int) Math.round(Math.clamp(size, LEAST_SIZE, MOST_SIZE));
        double share = LEAST_WAIT + (MOST_WAIT - LEAST_WAIT) * random.nextDouble();
        int waits = (int) Math.round(share * people);
        double effect = EFFECT + bySize * Math.log(people / MIDDLE_SIZE) + BETWEEN * random.nextGaussian();
        double own = PRACTICE_SPREAD * random.nextGaussian();
        List<BeforeAfter> treated = new ArrayList<>();
        List<BeforeAfter> waiting = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            double before = rounded(BEFORE + own + BEFORE_SPREAD * random.nextGaussian());
            double after = AFTER + SLOPE * before + own / 2 + RESIDUAL * random.nextGaussian();
            (i < waits ? waiting : treated).add(new BeforeAfter(before, rounded(i < waits ? after : after + effect)));
        }
        return new MadeUpPractice(effect, treated, waiting);
    }

    /** As a mean of three whole answers from 0 to 10 may be. */
    private static double rounded(double points) {
        return Math.rint(Math.clamp(points, 0, 10) * 3) / 3;
    }

    public int people() {
        return practices.stream()
                .mapToInt(one -> one.treated().size() + one.waiting().size())
                .sum();
    }

    /**
     * The effect from all rows at once, as if they had been sent: a mixed model by REML with an intercept of each practice (taken out by
     * contrasts, which leaves the likelihood as it is), one slope and one residual variance, and effects that lie apart between practices.
     */
    public MixedModel fromAllRows() {
        return MixedModel.fit(practices.stream().map(MadeUpNetwork::contrasts).toList(), false);
    }

    private static MixedModel.PersonSeries contrasts(MadeUpPractice practice) {
        List<double[]> rows = new ArrayList<>();
        practice.treated().forEach(one -> rows.add(new double[] {1, one.before(), one.after()}));
        practice.waiting().forEach(one -> rows.add(new double[] {0, one.before(), one.after()}));
        int n = rows.size() - 1;
        double[][] x = new double[n][];
        double[][] z = new double[n][];
        double[] y = new double[n];
        double[] sum = new double[3];
        for (int j = 0; j < n; j++) {
            double[] contrast = new double[3];
            for (int c = 0; c < 3; c++) {
                sum[c] += rows.get(j)[c];
                contrast[c] = (sum[c] - (j + 1) * rows.get(j + 1)[c]) / Math.sqrt((j + 1.0) * (j + 2.0));
            }
            x[j] = new double[] {contrast[0], contrast[1]};
            z[j] = new double[] {contrast[0]};
            y[j] = contrast[2];
        }
        return new MixedModel.PersonSeries(x, z, y, new double[n]);
    }
}
