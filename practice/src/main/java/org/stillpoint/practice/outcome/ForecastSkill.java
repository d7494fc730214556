package org.stillpoint.practice.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.claim.Skill;

/**
 * How good the forecasts of the practice were.
 *
 * @param sealed how many were ever sealed
 * @param open how many wait
 * @param voided how many had too few entries
 * @param resolved how many have an outcome
 * @param forecasters everybody's scores: the model's, the simple forecasters', and the practitioner's where there are any
 * @param against the model beside the best simple forecaster; empty without an outcome
 * @param held share of outcomes that the model's ranges held, 0 to 1; empty without an outcome
 * @param likely whether the forecasts have earned the word "likely"
 * @param calibration chances given, and how often it came
 * @param within where outcomes fell within the model's forecast, counts of five equal parts
 */
public record ForecastSkill(
        int sealed,
        long open,
        long voided,
        int resolved,
        List<Forecaster> forecasters,
        Optional<Comparison> against,
        OptionalDouble held,
        boolean likely,
        List<ChanceBin> calibration,
        List<Integer> within) {

    /** Resolved forecasts that the word "likely" asks for. */
    public static final int LEAST_RESOLVED = Skill.LEAST_CLAIMS;

    /** Parts into which chances, and places within forecasts, are counted. */
    private static final int BINS = 5;

    /**
     * One forecaster's mean scores; low is good.
     *
     * @param by its name
     * @param crps continuous ranked probability score, points
     * @param logScore nats; empty for a single guessed number
     * @param held share of outcomes in its range of 80 %; empty likewise
     * @param forecasts how many
     */
    public record Forecaster(String by, double crps, OptionalDouble logScore, OptionalDouble held, int forecasts) {}

    /**
     * Skill of the model: 0 is no better than the best simple forecaster, 1 is perfect.
     *
     * @param by which that is
     * @param low end of the interval of 95 %
     * @param high end of the interval of 95 %
     */
    public record Comparison(String by, double skill, double low, double high) {}

    /**
     * Chances between low and high.
     *
     * @param given their mean
     * @param came how often it came, 0 to 1
     * @param forecasts how many
     */
    public record ChanceBin(double low, double high, double given, double came, int forecasts) {}

    /** Of every claim of the practice. */
    public static ForecastSkill of(List<Forecast> forecasts) {
        Skill skill = new Skill(forecasts.stream()
                .flatMap(forecast -> forecast.scored().stream())
                .toList());
        return new ForecastSkill(
                forecasts.size(),
                forecasts.stream().filter(Forecast::isOpen).count(),
                forecasts.stream().filter(Forecast::isVoid).count(),
                skill.size(),
                skill.rows().stream()
                        .map(row -> new Forecaster(
                                row.by(), row.crps(), known(row.logScore()), known(row.coverage()), row.claims()))
                        .toList(),
                skill.againstBest().map(best -> new Comparison(best.against(), best.skill(), best.low(), best.high())),
                known(skill.coverage()),
                skill.maySay(),
                skill.calibration(BINS).stream()
                        .map(bin -> new ChanceBin(bin.low(), bin.high(), bin.forecast(), bin.came(), bin.count()))
                        .toList(),
                Arrays.stream(skill.pitCounts(BINS)).boxed().toList());
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
