package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.web.view.Words;

/** What the clients of a practice say together, as far as their numbers allow. */
final class PracticeNumbers {

    /** With fewer clients than this every figure carries a warning; own choice, 2026. */
    static final int SMALL = 10;

    /** Fewest clients for a line through before and after, and for a prediction interval. */
    private static final int LEAST = 3;

    private final List<ClientOutcome> told;

    PracticeNumbers(List<ClientOutcome> clients) {
        told = clients.stream().filter(one -> one.effect().isPresent()).toList();
    }

    int size() {
        return told.size();
    }

    boolean small() {
        return told.size() < SMALL;
    }

    /** Each client's own change with its interval, the largest fall first. */
    List<ForestChart.Estimate> estimates(Function<ClientOutcome, String> label) {
        return told.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        one -> one.effect().orElseThrow().change()))
                .map(one -> {
                    ClientOutcome.Effect effect = one.effect().orElseThrow();
                    double reach = Normal.Z975 * Math.sqrt(effect.variance());
                    return new ForestChart.Estimate(
                            label.apply(one), effect.change(), effect.change() - reach, effect.change() + reach);
                })
                .toList();
    }

    /** All clients' changes pooled by two-stage REML; empty with fewer than three. */
    Optional<Pooled> pooled() {
        return told.size() < LEAST
                ? Optional.empty()
                : Optional.of(analysis(told).pooled(Estimator.REML));
    }

    /** Every client's change in figures, and drawn towards that of all; in the order of the estimates. */
    List<PracticePage.Number> people(List<ForestChart.Estimate> estimates) {
        if (estimates.size() < LEAST) {
            return List.of();
        }
        MetaAnalysis together = new MetaAnalysis(Studies.of(
                estimates.stream().mapToDouble(ForestChart.Estimate::value).toArray(),
                estimates.stream()
                        .mapToDouble(e -> Math.pow((e.high() - e.low()) / (2 * Normal.Z975), 2))
                        .toArray()));
        double[] shrunk = together.shrunk(together.pooled(Estimator.REML));
        return IntStream.range(0, estimates.size())
                .mapToObj(i -> new PracticePage.Number(
                        estimates.get(i).label(),
                        ForestChart.numbers(
                                estimates.get(i).value(),
                                estimates.get(i).low(),
                                estimates.get(i).high()),
                        signed(shrunk[i])))
                .toList();
    }

    private static MetaAnalysis analysis(List<ClientOutcome> some) {
        return new MetaAnalysis(Studies.of(
                some.stream()
                        .mapToDouble(one -> one.effect().orElseThrow().change())
                        .toArray(),
                some.stream()
                        .mapToDouble(one -> one.effect().orElseThrow().variance())
                        .toArray()));
    }

    String pooledSentence() {
        Optional<Pooled> pooled = pooled();
        if (pooled.isEmpty()) {
            return "With fewer than three clients whose diaries allow it, nothing can be said of all together.";
        }
        Pooled together = pooled.get();
        Pooled.Interval range = together.hartungKnapp().interval();
        String average = "On average pain was %s afterwards (plausible: %s)."
                .formatted(change(together.estimate()), span(range));
        String next = together.predictions()
                .map(Pooled.Predictions::rileyHartungKnapp)
                .map(p -> " For the next client anything from %s would be no surprise.".formatted(span(p)))
                .orElse("");
        return average + next;
    }

    /** Regression of afterwards on before: what regression to the mean alone does to such a table. */
    String ancova() {
        List<ClientOutcome> both = told.stream()
                .filter(one -> one.before().isPresent() && one.after().isPresent())
                .toList();
        if (both.size() < LEAST + 1) {
            return "Too few clients for a line through before and after: at least %d are needed, there are %d."
                    .formatted(LEAST + 1, both.size());
        }
        double mean = both.stream()
                .mapToDouble(one -> one.before().orElseThrow())
                .average()
                .orElseThrow();
        double[][] design = both.stream()
                .map(one -> new double[] {1, one.before().orElseThrow() - mean})
                .toArray(double[][]::new);
        if (both.stream()
                        .mapToDouble(one -> Math.abs(one.before().orElseThrow() - mean))
                        .max()
                        .orElse(0)
                < 1e-9) {
            return "Everybody began with the same pain, so no line through before and after can be drawn.";
        }
        LeastSquares fit = LeastSquares.fit(
                design,
                both.stream().mapToDouble(one -> one.after().orElseThrow()).toArray());
        return ("Someone who began with the average pain of %s came to %s afterwards. Each point more at the start went with"
                        + " %s points more afterwards (plausible: %s to %s). Wherever this is below 1, those who begin worst fall"
                        + " most; regression to the mean does that without any treatment.")
                .formatted(
                        Words.number(mean),
                        Words.number(fit.coefficient(0)),
                        minus(fit.coefficient(1)),
                        minus(fit.interval(1)[0]),
                        minus(fit.interval(1)[1]));
    }

    /** How many had at least 30 % less pain, beside the untreated. */
    String responders() {
        List<ClientOutcome> both = told.stream()
                .filter(one -> one.before().isPresent() && one.after().isPresent())
                .toList();
        if (both.isEmpty()) {
            return "Nobody's diary allows it to be said yet.";
        }
        long fell = both.stream()
                .filter(one -> one.after().orElseThrow() <= 0.7 * one.before().orElseThrow())
                .count();
        return "%d of %d (%s) had at least 30 %% less pain afterwards."
                .formatted(fell, both.size(), Words.percent((double) fell / both.size()));
    }

    /** By something that a client may have several of; groups of one are left out. */
    List<PracticePage.Response> groups(Function<ClientOutcome, List<String>> of) {
        Map<String, List<ClientOutcome>> groups = new LinkedHashMap<>();
        told.forEach(one -> of.apply(one)
                .forEach(name ->
                        groups.computeIfAbsent(name, x -> new ArrayList<>()).add(one)));
        List<Map.Entry<String, List<ClientOutcome>>> several = groups.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= 2)
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .toList();
        if (several.size() < 2) {
            return List.of();
        }
        List<Pooled> pooled = several.stream()
                .map(entry -> analysis(entry.getValue()).pooled(Estimator.REML))
                .toList();
        MetaAnalysis together = new MetaAnalysis(Studies.of(
                pooled.stream().mapToDouble(Pooled::estimate).toArray(),
                pooled.stream()
                        .mapToDouble(p -> p.standardError() * p.standardError())
                        .toArray()));
        double[] shrunk = together.shrunk(together.pooled(Estimator.REML));
        return IntStream.range(0, several.size())
                .mapToObj(i -> new PracticePage.Response(
                        several.get(i).getKey(),
                        several.get(i).getValue().size(),
                        signed(pooled.get(i).estimate()),
                        signed(shrunk[i])))
                .toList();
    }

    private static String change(double value) {
        String size = Words.number(Math.abs(value));
        return size + (size.equals("1") ? " point" : " points") + (value < 0 ? " lower" : " higher");
    }

    private static String span(Pooled.Interval interval) {
        return change(interval.low()) + " to " + change(interval.high());
    }

    private static String minus(double value) {
        return Words.number(value).replace("-", "−");
    }

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value).replace("-", "−");
    }
}
