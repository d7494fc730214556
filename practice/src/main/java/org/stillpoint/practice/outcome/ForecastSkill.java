package org.stillpoint.practice.outcome;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.evidence.claim.Skill;
import org.stillpoint.evidence.forecast.Scores;

/**
 * How good the forecasts of the practice were.
 *
 * @param skill of those whose outcome is known
 * @param sealed how many were ever sealed
 * @param open how many wait
 * @param voided how many had too few entries
 */
public record ForecastSkill(Skill skill, int sealed, long open, long voided) {

    /** Parts into which chances, and places within forecasts, are counted. */
    private static final int BINS = 5;

    /** Of every claim of the practice. */
    public static ForecastSkill of(List<Forecast> forecasts) {
        return new ForecastSkill(
                new Skill(forecasts.stream()
                        .flatMap(forecast -> forecast.scored().stream())
                        .toList()),
                forecasts.size(),
                forecasts.stream().filter(Forecast::isOpen).count(),
                forecasts.stream().filter(Forecast::isVoid).count());
    }

    /** Chances given, and how often it came. */
    public List<Scores.Bin> calibration() {
        return skill.calibration(BINS);
    }

    /** Where outcomes fell within the model's forecast, counts of five equal parts. */
    public List<Integer> within() {
        return Arrays.stream(skill.pitCounts(BINS)).boxed().toList();
    }
}
