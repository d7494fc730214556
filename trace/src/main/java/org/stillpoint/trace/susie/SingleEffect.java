package org.stillpoint.trace.susie;

/**
 * One single effect: which one column carries it, and how large it is (Wang et al. 2020, section 2.2).
 *
 * <p>Reads the data only through {@code X'r}, so that two effects that face the same residual share one evaluation.
 */
final class SingleEffect {
    /** Search interval for the logarithm of the prior variance, and its tolerance: those of susieR 0.12.35 and R's {@code optim}. */
    private static final double LOG_V_LOW = -30;

    private static final double LOG_V_HIGH = 15;
    private static final double LOG_V_TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private final DesignMatrix design;
    private final EffectPrior form;
    private final double[] priorWeights;
    private final double totalPrior;
    private final double[] halfSquares;
    private final boolean[] positive;
    private double[] transposed = new double[0];
    private final ExponentialSum exponentialSum;
    private boolean summed;
    private double reference;
    private double residualVariance;
    private double bestLogV = Double.NaN;
    private double atBest;

    /** @param priorWeights inclusion weight of each column, positive */
    SingleEffect(DesignMatrix design, EffectPrior form, double[] priorWeights) {
        this.design = design;
        this.form = form;
        this.priorWeights = priorWeights;
        int p = design.columns();
        this.halfSquares = new double[p];
        this.positive = new boolean[p];
        this.exponentialSum = new ExponentialSum(p);
        double sum = 0;
        for (double weight : priorWeights) {
            sum += weight;
        }
        this.totalPrior = sum;
    }

    /** Faces a residual, given by its products with the columns. */
    void face(double[] transposedResidual, double residualVariance) {
        this.residualVariance = residualVariance;
        this.transposed = transposedResidual;
        reference = 0;
        for (int j = 0; j < halfSquares.length; j++) {
            double squares = design.squares(j);
            halfSquares[j] = squares == 0 ? 0 : transposed[j] * transposed[j] / (2 * squares * residualVariance);
            positive[j] = transposed[j] >= 0;
            if ((positive[j] || !form.isOneSided()) && halfSquares[j] > reference) {
                reference = halfSquares[j];
            }
        }
        bestLogV = Double.NaN;
        summed = false;
    }

    /** Log of the marginal likelihood of the residual at prior variance {@code v}, relative to no effect. */
    double logMarginal(double v) {
        if (v == 0) {
            return Math.log(totalPrior);
        }
        return design.hasUniformSquares() && !form.isOneSided() ? logMarginalUniform(v) : logMarginalGeneral(v);
    }

    private double logMarginalUniform(double v) {
        if (!summed) {
            exponentialSum.set(priorWeights, halfSquares);
            summed = true;
        }
        double signal = v * design.squares(0);
        double share = signal / (signal + residualVariance);
        return exponentialSum.log(share) + Math.log1p(-share) / 2;
    }

    private double logMarginalGeneral(double v) {
        double sum = 0;
        for (int j = 0; j < halfSquares.length; j++) {
            double signal = v * design.squares(j);
            double share = signal / (signal + residualVariance);
            sum += priorWeights[j] * Math.sqrt(1 - share) * form.weight(share * halfSquares[j], positive[j], reference);
        }
        return Math.log(sum) + reference;
    }

    /**
     * The prior variance that the residual speaks for, or 0 if no effect is as likely: susieR's {@code optimize_prior_variance} with
     * {@code optimize_V = "optim"}.
     */
    double bestPriorVariance(double current) {
        if (Double.isNaN(bestLogV)) {
            bestLogV = BrentMinimum.find(logV -> -logMarginal(Math.exp(logV)), LOG_V_LOW, LOG_V_HIGH, LOG_V_TOLERANCE);
            atBest = logMarginal(Math.exp(bestLogV));
        }
        double atCurrent = logMarginal(current);
        double best = atBest < atCurrent ? current : Math.exp(bestLogV);
        return logMarginal(0) >= Math.max(atBest, atCurrent) ? 0 : best;
    }

    /**
     * Posterior of the effect at prior variance {@code v}.
     *
     * @param alpha receives the probability of each column
     * @param mean receives the mean of the effect, given the column
     * @param second receives its second moment, given the column
     * @return the log marginal likelihood relative to no effect
     */
    double posterior(double v, double[] alpha, double[] mean, double[] second) {
        double sum = 0;
        for (int j = 0; j < alpha.length; j++) {
            double squares = design.squares(j);
            double signal = v * squares;
            double share = signal / (signal + residualVariance);
            double weight = priorWeights[j];
            if (v > 0) {
                weight *= Math.sqrt(1 - share) * form.weight(share * halfSquares[j], positive[j], reference);
            }
            alpha[j] = weight;
            sum += weight;
            double variance = squares == 0 ? v : share * residualVariance / squares;
            double mu = variance * transposed[j] / residualVariance;
            double deviation = Math.sqrt(variance);
            mean[j] = v == 0 ? 0 : form.mean(mu, deviation);
            second[j] = v == 0 ? 0 : form.secondMoment(mu, deviation, mean[j]);
        }
        for (int j = 0; j < alpha.length; j++) {
            alpha[j] /= sum;
        }
        return Math.log(sum) + (v > 0 ? reference : 0);
    }
}
