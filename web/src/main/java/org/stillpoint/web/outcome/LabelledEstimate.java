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

/**
 * One estimate among several, with its interval of 95 %.
 *
 * @param weight how much it counts where all are pooled, in proportion
 */
record LabelledEstimate(String label, double value, double low, double high, double weight) {

    /**
     * All on one chart.
     *
     * @param next what the next one is called
     * @param axis what the numbers are
     * @param places their decimals
     */
    static Chart forest(
            List<LabelledEstimate> all,
            Optional<PooledEffect> pooled,
            Message next,
            Message axis,
            int places,
            double width,
            Speaker speaker) {
        double most = all.stream().mapToDouble(LabelledEstimate::weight).max().orElse(1);
        return ForestChart.of(
                all.stream()
                        .map(one -> one.row(one.weight() / most, places, speaker))
                        .toList(),
                pooled.map(together -> together(together, next, places, speaker)),
                speaker.say(axis),
                width,
                Labels.of(speaker.locale()),
                speaker.say(axis),
                "");
    }

    private ForestChart.ForestRow row(double share, int places, Speaker speaker) {
        return new ForestChart.ForestRow(
                label, speaker.say(EffectWords.of(value, low, high, places)), value, low, high, share);
    }

    private static ForestChart.ForestSummary together(PooledEffect pooled, Message next, int places, Speaker speaker) {
        PooledEffect.EffectRange mean = pooled.careful();
        return new ForestChart.ForestSummary(
                new LabelledEstimate(speaker.say(TogetherWords.TOGETHER), pooled.estimate(), mean.low(), mean.high(), 1)
                        .row(1, places, speaker),
                pooled.next()
                        .map(range -> new ForestChart.ForestRow(
                                speaker.say(next),
                                speaker.say(EffectWords.of(range, places)),
                                pooled.estimate(),
                                range.low(),
                                range.high(),
                                1)));
    }
}
