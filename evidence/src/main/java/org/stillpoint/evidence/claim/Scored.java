package org.stillpoint.evidence.claim;

import java.util.Map;
import java.util.OptionalDouble;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;

/**
 * A claim whose outcome is known.
 *
 * @param subject whose, as any text that tells people apart; errors of one person go together
 * @param model the model's forecast
 * @param baselines every baseline's forecast by its name
 * @param guess the practitioner's own guess; empty where none was made
 * @param chance the model's probability of a meaningful change, 0 to 1
 * @param guessedChance the practitioner's, 0 to 1; empty where none was given
 * @param outcome what came
 * @param meaningful whether a meaningful change came
 */
public record Scored(
        String subject,
        Gaussian model,
        Map<String, Gaussian> baselines,
        OptionalDouble guess,
        double chance,
        OptionalDouble guessedChance,
        double outcome,
        boolean meaningful) {}
