package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.evidence.numeric.StudentMixture;

/**
 * Posteriors of the change for many diaries that share their days, under one of the two regressions: what each cell of the
 * grid says of each diary, put together only where it is asked for.
 */
final class Changes {

    /** Least residual sum of squares, squared units of the outcome, so that an exact fit stays a finite answer. */
    private static final double LEAST_RESIDUAL = 1e-9;

    private final int cells;
    private final int df;
    private final Optional<Caution> caution;
    private final double[] logWeight;
    private final double[] centre;
    private final double[] scale;
    private final double[] variance;

    /**
     * @param count how many diaries
     * @param entries in each
     * @param columns of the regression
     */
    Changes(int cells, int count, int entries, int columns, Optional<Caution> caution) {
        this.cells = cells;
        this.caution = caution;
        df = entries - columns + caution.map(c -> 1 + c.worth()).orElse(0);
        logWeight = new double[cells * count];
        centre = new double[cells * count];
        scale = new double[cells * count];
        variance = new double[cells * count];
    }

    /**
     * What a cell says, tempered by {@link Caution} where there is one: the change is drawn towards none, the variance
     * towards what is typical.
     *
     * @param constant logarithm of the cell's marginal likelihood, less what depends on the change's precision and the
     *     residual
     * @param unitVariance variance of the change where an entry has variance one
     * @param change by generalised least squares
     * @param residual sum of squares that the regression leaves
     */
    void set(int diary, int cell, double constant, double unitVariance, double change, double residual) {
        int at = diary * cells + cell;
        double squares = Math.max(residual, LEAST_RESIDUAL);
        double precision = 1 / unitVariance;
        double drawn = change;
        if (caution.isPresent()) {
            Caution prior = caution.get();
            squares += change * change / (unitVariance + prior.changeVariance())
                    + prior.worth() * prior.typicalSd() * prior.typicalSd();
            precision += 1 / prior.changeVariance();
            drawn = change / unitVariance / precision;
        }
        logWeight[at] = constant - 0.5 * Math.log(precision) - 0.5 * df * Math.log(squares);
        centre[at] = drawn;
        variance[at] = squares / df;
        scale[at] = Math.sqrt(variance[at] / precision);
    }

    /** Posterior weights of the cells for one diary. */
    double[] weights(int diary) {
        double[] weights = Arrays.copyOfRange(logWeight, diary * cells, (diary + 1) * cells);
        double top = Double.NEGATIVE_INFINITY;
        for (double w : weights) {
            top = Math.max(top, w);
        }
        double sum = 0;
        for (int c = 0; c < cells; c++) {
            weights[c] = Math.exp(weights[c] - top);
            sum += weights[c];
        }
        for (int c = 0; c < cells; c++) {
            weights[c] /= sum;
        }
        return weights;
    }

    /** Posterior mean of one diary's change. */
    double mean(int diary) {
        double[] weights = weights(diary);
        double mean = 0;
        for (int c = 0; c < cells; c++) {
            mean += weights[c] * centre[diary * cells + c];
        }
        return mean;
    }

    /** Posterior of one diary's change. */
    StudentMixture change(int diary) {
        return new StudentMixture(
                weights(diary),
                Arrays.copyOfRange(centre, diary * cells, (diary + 1) * cells),
                Arrays.copyOfRange(scale, diary * cells, (diary + 1) * cells),
                df);
    }

    /** A cell's estimate of the variance of an entry of one diary. */
    double variance(int diary, int cell) {
        return variance[diary * cells + cell];
    }
}
