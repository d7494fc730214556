package org.stillpoint.practice.outcome;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;

/**
 * What a claim of the ledger says: where pain is forecast to be in the week after a session, and how that will be judged.
 *
 * @param worded the words in which it was sealed; empty in claims that are worded when they are read (since 2026-11)
 * @param likely whether the forecasts of the practice had earned the word "likely" when it was sealed
 * @param from first instant of the target, the day after the session
 * @param to its end, seven days later; not included
 * @param leastEntries with fewer entries than this in the target the claim is void
 * @param resolveOn when it is resolved: two days after the end, for entries that arrive late
 * @param before mean pain of the two weeks before it was sealed, 0 to 10
 * @param threshold how much lower than {@code before} counts as meaningful, points
 * @param model the model's forecast of mean pain in the target
 * @param chance the model's probability of a meaningful change, 0 to 1
 * @param baselines the simple forecasters' own forecasts, by name
 * @param modelVersion which model
 * @param inputsHash SHA-256 of the entries and earlier outcomes that it was made from, hexadecimal
 */
public record Claim(
        Optional<String> worded,
        boolean likely,
        Instant from,
        Instant to,
        int leastEntries,
        Instant resolveOn,
        double before,
        double threshold,
        Gaussian model,
        double chance,
        Map<String, Gaussian> baselines,
        String modelVersion,
        String inputsHash) {

    /** How missing entries are treated; said in every claim. */
    static final String MISSING_RULE = "mean of the entries that were given; void with fewer than the least number";

    /** The range that should hold 8 of 10 outcomes, within the scale. */
    public static double[] range(Gaussian prediction) {
        return new double[] {Math.clamp(prediction.quantile(0.1), 0, 10), Math.clamp(prediction.quantile(0.9), 0, 10)};
    }

    /** Whether this outcome is a meaningful change for the better. */
    public boolean meaningful(double outcome) {
        return outcome <= before - threshold;
    }
}
