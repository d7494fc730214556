package org.stillpoint.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A set of forecasts scored against what came.
 *
 * @param n how many
 * @param meanAbsoluteError of the medians
 * @param rootMeanSquareError of the medians
 * @param crps mean
 * @param logScore mean, nats
 * @param coverage share of outcomes inside the 80 % interval
 * @param intervalScore mean, of the 80 % interval
 */
public record Scores(
        int n,
        double meanAbsoluteError,
        double rootMeanSquareError,
        double crps,
        double logScore,
        double coverage,
        double intervalScore) {

    private static final int RESAMPLES = 2000;
    private static final long SEED = 7;

    /** Scores forecasts, one per outcome, one or more. */
    public static Scores of(List<? extends PredictiveDistribution> forecasts, double[] outcomes) {
        int n = outcomes.length;
        if (n == 0 || forecasts.size() != n) {
            throw new IllegalArgumentException(forecasts.size() + " forecasts for " + n + " outcomes");
        }
        double absolute = 0;
        double square = 0;
        double crps = 0;
        double log = 0;
        double covered = 0;
        double interval = 0;
        for (int i = 0; i < n; i++) {
            PredictiveDistribution forecast = forecasts.get(i);
            double off = outcomes[i] - forecast.quantile(0.5);
            absolute += Math.abs(off) / n;
            square += off * off / n;
            crps += forecast.crps(outcomes[i]) / n;
            log += forecast.logScore(outcomes[i]) / n;
            covered += forecast.covers(outcomes[i]) ? 1.0 / n : 0;
            interval += forecast.intervalScore(outcomes[i]) / n;
        }
        return new Scores(n, absolute, Math.sqrt(square), crps, log, covered, interval);
    }

    /**
     * Skill against a reference: 1 less the ratio of mean scores; above 0 is better than the reference.
     *
     * @param low low end of the 95 % bootstrap interval, persons drawn with all their forecasts
     */
    public record SkillScore(double estimate, double low, double high) {}

    /**
     * Skill from scores per forecast.
     *
     * @param model scores of the model
     * @param reference scores of the reference for the same outcomes
     * @param person who each outcome belongs to, numbered from 0
     */
    public static SkillScore skill(double[] model, double[] reference, int[] person) {
        int people = IntStream.of(person).max().orElse(-1) + 1;
        double[] modelSums = new double[people];
        double[] referenceSums = new double[people];
        for (int i = 0; i < model.length; i++) {
            modelSums[person[i]] += model[i];
            referenceSums[person[i]] += reference[i];
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double a = 0;
            double b = 0;
            for (int p = 0; p < people; p++) {
                int chosen = random.nextInt(people);
                a += modelSums[chosen];
                b += referenceSums[chosen];
            }
            drawn[r] = 1 - a / b;
        }
        double estimate = 1 - sum(modelSums) / sum(referenceSums);
        return new SkillScore(
                estimate,
                org.stillpoint.evidence.numeric.Sample.quantile(drawn, 0.025),
                org.stillpoint.evidence.numeric.Sample.quantile(drawn, 0.975));
    }

    private static double sum(double[] x) {
        return java.util.Arrays.stream(x).sum();
    }

    /** Mean squared distance of probabilities to what came, 0 or 1 (Brier 1950). */
    public static double brier(double[] probabilities, boolean[] came) {
        return IntStream.range(0, came.length)
                .mapToDouble(i -> probabilities[i] - (came[i] ? 1 : 0))
                .map(d -> d * d)
                .average()
                .orElseThrow();
    }

    /** Mean negative log probability of what came, nats; infinite where something came that was called impossible. */
    public static double logLoss(double[] probabilities, boolean[] came) {
        return IntStream.range(0, came.length)
                .mapToDouble(i -> -Math.log(came[i] ? probabilities[i] : 1 - probabilities[i]))
                .average()
                .orElseThrow();
    }

    /** Brier skill against always forecasting the share of what came; NaN where everything or nothing came. */
    public static double brierSkill(double[] probabilities, boolean[] came) {
        double rate = IntStream.range(0, came.length).filter(i -> came[i]).count() / (double) came.length;
        return 1 - brier(probabilities, came) / (rate * (1 - rate));
    }

    /**
     * One bin of a calibration chart.
     *
     * @param low lowest probability of the bin
     * @param count forecasts in it: always shown
     * @param forecast their mean probability
     * @param came share of them that came
     */
    public record Bin(double low, double high, int count, double forecast, double came) {}

    /** Calibration in equal bins of probability; empty bins are left out. */
    public static List<Bin> calibration(double[] probabilities, boolean[] came, int bins) {
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            int bin = b;
            int[] in = IntStream.range(0, came.length)
                    .filter(i -> Math.min(bins - 1, (int) (probabilities[i] * bins)) == bin)
                    .toArray();
            if (in.length > 0) {
                filled.add(new Bin(
                        b / (double) bins,
                        (b + 1) / (double) bins,
                        in.length,
                        IntStream.of(in)
                                .mapToDouble(i -> probabilities[i])
                                .average()
                                .orElseThrow(),
                        IntStream.of(in).filter(i -> came[i]).count() / (double) in.length));
            }
        }
        return filled;
    }
}
