package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    public record Fit(StudentMixture change, double drift, double noise, List<CellFit> cells) {

        /** Posterior probability that the change lies on the same side as {@code direction}. */
        double probability(double direction) {
            double below = change.quickCdf(0);
            return direction < 0 ? below : 1 - below;
        }
    }

    /**
     * One cell after the fit.
     *
     * @param weight its posterior weight
     * @param variance its estimate of the variance of an entry, squared units of the outcome
     */
    public record CellFit(DriftNoiseGrid.Cell cell, double weight, double variance) {}

    /** Level before and level after, nothing else; needs at least 3 entries with one on either side. */
    public Fit levelOnly(Diary diary) {
        return fit(diary, false);
    }

    /** A straight trend through the whole diary plus a change of level; needs at least 4 entries, one on either side. */
    public Fit trendPlusLevel(Diary diary) {
        return fit(diary, true);
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

    private Fit fit(Diary diary, boolean withTrend) {
        if (!canFit(diary, withTrend)) {
            throw new IllegalArgumentException(
                    "a change cannot be told from " + diary.sizeBefore() + " entries before and " + diary.sizeAfter()
                            + " after; allowed: at least one on either side and " + (withTrend ? 4 : 3) + " in all");
        }
        int count = grid.cells().size();
        double[] weight = new double[count];
        double[] centre = new double[count];
        double[] scale = new double[count];
        double[] variance = new double[count];
        Whitener whitener = new Whitener(diary, withTrend, caution);
        for (int c = 0; c < count; c++) {
            DriftNoiseGrid.Cell cell = grid.cells().get(c);
            whitener.whiten(cell);
            weight[c] = Math.log(cell.weight()) + whitener.logMarginal();
            centre[c] = whitener.change();
            scale[c] = whitener.changeScale();
            variance[c] = whitener.variance();
        }
        normalise(weight);
        double drift = 0;
        double noise = 0;
        List<CellFit> cells = new ArrayList<>(count);
        for (int c = 0; c < count; c++) {
            DriftNoiseGrid.Cell cell = grid.cells().get(c);
            drift += weight[c] * cell.drift();
            noise += weight[c] * cell.noise();
            cells.add(new CellFit(cell, weight[c], variance[c]));
        }
        return new Fit(new StudentMixture(weight, centre, scale, whitener.df()), drift, noise, List.copyOf(cells));
    }

    private static void normalise(double[] logWeight) {
        double top = Double.NEGATIVE_INFINITY;
        for (double w : logWeight) {
            top = Math.max(top, w);
        }
        double sum = 0;
        for (int c = 0; c < logWeight.length; c++) {
            logWeight[c] = Math.exp(logWeight[c] - top);
            sum += logWeight[c];
        }
        for (int c = 0; c < logWeight.length; c++) {
            logWeight[c] /= sum;
        }
    }

    /**
     * Standard deviation that the level change would have with {@code more} entries before the first, spaced as the
     * diary's own entries are, if it goes on wandering as {@code fit} found. In units of the outcome.
     */
    double expectedSpread(Diary diary, Fit fit, int more) {
        Diary longer = diary.withEarlier(more);
        Whitener whitener = new Whitener(longer, false, caution);
        double sum = 0;
        for (CellFit cell : fit.cells()) {
            if (cell.weight() > 1e-4) {
                whitener.whiten(cell.cell());
                sum += cell.weight() * cell.variance() * whitener.unitVarianceOfChange();
            }
        }
        return Math.sqrt(sum);
    }
}
