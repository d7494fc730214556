package org.stillpoint.web.outcome;

import java.time.Instant;
import java.util.Map;
import org.stillpoint.evidence.forecast.Forecast.Gaussian;

/**
 * What a claim of the ledger says: where pain is forecast to be in the week after a session, and how that will be judged.
 *
 * @param wording the forecast as it was worded when it was sealed
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
record Claim(
        String wording,
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

    /** Whether this outcome is a meaningful change for the better. */
    boolean meaningful(double outcome) {
        return outcome <= before - threshold;
    }
}
