package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Mind and body: the sentence, both bodies, every pair so far, and body awareness over time.
 *
 * @param sentence of last time
 * @param first who was first then
 * @param dependent whether the hands may have seen the map
 * @param bodies both of last time; none where there is no pair
 * @param pairs the latest first
 * @param overTime how far both agreed each time; empty below two times at which that can be said
 * @param awareness what may be said of body awareness
 * @param wide its chart for wide screens; empty without an answer
 * @param narrow the same for a phone
 * @param ofChart the chart for someone who cannot see it
 * @param figures what it rests on, each with its explanation
 */
public record MindBodyPage(
        ClientHead head,
        Message sentence,
        Optional<Message> first,
        boolean dependent,
        List<SideBody> bodies,
        List<PairRow> pairs,
        Optional<OverTime> overTime,
        String awareness,
        Optional<Chart> wide,
        Optional<Chart> narrow,
        String ofChart,
        List<HowItGoesPage.FigureRow> figures) {

    /**
     * A chart.
     *
     * @param wide for wide screens
     * @param narrow for a phone
     */
    public record OverTime(Chart wide, Chart narrow) {}

    /**
     * One body.
     *
     * @param view from where most of it is seen
     */
    public record SideBody(Message title, String layers, String view) {}

    /** One time that hands felt. */
    public record PairRow(
            String day, int marked, int found, int same, Message agreement, Message overlap, Message first) {}
}
