package org.stillpoint.evidence.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.evidence.forecast.Scores;
import org.stillpoint.evidence.numeric.Sample;

/** How good the resolved forecasts of a practice were, beside the best baseline. */
public final class Skill {

    /** The rule of the word "likely": this many resolved claims, positive skill, and coverage within these bounds. */
    public static final int LEAST_CLAIMS = 30;

    public static final double LEAST_COVERAGE = 0.7;
    public static final double MOST_COVERAGE = 0.9;

    private final List<Scored> claims;

    public Skill(List<Scored> claims) {
        this.claims = List.copyOf(claims);
    }

    /**
     * One forecaster's mean scores; low is good.
     *
     * @param crps mean continuous ranked probability score, units of the outcome; of a point forecast the mean absolute error
     * @param logScore mean, nats; NaN for a point forecast
     * @param coverage share of outcomes inside the interval of 80 %; NaN for a point forecast
     * @param claims how many it forecast
     */
    public record ForecasterScore(String by, double crps, double logScore, double coverage, int claims) {}

    /**
     * Skill against the best baseline: 1 is perfect, 0 is no better, below 0 is worse.
     *
     * @param against name of the baseline with the lowest mean score
     * @param low lower end of the 95 % bootstrap interval, people drawn whole
     * @param high its upper end
     */
    public record Against(String against, double skill, double low, double high) {}

    public int size() {
        return claims.size();
    }

    /** The model first, then the baselines, then the practitioner's guess where there is one. */
    public List<ForecasterScore> rows() {
        List<ForecasterScore> rows = new ArrayList<>();
        if (claims.isEmpty()) {
            return rows;
        }
        rows.add(row(
                "model",
                claims.stream().map(c -> Map.entry(c.model(), c.outcome())).toList()));
        for (String name : claims.getFirst().baselines().keySet()) {
            rows.add(row(
                    name,
                    claims.stream()
                            .filter(c -> c.baselines().containsKey(name))
                            .map(c -> Map.entry(baseline(c, name), c.outcome()))
                            .toList()));
        }
        double[] errors = claims.stream()
                .filter(c -> c.guess().isPresent())
                .mapToDouble(c -> Math.abs(c.guess().getAsDouble() - c.outcome()))
                .toArray();
        if (errors.length > 0) {
            rows.add(new ForecasterScore("own guess", Sample.mean(errors), Double.NaN, Double.NaN, errors.length));
        }
        return rows;
    }

    private static ForecasterScore row(String by, List<Map.Entry<Gaussian, Double>> forecasts) {
        Scores scores = Scores.of(
                forecasts.stream().map(Map.Entry::getKey).toList(),
                forecasts.stream().mapToDouble(Map.Entry::getValue).toArray());
        return new ForecasterScore(by, scores.crps(), scores.logScore(), scores.coverage(), scores.n());
    }

    private static Gaussian baseline(Scored claim, String name) {
        Gaussian prediction = claim.baselines().get(name);
        if (prediction == null) {
            throw new IllegalStateException("no forecast by " + name);
        }
        return prediction;
    }

    /** Against the baseline that did best; empty without a resolved claim. */
    public Optional<Against> againstBest() {
        Optional<ForecasterScore> best = rows().stream()
                .skip(1)
                .filter(row -> !row.by().equals("own guess") && row.claims() == claims.size())
                .min(Comparator.comparingDouble(ForecasterScore::crps));
        return best.map(row -> against(row.by()));
    }

    private Against against(String name) {
        Map<String, Integer> people = new LinkedHashMap<>();
        int[] person = claims.stream()
                .mapToInt(c -> people.computeIfAbsent(c.subject(), subject -> people.size()))
                .toArray();
        Scores.SkillScore skill = Scores.skill(
                claims.stream().mapToDouble(c -> c.model().crps(c.outcome())).toArray(),
                claims.stream()
                        .mapToDouble(c -> baseline(c, name).crps(c.outcome()))
                        .toArray(),
                person);
        return new Against(name, skill.estimate(), skill.low(), skill.high());
    }

    /** Chances in {@code bins} equal bins, with counts; empty bins are left out. */
    public List<Scores.Bin> calibration(int bins) {
        double[] chances = claims.stream().mapToDouble(Scored::chance).toArray();
        boolean[] came = new boolean[chances.length];
        for (int i = 0; i < came.length; i++) {
            came[i] = claims.get(i).meaningful();
        }
        return Scores.calibration(chances, came, bins);
    }

    /** Counts of the probability integral transform in equal bins; level where the forecasts are calibrated. */
    public int[] pitCounts(int bins) {
        int[] counts = new int[bins];
        for (Scored claim : claims) {
            counts[Math.min(bins - 1, (int) (claim.model().pit(claim.outcome()) * bins))]++;
        }
        return counts;
    }

    /** Share of outcomes inside the model's interval of 80 %; NaN without a claim. */
    public double coverage() {
        return Arrays.stream(claims.stream()
                        .mapToDouble(c -> c.model().covers(c.outcome()) ? 1 : 0)
                        .toArray())
                .average()
                .orElse(Double.NaN);
    }

    /** Whether forecasts of this practice may be worded with "likely". */
    public boolean maySay() {
        return claims.size() >= LEAST_CLAIMS
                && againstBest().map(a -> a.skill() > 0).orElse(false)
                && coverage() >= LEAST_COVERAGE
                && coverage() <= MOST_COVERAGE;
    }
}
