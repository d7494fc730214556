package org.stillpoint.evidence.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Sample;

/** Several N-of-1 trials as one answer: each person's own difference first, then a meta-analysis over persons. */
public final class NOfOne {

    /** Entries that a person must have in each condition, as the reference analyses asked for. */
    private static final int LEAST_ENTRIES = 3;

    private NOfOne() {}

    /**
     * One person's entries under both conditions, points.
     *
     * @param with values while the treatment was on
     * @param without values while it was off
     */
    public record Participant(List<Double> with, List<Double> without) {
        public Participant {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }

        /** Whether there are enough entries in both conditions, and they vary. */
        public boolean canDiffer() {
            return with.size() >= LEAST_ENTRIES && without.size() >= LEAST_ENTRIES && variance() > 0;
        }

        /** Mean with less mean without. */
        public double difference() {
            return Sample.mean(array(with)) - Sample.mean(array(without));
        }

        /** Sampling variance of the difference from the variance within both conditions, pooled. */
        public double variance() {
            double n1 = with.size();
            double n0 = without.size();
            double pooled = ((n1 - 1) * Sample.variance(array(with)) + (n0 - 1) * Sample.variance(array(without)))
                    / (n1 + n0 - 2);
            return pooled * (1 / n1 + 1 / n0);
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * The two-stage analysis.
     *
     * @param meta over the persons who could be used
     * @param leftOut persons with fewer than three entries in a condition, or no variation
     */
    public record TwoStage(MetaAnalysis meta, List<String> leftOut) {}

    /** @throws IllegalArgumentException where fewer than two persons can be used */
    public static TwoStage twoStage(Map<String, Participant> people) {
        List<String> names = new ArrayList<>();
        List<Participant> used = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        people.forEach((name, person) -> {
            if (person.canDiffer()) {
                names.add(name);
                used.add(person);
            } else {
                leftOut.add(name);
            }
        });
        return new TwoStage(
                new MetaAnalysis(Studies.of(
                        names,
                        used.stream().mapToDouble(Participant::difference).toArray(),
                        used.stream().mapToDouble(Participant::variance).toArray())),
                List.copyOf(leftOut));
    }
}
