package org.stillpoint.evidence.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.stillpoint.evidence.numeric.Sample;

/** How good the resolved forecasts of a practice were, beside the best baseline. */
public final class Skill {

    /** The rule of the word "likely": this many resolved claims, positive skill, and coverage within these bounds. */
    public static final int LEAST_CLAIMS = 30;

    public static final double LEAST_COVERAGE = 0.7;
    public static final double MOST_COVERAGE = 0.9;

    private static final int RESAMPLES = 2000;
    private static final long SEED = 20261122L;

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
    public record Row(String by, double crps, double logScore, double coverage, int claims) {}

    /**
     * Skill against the best baseline: 1 is perfect, 0 is no better, below 0 is worse.
     *
     * @param against name of the baseline with the lowest mean score
     * @param low lower end of the 95 % bootstrap interval, people drawn whole
     * @param high its upper end
     */
    public record Against(String against, double skill, double low, double high) {}

    /**
     * Chances that were given, and how often it came.
     *
     * @param from lowest chance in the bin
     * @param to highest
     * @param claims how many
     * @param given mean chance given; NaN in an empty bin
     * @param came share that came; NaN in an empty bin
     */
    public record Bin(double from, double to, int claims, double given, double came) {}

    public int size() {
        return claims.size();
    }

    /** The model first, then the baselines, then the practitioner's guess where there is one. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
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
            rows.add(new Row("own guess", Sample.mean(errors), Double.NaN, Double.NaN, errors.length));
        }
        return rows;
    }

    private static Row row(String by, List<Map.Entry<Prediction, Double>> forecasts) {
        return new Row(
                by,
                forecasts.stream()
                        .mapToDouble(f -> f.getKey().crps(f.getValue()))
                        .average()
                        .orElse(Double.NaN),
                forecasts.stream()
                        .mapToDouble(f -> f.getKey().logScore(f.getValue()))
                        .average()
                        .orElse(Double.NaN),
                forecasts.stream()
                        .mapToDouble(f -> f.getKey().covers(f.getValue()) ? 1 : 0)
                        .average()
                        .orElse(Double.NaN),
                forecasts.size());
    }

    private static Prediction baseline(Scored claim, String name) {
        Prediction prediction = claim.baselines().get(name);
        if (prediction == null) {
            throw new IllegalStateException("no forecast by " + name);
        }
        return prediction;
    }

    /** Against the baseline that did best; empty without a resolved claim. */
    public Optional<Against> againstBest() {
        Optional<Row> best = rows().stream()
                .skip(1)
                .filter(row -> !row.by().equals("own guess") && row.claims() == claims.size())
                .min(Comparator.comparingDouble(Row::crps));
        return best.map(row -> against(row.by()));
    }

    private Against against(String name) {
        Map<String, List<Scored>> people = claims.stream()
                .collect(Collectors.groupingBy(Scored::subject, LinkedHashMap::new, Collectors.toList()));
        List<double[]> sums = people.values().stream()
                .map(own -> new double[] {
                    own.stream().mapToDouble(c -> c.model().crps(c.outcome())).sum(),
                    own.stream()
                            .mapToDouble(c -> baseline(c, name).crps(c.outcome()))
                            .sum()
                })
                .toList();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            double model = 0;
            double other = 0;
            for (int i = 0; i < sums.size(); i++) {
                double[] one = sums.get(random.nextInt(sums.size()));
                model += one[0];
                other += one[1];
            }
            drawn[r] = 1 - model / other;
        }
        double model = sums.stream().mapToDouble(s -> s[0]).sum();
        double other = sums.stream().mapToDouble(s -> s[1]).sum();
        return new Against(name, 1 - model / other, Sample.quantile(drawn, 0.025), Sample.quantile(drawn, 0.975));
    }

    /** Mean squared distance of the model's chances from what came (Brier 1950); NaN without a claim. */
    public double brier() {
        return claims.stream()
                .mapToDouble(c -> Math.pow(c.chance() - (c.meaningful() ? 1 : 0), 2))
                .average()
                .orElse(Double.NaN);
    }

    /** The same of the practitioner's own chances; NaN where none were given. */
    public double guessedBrier() {
        return claims.stream()
                .filter(c -> c.guessedChance().isPresent())
                .mapToDouble(c -> Math.pow(c.guessedChance().getAsDouble() - (c.meaningful() ? 1 : 0), 2))
                .average()
                .orElse(Double.NaN);
    }

    /** Chances in {@code bins} equal bins, with counts. */
    public List<Bin> calibration(int bins) {
        List<Bin> all = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            double from = (double) b / bins;
            double to = (b + 1.0) / bins;
            boolean last = b == bins - 1;
            List<Scored> in = claims.stream()
                    .filter(c -> c.chance() >= from && (c.chance() < to || last))
                    .toList();
            all.add(new Bin(
                    from,
                    to,
                    in.size(),
                    in.stream().mapToDouble(Scored::chance).average().orElse(Double.NaN),
                    in.stream()
                            .mapToDouble(c -> c.meaningful() ? 1 : 0)
                            .average()
                            .orElse(Double.NaN)));
        }
        return all;
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
