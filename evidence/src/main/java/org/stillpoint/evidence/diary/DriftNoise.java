package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentMixture;

/**
 * The default estimator of one client's change: regression on "afterwards" whose errors are slow drift plus white
 * noise, averaged over a {@link DriftNoiseGrid}.
 *
 * <p>{@code y = X b + e}, {@code e ~ N(0, s2 R)}, flat prior on {@code b}, {@code 1/s2} on {@code s2}. Each cell of the
 * grid has a closed-form restricted marginal likelihood, and the change is a mixture of Student t(n - k). The drift is a
 * Markov process, so each cell is whitened by a scalar Kalman filter in O(n) rather than by a Cholesky factor in O(n^3);
 * the two are the same numbers. With {@link Caution} the priors on {@code s2} and on the change are proper instead.
 */
public final class DriftNoise {

    /** A cell lighter than this moves no forecast of a spread by a tenth of a per mille. */
    private static final double LEAST_WEIGHT = 1e-4;

    private final DriftNoiseGrid grid;
    private final Optional<Caution> caution;

    private DriftNoise(DriftNoiseGrid grid, Optional<Caution> caution) {
        this.grid = grid;
        this.caution = caution;
    }

    /** The grid as it is, with flat priors. */
    public static DriftNoise standard() {
        return new DriftNoise(DriftNoiseGrid.STANDARD, Optional.empty());
    }

    /** The same grid, with what is known of diaries on such a scale. */
    public static DriftNoise cautious(Caution caution) {
        return new DriftNoise(DriftNoiseGrid.STANDARD, Optional.of(caution));
    }

    /**
     * What one fit says about the change (after minus before, in units of the outcome).
     *
     * @param change posterior of the change
     * @param drift posterior mean of the one-day correlation, 0 to 1
     * @param noise posterior mean of the share of white noise, 0 to 1
     * @param cells what each cell of the grid contributed
     */
    public record Fit(StudentMixture change, double drift, double noise, List<CellFit> cells) {}

    /**
     * One cell after the fit.
     *
     * @param weight its posterior weight
     * @param variance its estimate of the variance of an entry, squared units of the outcome
     */
    public record CellFit(DriftNoiseGrid.GridCell cell, double weight, double variance) {}

    /** Level before and level after, nothing else; needs at least 3 entries with one on either side. */
    public Fit levelOnly(Diary diary) {
        check(diary, false);
        return fit(fits(diary, false).levelOnly());
    }

    /** A straight trend through the whole diary plus a change of level; needs at least 4 entries, one on either side. */
    public Fit trendPlusLevel(Diary diary) {
        return both(diary).trendPlusLevel();
    }

    /** Whether the change can be told from the other columns at all: enough entries, on both sides, at enough times. */
    public static boolean canFit(Diary diary, boolean withTrend) {
        if (diary.sizeBefore() == 0 || diary.sizeAfter() == 0 || diary.size() < (withTrend ? 4 : 3)) {
            return false;
        }
        int last = diary.size() - 1;
        int split = diary.sizeBefore();
        return !withTrend || diary.day(0) < diary.day(split - 1) || diary.day(split) < diary.day(last);
    }

    private static void check(Diary diary, boolean withTrend) {
        if (!canFit(diary, withTrend)) {
            throw new IllegalArgumentException(
                    "a change cannot be told from " + diary.sizeBefore() + " entries before and " + diary.sizeAfter()
                            + " after; allowed: at least one on either side and " + (withTrend ? 4 : 3) + " in all");
        }
    }

    /** Both fits, which share most of the work; the diary must allow {@link #trendPlusLevel}. */
    public TwoFits both(Diary diary) {
        check(diary, true);
        ManyFits fits = fits(diary, true);
        return new TwoFits(fit(fits.levelOnly()), fit(fits.trendPlusLevel().orElseThrow()));
    }

    /** The two fits of one diary. */
    public record TwoFits(Fit levelOnly, Fit trendPlusLevel) {}

    private ManyFits fits(Diary diary, boolean withTrend) {
        double mean = Sample.mean(diary.values());
        double[][] values = Arrays.stream(diary.values())
                .mapToObj(v -> new double[] {v - mean})
                .toArray(double[][]::new);
        return ManyFits.ofValues(grid, caution, diary, values, withTrend);
    }

    private Fit fit(Changes changes) {
        double[] weights = changes.weights(0);
        double drift = 0;
        double noise = 0;
        List<CellFit> cells = new ArrayList<>(weights.length);
        for (int c = 0; c < weights.length; c++) {
            DriftNoiseGrid.GridCell cell = grid.cells().get(c);
            drift += weights[c] * cell.drift();
            noise += weights[c] * cell.noise();
            cells.add(new CellFit(cell, weights[c], changes.variance(0, c)));
        }
        return new Fit(changes.change(0), drift, noise, List.copyOf(cells));
    }

    /** Both fits of made-up values, entries x series, on the days of a diary. */
    ManyFits ofValues(Diary diary, double[][] values) {
        return ManyFits.ofValues(grid, caution, diary, values, true);
    }

    /** Both fits of a diary with pretended starts, each after so many entries. */
    ManyFits ofStarts(Diary diary, int[] splits) {
        return ManyFits.ofStarts(grid, caution, diary, splits);
    }

    /**
     * Standard deviation that the level change would have with 0, 1, ... {@code most} entries before the first, spaced as the
     * diary's own entries are, if it goes on wandering as {@code fit} found. In units of the outcome.
     *
     * <p>The drift looks the same from either end, so the filter runs backwards: every further entry is one more step.
     */
    double[] expectedSpreads(Diary diary, Fit fit, int most) {
        Diary longer = diary.withEarlier(most);
        int n = longer.size();
        double[] backwards = new double[n];
        for (int i = 0; i < n; i++) {
            backwards[i] = -longer.day(n - 1 - i);
        }
        double[] variances = new double[most + 1];
        Whitener whitener = new Whitener(backwards);
        for (CellFit cell : fit.cells()) {
            if (cell.weight() > LEAST_WEIGHT) {
                whitener.at(cell.cell());
                double share = cell.weight() * cell.variance();
                double[] precisions = precisions(whitener, n, diary.sizeAfter());
                for (int more = 0; more <= most; more++) {
                    variances[more] += share / precisions[diary.size() - 1 + more];
                }
            }
        }
        return Arrays.stream(variances).map(Math::sqrt).toArray();
    }

    /** Precision of the level change after each entry, where the first {@code after} lie on the one side and all others on the other. */
    private double[] precisions(Whitener whitener, int n, int after) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] side = new double[n];
        Arrays.fill(side, 0, after, 1);
        double[] level = whitener.whiten(ones);
        double[] step = whitener.whiten(side);
        double[] precisions = new double[n];
        double prior = caution.map(c -> 1 / c.changeVariance()).orElse(0.0);
        double levels = 0;
        double both = 0;
        double steps = 0;
        for (int i = 0; i < n; i++) {
            levels += level[i] * level[i];
            both += level[i] * step[i];
            steps += step[i] * step[i];
            precisions[i] = steps - both * both / levels + prior;
        }
        return precisions;
    }
}
