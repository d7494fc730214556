package org.stillpoint.trace.susie;

import java.util.Arrays;

/** The rounds of one fit: each effect in turn is taken out, seen anew against what the others leave, and put back. */
final class Fitting {
    private final Susie susie;
    private final DesignMatrix design;
    private final double[] residual;
    private final double meanOfY;
    private final double varianceOfY;
    private final double[] priorWeights;
    private final SingleEffect single;
    private final double[][] alpha;
    private final double[][] mean;
    private final double[][] second;
    private final double[][] fittedOfEffect;
    private final double[][] gramOfEffect;
    private final double[] transposedResidual;
    private final double[] priorVariance;
    private final double[] divergence;
    private final double[] logBayesFactor;
    private final double[] squaresOfEffect;
    private final double[] coefficients;
    private double residualVariance;
    private boolean residualChanged = true;
    private boolean lastWasNone;

    Fitting(Susie susie, DesignMatrix design, double[] y, double[] priorWeights) {
        this.susie = susie;
        this.design = design;
        int n = design.rows();
        int p = design.columns();
        int effects = Math.min(susie.effects(), p);
        this.meanOfY = Arrays.stream(y).sum() / n;
        this.residual = y.clone();
        for (int i = 0; i < n; i++) {
            residual[i] -= meanOfY;
        }
        double mean = Arrays.stream(residual).sum() / n;
        double sum = 0;
        for (double value : residual) {
            sum += (value - mean) * (value - mean);
        }
        this.varianceOfY = sum / (n - 1);
        if (!(varianceOfY > 0)) {
            throw new IllegalArgumentException("y is " + y[0] + " in every row; it must vary");
        }
        this.residualVariance = varianceOfY;
        this.priorWeights = priorWeights;
        this.single = new SingleEffect(design, susie.form(), priorWeights);
        this.alpha = new double[effects][p];
        this.mean = new double[effects][p];
        this.second = new double[effects][p];
        this.fittedOfEffect = new double[effects][n];
        this.gramOfEffect = new double[effects][p];
        this.transposedResidual = design.transposeTimes(residual);
        this.priorVariance = new double[effects];
        Arrays.fill(priorVariance, susie.scaledPriorVariance() * varianceOfY);
        this.divergence = new double[effects];
        this.logBayesFactor = new double[effects];
        this.squaresOfEffect = new double[effects];
        this.coefficients = new double[p];
    }

    SusieFit run() {
        double[] elbo = new double[susie.maximumRounds()];
        double before = Double.NEGATIVE_INFINITY;
        int rounds = 0;
        boolean converged = false;
        while (!converged && rounds < elbo.length) {
            for (int l = 0; l < alpha.length; l++) {
                update(l);
            }
            double squares = expectedSquares();
            elbo[rounds] = lowerBound(squares);
            converged = elbo[rounds] - before < susie.tolerance();
            before = elbo[rounds];
            rounds++;
            if (!converged) {
                residualVariance = Math.max(squares / design.rows(), Susie.LEAST_RESIDUAL_SHARE * varianceOfY);
                residualChanged = true;
            }
        }
        return result(Arrays.copyOf(elbo, rounds), converged);
    }

    private void update(int l) {
        if (squaresOfEffect[l] > 0) {
            addToResidual(l, 1);
        }
        if (residualChanged) {
            single.face(transposedResidual, residualVariance);
            residualChanged = false;
            lastWasNone = false;
        }
        // An effect that faces the same residual as one that was none is none too.
        if (lastWasNone && squaresOfEffect[l] == 0) {
            priorVariance[l] = 0;
            System.arraycopy(priorWeights, 0, alpha[l], 0, priorWeights.length);
            return;
        }
        priorVariance[l] = single.bestPriorVariance(priorVariance[l]);
        double logMarginal = single.posterior(priorVariance[l], alpha[l], mean[l], second[l]);
        if (logMarginal <= 0 && priorVariance[l] > 0) {
            priorVariance[l] = 0;
            logMarginal = single.posterior(0, alpha[l], mean[l], second[l]);
        }
        lastWasNone = priorVariance[l] == 0;
        takeIn(l, logMarginal);
    }

    private void takeIn(int l, double logMarginal) {
        logBayesFactor[l] = logMarginal;
        double squares = 0;
        double withResidual = 0;
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = alpha[l][j] * mean[l][j];
            squares += design.squares(j) * alpha[l][j] * second[l][j];
            withResidual += coefficients[j] * transposedResidual[j];
        }
        squaresOfEffect[l] = squares;
        divergence[l] = -logMarginal + (2 * withResidual - squares) / (2 * residualVariance);
        if (squares > 0) {
            design.times(coefficients, fittedOfEffect[l], gramOfEffect[l]);
            addToResidual(l, -1);
        } else {
            Arrays.fill(fittedOfEffect[l], 0);
        }
    }

    /** Puts effect {@code l} back into the residual (sign 1) or takes it out (sign -1), in both its forms. */
    private void addToResidual(int l, double sign) {
        double[] fitted = fittedOfEffect[l];
        for (int i = 0; i < residual.length; i++) {
            residual[i] += sign * fitted[i];
        }
        double[] gram = gramOfEffect[l];
        for (int j = 0; j < transposedResidual.length; j++) {
            transposedResidual[j] += sign * gram[j];
        }
        residualChanged = true;
    }

    /** Expected sum of squares of what stays: the residual's own, and what is uncertain about the effects. */
    private double expectedSquares() {
        double sum = squares(residual);
        for (int l = 0; l < alpha.length; l++) {
            sum += squaresOfEffect[l] - squares(fittedOfEffect[l]);
        }
        return sum;
    }

    private double lowerBound(double expectedSquares) {
        double bound = -design.rows() / 2.0 * Math.log(2 * Math.PI * residualVariance)
                - expectedSquares / (2 * residualVariance);
        for (double each : divergence) {
            bound -= each;
        }
        return bound;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private SusieFit result(double[] elbo, boolean converged) {
        int p = coefficients.length;
        double[] unscaled = new double[p];
        double[] inclusion = new double[p];
        double intercept = meanOfY;
        for (int j = 0; j < p; j++) {
            double none = 1;
            for (int l = 0; l < alpha.length; l++) {
                unscaled[j] += alpha[l][j] * mean[l][j] / design.scale(j);
                none *= priorVariance[l] > CredibleSets.NO_EFFECT ? 1 - alpha[l][j] : 1;
            }
            inclusion[j] = 1 - none;
            intercept -= design.centre(j) * unscaled[j];
        }
        double[] fitted = new double[residual.length];
        Arrays.fill(fitted, meanOfY);
        for (double[] part : fittedOfEffect) {
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += part[i];
            }
        }
        return new SusieFit(
                alpha,
                mean,
                second,
                priorVariance,
                residualVariance,
                elbo,
                converged,
                intercept,
                unscaled,
                fitted,
                fittedOfEffect,
                logBayesFactor,
                inclusion,
                CredibleSets.of(alpha, priorVariance, design, susie));
    }
}
