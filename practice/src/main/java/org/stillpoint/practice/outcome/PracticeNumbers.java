package org.stillpoint.practice.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** What the clients of a practice say together, as far as their numbers allow. */
public final class PracticeNumbers {

    /** With fewer clients than this every figure carries a warning; own choice, 2026. */
    public static final int SMALL = 10;

    /** Fewest clients for a prediction interval. */
    private static final int LEAST = 3;

    /** Fewest clients for a line through before and after. */
    public static final int LEAST_FOR_LINE = LEAST + 1;

    /** Fewest clients of a group, and fewest groups. */
    private static final int SEVERAL = 2;

    /** Someone with no more of their pain than this afterwards has responded: at least 30 % less (IMMPACT, Dworkin 2008). */
    private static final double RESPONDED = 0.7;

    /** Differences smaller than this in pain before are none: nothing can be drawn through them. */
    private static final double ALIKE = 1e-9;

    private final List<ClientOutcome> told;

    public PracticeNumbers(List<ClientOutcome> clients) {
        told = clients.stream().filter(one -> one.effect().isPresent()).toList();
    }

    /** How many clients' diaries allow a figure. */
    public int size() {
        return told.size();
    }

    public boolean small() {
        return told.size() < SMALL;
    }

    /**
     * One client's own change.
     *
     * @param effect in both ways
     * @param shrunk the plain one, drawn towards that of all; empty with fewer than three clients
     */
    public record Own(Id<Client> client, ClientOutcome.MeasuredChange effect, OptionalDouble shrunk) {}

    /** Every client's own change, the largest rise first: who got worse is not looked for at the end. */
    public List<Own> people() {
        List<ClientOutcome> ordered = told.stream()
                .sorted(Comparator.comparingDouble(
                                (ClientOutcome one) -> effect(one).change())
                        .reversed())
                .toList();
        Optional<double[]> shrunk = ordered.size() < LEAST ? Optional.empty() : Optional.of(shrunk(analysis(ordered)));
        return IntStream.range(0, ordered.size())
                .mapToObj(i -> new Own(
                        ordered.get(i).client(),
                        effect(ordered.get(i)),
                        shrunk.map(all -> OptionalDouble.of(all[i])).orElse(OptionalDouble.empty())))
                .toList();
    }

    /** Those who weigh most where all are pooled, in the order in which they stand. */
    public static List<Own> heaviest(List<Own> people, int most) {
        double[] variances =
                people.stream().mapToDouble(own -> own.effect().variance()).toArray();
        return Arrays.stream(Sample.order(variances))
                .limit(most)
                .sorted()
                .mapToObj(people::get)
                .toList();
    }

    /** All clients' changes pooled by two-stage REML; empty with fewer than three. */
    public Optional<PooledEffect> pooled() {
        return told.size() < LEAST
                ? Optional.empty()
                : Optional.of(PooledEffect.of(analysis(told).pooled(Estimator.REML)));
    }

    private static ClientOutcome.MeasuredChange effect(ClientOutcome one) {
        return one.effect().orElseThrow();
    }

    private static double[] shrunk(MetaAnalysis together) {
        return together.shrunk(together.pooled(Estimator.REML));
    }

    private static MetaAnalysis analysis(List<ClientOutcome> some) {
        return new MetaAnalysis(Studies.of(
                some.stream().mapToDouble(one -> effect(one).plain()).toArray(),
                some.stream().mapToDouble(one -> effect(one).variance()).toArray()));
    }

    private List<ClientOutcome> bothSides() {
        return told.stream()
                .filter(one -> one.before().isPresent() && one.after().isPresent())
                .toList();
    }

    /** Regression of afterwards on before: what regression to the mean alone does to such a table. */
    public sealed interface BeforeAndAfter {

        /** Too few clients for a line. */
        record TooFewClients(int clients) implements BeforeAndAfter {}

        /** Everybody began with the same pain. */
        record AllAlike() implements BeforeAndAfter {}

        /**
         * The line.
         *
         * @param before mean pain before, points
         * @param after pain afterwards of someone who began with it, points
         * @param slope points more afterwards for each point more before
         * @param low end of the slope's interval of 95 %
         * @param high end of the slope's interval of 95 %
         */
        record RegressionLine(double before, double after, double slope, double low, double high)
                implements BeforeAndAfter {}
    }

    public BeforeAndAfter beforeAndAfter() {
        List<ClientOutcome> both = bothSides();
        if (both.size() < LEAST_FOR_LINE) {
            return new BeforeAndAfter.TooFewClients(both.size());
        }
        double[] before =
                both.stream().mapToDouble(one -> one.before().orElseThrow()).toArray();
        double mean = Arrays.stream(before).average().orElseThrow();
        if (Arrays.stream(before).allMatch(one -> Math.abs(one - mean) < ALIKE)) {
            return new BeforeAndAfter.AllAlike();
        }
        LeastSquares fit = LeastSquares.fit(
                Arrays.stream(before)
                        .mapToObj(one -> new double[] {1, one - mean})
                        .toArray(double[][]::new),
                both.stream().mapToDouble(one -> one.after().orElseThrow()).toArray());
        double[] range = fit.interval(1);
        return new BeforeAndAfter.RegressionLine(mean, fit.coefficient(0), fit.coefficient(1), range[0], range[1]);
    }

    /**
     * How many had at least 30 % less pain afterwards.
     *
     * @param of how many whose diaries allow it to be said
     */
    public record ResponderCount(long responded, int of) {}

    public ResponderCount responders() {
        List<ClientOutcome> both = bothSides();
        return new ResponderCount(
                both.stream()
                        .filter(one -> one.after().orElseThrow()
                                <= RESPONDED * one.before().orElseThrow())
                        .count(),
                both.size());
    }

    /**
     * The change of one group of clients.
     *
     * @param what they have in common
     * @param own its own mean change, points
     * @param shrunk the same, drawn towards all groups by how little is known
     */
    public record GroupChange<K>(K what, int clients, double own, double shrunk) {
        public boolean small() {
            return clients < SMALL;
        }
    }

    /** By something that a client may have several of, the largest first; groups of one are left out, and nothing is said of one group alone. */
    public <K> List<GroupChange<K>> groups(Function<ClientOutcome, List<K>> of) {
        Map<K, List<ClientOutcome>> groups = new LinkedHashMap<>();
        told.forEach(one -> of.apply(one)
                .forEach(what ->
                        groups.computeIfAbsent(what, x -> new ArrayList<>()).add(one)));
        List<Map.Entry<K, List<ClientOutcome>>> several = groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= SEVERAL)
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .toList();
        if (several.size() < SEVERAL) {
            return List.of();
        }
        List<Pooled> pooled = several.stream()
                .map(entry -> analysis(entry.getValue()).pooled(Estimator.REML))
                .toList();
        double[] shrunk = shrunk(new MetaAnalysis(Studies.of(
                pooled.stream().mapToDouble(Pooled::estimate).toArray(),
                pooled.stream()
                        .mapToDouble(p -> p.standardError() * p.standardError())
                        .toArray())));
        return IntStream.range(0, several.size())
                .mapToObj(i -> new GroupChange<>(
                        several.get(i).getKey(),
                        several.get(i).getValue().size(),
                        pooled.get(i).estimate(),
                        shrunk[i]))
                .toList();
    }
}
