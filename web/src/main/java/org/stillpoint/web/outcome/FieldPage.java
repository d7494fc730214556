package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What the field knows.
 *
 * @param known the published findings as they are, and the studies of this practice
 * @param reviews forest plot of every standardised effect, never pooled: reviews share their trials
 * @param reviewsNarrow the same for a phone
 * @param together the single trials and the added studies, pooled every way; empty with fewer than two
 * @param form what was typed to add a study
 * @param id of the study to add, so that sending the form twice adds one
 */
public record FieldPage(
        FieldReading.KnownStudies known,
        Chart reviews,
        Chart reviewsNarrow,
        Optional<PooledPart> together,
        Form form,
        String id) {

    /**
     * Single studies together.
     *
     * @param rows one an estimator
     * @param funnel empty with fewer than three
     * @param asymmetry Egger's regression in words
     */
    public record PooledPart(
            int studies,
            Message sentence,
            List<EstimatorRow> rows,
            Chart wide,
            Chart narrow,
            Optional<Chart> funnel,
            Message asymmetry) {}

    /** One estimator of the variance between studies. */
    public record EstimatorRow(
            Message estimator, Message estimate, Message hartungKnapp, String tau2, String i2, Message prediction) {}
}
