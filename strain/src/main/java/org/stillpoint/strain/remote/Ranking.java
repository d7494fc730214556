package org.stillpoint.strain.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Found pairs against pairs that were looked for and missed: ranks, with weights, resampled by protocol. */
final class Ranking {

    private static final int RESAMPLES = 2000;

    /**
     * What is said about one pair of structures.
     *
     * @param coupling in the model
     * @param metres apart, through the skeleton
     * @param matched share of random pairs as many joints apart that are coupled less
     * @param shuffled couplings of the same pair with the body's parts exchanged for others, one for each exchange
     */
    record StructurePair(
            String protocol,
            boolean found,
            double weight,
            double coupling,
            double metres,
            double matched,
            double[] shuffled) {}

    /** A number with its 95 % interval. */
    record RankedEstimate(double middle, double low, double high) {}

    private final List<StructurePair> pairs;
    private final long seed;

    Ranking(List<StructurePair> pairs, long seed) {
        this.pairs = pairs;
        this.seed = seed;
    }

    /** Chance that a found pair ranks above a missed one; empty without both kinds. */
    Optional<RankedEstimate> auc(ToDoubleFunction<StructurePair> score) {
        return interval(p -> auc(p, score));
    }

    /** Weighted mean over the found pairs; empty without any. */
    Optional<RankedEstimate> meanOfFound(ToDoubleFunction<StructurePair> score) {
        return interval(p -> mean(p, score));
    }

    /** The same chance with the body's parts exchanged: middle of the exchanges and the range that holds 95 % of them. */
    Optional<RankedEstimate> shuffled() {
        int count = pairs.stream().mapToInt(p -> p.shuffled().length).min().orElse(0);
        double[] each = new double[count];
        for (int s = 0; s < count; s++) {
            int at = s;
            OptionalDouble auc = auc(pairs, p -> p.shuffled()[at]);
            if (auc.isEmpty()) {
                return Optional.empty();
            }
            each[s] = auc.getAsDouble();
        }
        Arrays.sort(each);
        return count == 0
                ? Optional.empty()
                : Optional.of(new RankedEstimate(each[count / 2], each[count / 40], each[count - 1 - count / 40]));
    }

    private Optional<RankedEstimate> interval(Function<List<StructurePair>, OptionalDouble> statistic) {
        OptionalDouble middle = statistic.apply(pairs);
        if (middle.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<StructurePair>> protocols = new LinkedHashMap<>();
        pairs.forEach(p ->
                protocols.computeIfAbsent(p.protocol(), k -> new ArrayList<>()).add(p));
        List<List<StructurePair>> groups = List.copyOf(protocols.values());
        Random random = new Random(seed);
        double[] drawn = new double[RESAMPLES];
        int count = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            List<StructurePair> sample = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                sample.addAll(groups.get(random.nextInt(groups.size())));
            }
            OptionalDouble value = statistic.apply(sample);
            if (value.isPresent()) {
                drawn[count++] = value.getAsDouble();
            }
        }
        double[] sorted = Arrays.copyOf(drawn, count);
        Arrays.sort(sorted);
        return Optional.of(
                new RankedEstimate(middle.getAsDouble(), sorted[count / 40], sorted[count - 1 - count / 40]));
    }

    /** Mann-Whitney with weights; ties count half. */
    private static OptionalDouble auc(List<StructurePair> pairs, ToDoubleFunction<StructurePair> score) {
        double above = 0;
        double all = 0;
        for (StructurePair f : pairs) {
            for (StructurePair n : pairs) {
                if (f.found() && !n.found()) {
                    double difference = score.applyAsDouble(f) - score.applyAsDouble(n);
                    double weight = f.weight() * n.weight();
                    above += weight * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
                    all += weight;
                }
            }
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(above / all);
    }

    private static OptionalDouble mean(List<StructurePair> pairs, ToDoubleFunction<StructurePair> score) {
        double sum = 0;
        double all = 0;
        for (StructurePair p : pairs) {
            if (p.found()) {
                sum += p.weight() * score.applyAsDouble(p);
                all += p.weight();
            }
        }
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / all);
    }
}
