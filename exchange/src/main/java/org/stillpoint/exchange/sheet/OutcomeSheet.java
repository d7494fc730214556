package org.stillpoint.exchange.sheet;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;

/**
 * What the printed page says, in words that are ready to be read. Every list may be empty.
 *
 * @param name of the client
 * @param madeUp whether this person does not exist
 * @param made on which day the page was made
 * @param measure what the sentence and the chart are about
 * @param sentence the plain sentence, first
 * @param rest what belongs to it
 * @param chart the diary, its keys drawn with it; empty without an entry
 * @param figures what the sentence rests on
 * @param unknown what cannot be known from it
 * @param measures every measure and what may be said of it
 * @param worse what was worse, the newest first
 * @param forecasts what had been forecast and what came, the newest first
 */
public record OutcomeSheet(
        String name,
        boolean madeUp,
        String made,
        String measure,
        String sentence,
        List<String> rest,
        Optional<Chart> chart,
        List<SheetFigure> figures,
        List<String> unknown,
        List<MeasureLine> measures,
        List<WorseLine> worse,
        List<Forecasted> forecasts) {

    /**
     * A number behind the sentence.
     *
     * @param source where it comes from; may be empty
     */
    public record SheetFigure(String name, String value, String source) {}

    /**
     * One measure.
     *
     * @param verdict in two or three words
     * @param note its thresholds with their source; may be empty
     */
    public record MeasureLine(String name, String verdict, String sentence, String note) {}

    /** Something that was worse, and when. */
    public record WorseLine(String day, String what) {}

    /**
     * A forecast beside what came.
     *
     * @param day when it was sealed
     * @param forecast its range
     * @param guess the practitioner's own guess
     */
    public record Forecasted(String day, String what, String forecast, String guess, String came) {}
}
