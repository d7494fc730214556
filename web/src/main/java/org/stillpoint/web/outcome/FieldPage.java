package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.evidence.literature.Finding;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.web.view.Form;

/**
 * What the field knows.
 *
 * @param findings the published ones, as they are
 * @param reviews forest plot of every standardised effect, never pooled: reviews share their trials
 * @param reviewsNarrow the same for a phone
 * @param added the studies of this practice
 * @param together the single trials and the added studies, pooled every way; empty with fewer than two
 * @param form what was typed to add a study
 * @param id of the study to add, so that sending the form twice adds one
 */
public record FieldPage(
        List<Finding> findings,
        Chart reviews,
        Chart reviewsNarrow,
        List<AddedStudy> added,
        Optional<Together> together,
        Form form,
        String id) {

    /**
     * Single studies together.
     *
     * @param rows one an estimator
     * @param funnel empty with fewer than three
     * @param asymmetry Egger's regression in words
     */
    public record Together(
            int studies,
            String sentence,
            List<Row> rows,
            Chart wide,
            Chart narrow,
            Optional<Chart> funnel,
            String asymmetry) {}

    /** One estimator of the variance between studies. */
    public record Row(
            String estimator, String estimate, String hartungKnapp, String tau2, String i2, String prediction) {}
}
