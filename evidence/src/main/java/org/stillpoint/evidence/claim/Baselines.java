package org.stillpoint.evidence.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;

/**
 * The four simple forecasters that a model must beat, each with what earlier clients of the practice teach it. Before there
 * are any, they rest on untreated and treated people of a published trial, which count for {@value #WORTH} earlier outcomes.
 */
public final class Baselines {

    /** Outcomes that the published start counts for; own choice, 2026: about a practice's first quarter. */
    private static final int WORTH = 10;

    /**
     * Root mean squared errors on a 0-10 pain scale (last value, mean change, regression to the mean), as the first spread.
     * Computed leave-one-out from the trial of Ashar et al. 2022 (doi 10.1001/jamapsychiatry.2021.2669), both arms.
     */
    private static final double LAST_VALUE_ERROR = 2.41;

    private static final double MEAN_CHANGE_ERROR = 1.85;
    private static final double REGRESSION_ERROR = 1.61;

    /** First slope and centre of the regression on the last value; own choice, 2026: a test-retest correlation of 0.7. */
    private static final double FIRST_SLOPE = 0.7;

    private static final double FIRST_CENTRE = 4.5;
    private static final double FIRST_VARIANCE = 4;

    private final List<EarlierOutcome> pairs;

    /**
     * What was known before and what came, for one earlier outcome.
     *
     * @param last last value before
     * @param average mean of the values of the two weeks before
     * @param outcome what came
     */
    public record EarlierOutcome(double last, double average, double outcome) {}

    /** @param pairs earlier outcomes of this practice, any order; may be empty */
    public Baselines(List<EarlierOutcome> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** How many earlier outcomes they have learned from. */
    public int learnedFrom() {
        return pairs.size();
    }

    /** Every baseline's forecast by its name. */
    public Map<String, Gaussian> predict(double last, double average) {
        Map<String, Gaussian> all = new LinkedHashMap<>();
        all.put(
                "last value",
                spread(
                        last,
                        LAST_VALUE_ERROR,
                        pairs.stream().mapToDouble(p -> p.outcome() - p.last()).toArray()));
        double change = pairs.stream().mapToDouble(p -> p.outcome() - p.last()).sum() / (WORTH + pairs.size());
        all.put(
                "mean change",
                spread(
                        last + change,
                        MEAN_CHANGE_ERROR,
                        pairs.stream()
                                .mapToDouble(p -> p.outcome() - p.last() - change)
                                .toArray()));
        all.put("regression to the mean", regression(last));
        all.put(
                "own average",
                spread(
                        average,
                        MEAN_CHANGE_ERROR,
                        pairs.stream()
                                .mapToDouble(p -> p.outcome() - p.average())
                                .toArray()));
        return all;
    }

    private Gaussian regression(double last) {
        double n = pairs.size();
        double x = (WORTH * FIRST_CENTRE
                        + pairs.stream().mapToDouble(EarlierOutcome::last).sum())
                / (WORTH + n);
        double y = (WORTH * FIRST_CENTRE
                        + pairs.stream().mapToDouble(EarlierOutcome::outcome).sum())
                / (WORTH + n);
        double xx = WORTH * FIRST_VARIANCE;
        double xy = WORTH * FIRST_VARIANCE * FIRST_SLOPE;
        for (EarlierOutcome pair : pairs) {
            xx += (pair.last() - x) * (pair.last() - x);
            xy += (pair.last() - x) * (pair.outcome() - y);
        }
        double slope = xy / xx;
        return spread(
                y + slope * (last - x),
                REGRESSION_ERROR,
                pairs.stream()
                        .mapToDouble(p -> p.outcome() - y - slope * (p.last() - x))
                        .toArray());
    }

    private static Gaussian spread(double mean, double first, double[] errors) {
        double squares = WORTH * first * first;
        for (double error : errors) {
            squares += error * error;
        }
        return new Gaussian(mean, Math.sqrt(squares / (WORTH + errors.length)));
    }
}
