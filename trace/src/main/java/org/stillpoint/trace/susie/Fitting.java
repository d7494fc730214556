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
    private boolean greedy;

    Fitting(Susie susie, DesignMatrix design, double[] y, double[] priorWeights) {
        this.susie = susie;
        this.design = design;
        int n = design.rows();
        int p = design.columns();
        int effects = Math.min(susie.effects(), p);
        this.meanOfY = design.isCentred() ? Arrays.stream(y).sum() / n : 0;
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
        this.residualVariance = Math.max(1, susie.leastResidualShare()) * varianceOfY;
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
            greedy = susie.greedyStart() && rounds == 0;
            for (int l = 0; l < alpha.length; l++) {
                update(l);
            }
            double squares = expectedSquares();
            elbo[rounds] = lowerBound(squares);
            converged = !greedy && elbo[rounds] - before < susie.tolerance();
            // The bound of the greedy round is not one of the model.
            before = greedy ? Double.NEGATIVE_INFINITY : elbo[rounds];
            rounds++;
            if (!converged && susie.residualVarianceEstimated()) {
                residualVariance = Math.max(squares / design.rows(), susie.leastResidualShare() * varianceOfY);
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
        priorVariance[l] = startingVariance(l);
        double logMarginal = single.posterior(priorVariance[l], alpha[l], mean[l], second[l]);
        if (logMarginal <= 0 && priorVariance[l] > 0) {
            priorVariance[l] = 0;
            logMarginal = single.posterior(0, alpha[l], mean[l], second[l]);
        }
        lastWasNone = priorVariance[l] == 0;
        if (greedy && !lastWasNone) {
            takeBestOnly(alpha[l]);
        }
        takeIn(l, logMarginal);
    }

    private static void takeBestOnly(double[] alpha) {
        int best = 0;
        for (int j = 1; j < alpha.length; j++) {
            best = alpha[j] > alpha[best] ? j : best;
        }
        Arrays.fill(alpha, 0);
        alpha[best] = 1;
    }

    private double startingVariance(int l) {
        double atStart = susie.scaledPriorVariance() * varianceOfY;
        return switch (susie.priorVariance()) {
            case SEARCHED -> single.bestPriorVariance(priorVariance[l]);
            case KEPT -> atStart;
            case EXPECTED -> squaresOfEffect[l] == 0 ? atStart : expectedVariance(l);
        };
    }

    private double expectedVariance(int l) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += alpha[l][j] * second[l][j];
        }
        return sum;
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
