package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.evidence.numeric.Sample;

/**
 * Both regressions on many diaries at once. What they share is worked out once for each cell of the grid: the filter of the
 * days, and the regression columns or, where only the start differs, the entries.
 *
 * @param levelOnly level before and level after
 * @param trendPlusLevel the same with a straight trend; empty where it was not asked for
 */
record ManyFits(Changes levelOnly, Optional<Changes> trendPlusLevel) {

    private static final int LEVEL_COLUMNS = 2;
    private static final int TREND_COLUMNS = 3;

    /** One cell of the grid on given days: the column of the level, white and of length one, is taken out of all others. */
    private static final class InCell {
        private final Whitener whitener;
        private final double[] level;

        /** What the level alone adds to the logarithm of the marginal likelihood. */
        private final double constant;

        InCell(Whitener whitener, DriftNoiseGrid.GridCell cell, int entries) {
            this.whitener = whitener;
            whitener.at(cell);
            double[] ones = new double[entries];
            Arrays.fill(ones, 1);
            level = whitener.whiten(ones);
            double length = Whitener.normalise(level);
            constant = Math.log(cell.weight()) - 0.5 * whitener.logDeterminant() - Math.log(length);
        }

        double[] beside(double[] column) {
            double[] white = whitener.whiten(column);
            Whitener.takeOut(white, Whitener.dot(white, level), level);
            return white;
        }
    }

    /**
     * Many series of values on the same days with the same start.
     *
     * @param diary its days and its start; its values are not looked at
     * @param values entries x series, about zero
     */
    static ManyFits ofValues(
            DriftNoiseGrid grid, Optional<Caution> caution, Diary diary, double[][] values, boolean withTrend) {
        int n = diary.size();
        ManyFits fits = empty(grid, values[0].length, n, caution, withTrend);
        double[] times = centred(diary.days());
        double[] after = new double[n];
        Arrays.fill(after, diary.sizeBefore(), n, 1);
        Whitener whitener = new Whitener(diary.days());
        for (int c = 0; c < grid.cells().size(); c++) {
            InCell cell = new InCell(whitener, grid.cells().get(c), n);
            double[] step = cell.beside(after);
            double stepLength = Whitener.normalise(step);
            fits.addValues(c, cell, step, stepLength, withTrend ? cell.beside(times) : new double[n], values);
        }
        return fits;
    }

    private void addValues(int c, InCell cell, double[] step, double stepLength, double[] trend, double[][] values) {
        double shared = Whitener.dot(trend, step);
        Whitener.takeOut(trend, shared, step);
        double trendLength = trendPlusLevel.isPresent() ? Whitener.normalise(trend) : 1;
        double ratio = shared / trendLength;
        double unit = 1 / (stepLength * stepLength);
        double constant = cell.constant - 0.5 * Math.log(shared * shared + trendLength * trendLength);
        Whitener.Products y = cell.whitener.products(values, cell.level, step, trend);
        for (int s = 0; s < values[0].length; s++) {
            double alongStep = y.b()[s];
            double alongTrend = y.c()[s];
            double left = y.own()[s] - y.a()[s] * y.a()[s] - alongStep * alongStep;
            levelOnly.set(s, c, cell.constant, unit, alongStep / stepLength, left);
            if (trendPlusLevel.isPresent()) {
                double change = (alongStep - ratio * alongTrend) / stepLength;
                trendPlusLevel
                        .get()
                        .set(s, c, constant, unit * (1 + ratio * ratio), change, left - alongTrend * alongTrend);
            }
        }
    }

    /**
     * The same entries with many pretended starts.
     *
     * @param splits for each start the number of entries before it; both sides must allow both regressions
     */
    static ManyFits ofStarts(DriftNoiseGrid grid, Optional<Caution> caution, Diary diary, int[] splits) {
        int n = diary.size();
        ManyFits fits = empty(grid, splits.length, n, caution, true);
        double[] times = centred(diary.days());
        double[] values = centred(diary.values());
        double[][] steps = new double[n][splits.length];
        for (int i = 0; i < n; i++) {
            for (int s = 0; s < splits.length; s++) {
                steps[i][s] = i < splits[s] ? 0 : 1;
            }
        }
        Whitener whitener = new Whitener(diary.days());
        for (int c = 0; c < grid.cells().size(); c++) {
            InCell cell = new InCell(whitener, grid.cells().get(c), n);
            fits.addStarts(c, cell, cell.beside(times), cell.beside(values), steps);
        }
        return fits;
    }

    private void addStarts(int c, InCell cell, double[] trend, double[] y, double[][] steps) {
        double constant = cell.constant - Math.log(Whitener.normalise(trend));
        double squares = Whitener.dot(y, y);
        double slope = Whitener.dot(y, trend);
        Whitener.Products step = cell.whitener.products(steps, cell.level, trend, y);
        Changes beside = trendPlusLevel.orElseThrow();
        for (int s = 0; s < steps[0].length; s++) {
            double precision = step.own()[s] - step.a()[s] * step.a()[s];
            double change = step.c()[s] / precision;
            levelOnly.set(s, c, cell.constant, 1 / precision, change, squares - change * step.c()[s]);
            double left = step.c()[s] - step.b()[s] * slope;
            double precisionLeft = precision - step.b()[s] * step.b()[s];
            double changeLeft = left / precisionLeft;
            beside.set(s, c, constant, 1 / precisionLeft, changeLeft, squares - slope * slope - changeLeft * left);
        }
    }

    private static ManyFits empty(
            DriftNoiseGrid grid, int count, int entries, Optional<Caution> caution, boolean withTrend) {
        int cells = grid.cells().size();
        return new ManyFits(
                new Changes(cells, count, entries, LEVEL_COLUMNS, caution),
                withTrend ? Optional.of(new Changes(cells, count, entries, TREND_COLUMNS, caution)) : Optional.empty());
    }

    /** A column about its mean: nothing changes but the round-off. */
    private static double[] centred(double[] column) {
        double mean = Sample.mean(column);
        return Arrays.stream(column).map(x -> x - mean).toArray();
    }
}
