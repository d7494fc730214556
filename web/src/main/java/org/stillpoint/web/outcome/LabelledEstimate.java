package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.ForestChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.practice.outcome.PooledEffect;
import org.stillpoint.words.EffectWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TogetherWords;

/** One estimate among several, with its interval of 95 %. */
record LabelledEstimate(String label, double value, double low, double high) {

    /** As it is read. */
    String numbers(Speaker speaker) {
        return speaker.say(EffectWords.of(value, low, high));
    }

    /**
     * All on one chart.
     *
     * @param next what the next one is called
     * @param axis what the numbers are
     */
    static Chart forest(
            List<LabelledEstimate> all,
            Optional<PooledEffect> pooled,
            Message next,
            Message axis,
            double width,
            Speaker speaker) {
        double most = pooled.map(together -> all.stream()
                        .mapToDouble(one -> together.weight(one.low(), one.high()))
                        .max()
                        .orElse(1))
                .orElse(1.0);
        return ForestChart.of(
                all.stream()
                        .map(one -> one.row(
                                pooled.map(together -> together.weight(one.low(), one.high()) / most)
                                        .orElse(1.0),
                                speaker))
                        .toList(),
                pooled.map(together -> together(together, next, speaker)),
                speaker.say(axis),
                width,
                Labels.of(speaker.locale()),
                speaker.say(axis),
                "");
    }

    private ForestChart.ForestRow row(double weight, Speaker speaker) {
        return new ForestChart.ForestRow(label, numbers(speaker), value, low, high, weight);
    }

    private static ForestChart.ForestSummary together(PooledEffect pooled, Message next, Speaker speaker) {
        PooledEffect.EffectRange mean = pooled.careful();
        return new ForestChart.ForestSummary(
                new LabelledEstimate(speaker.say(TogetherWords.TOGETHER), pooled.estimate(), mean.low(), mean.high())
                        .row(1, speaker),
                pooled.next()
                        .map(range -> new ForestChart.ForestRow(
                                speaker.say(next),
                                speaker.say(EffectWords.of(range)),
                                pooled.estimate(),
                                range.low(),
                                range.high(),
                                1)));
    }
}
