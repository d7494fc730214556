package org.stillpoint.web.outcome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.chart.Chart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * How it goes for one client.
 *
 * @param head whose
 * @param chosen the measure on the chart
 * @param sentence what the chosen measure says
 * @param answers what somebody asks next, and the answers: a few plain rows
 * @param measures every measure with what may be said of it
 * @param wide the chart for wide screens; empty without an entry
 * @param narrow the same for a phone
 * @param figures what the sentence rests on, each with its explanation
 * @param unknown what cannot be known from it
 * @param worse what was worse, the newest first
 * @param forecasts what was forecast and what came, the newest first
 * @param drawn plans drawn by lot, the newest first
 * @param rows every check-in, session and score, the newest first
 * @param asked column heads of what a check-in asks
 * @param ofChart the chart for someone who cannot see it
 * @param justGiven whether a check-in has just been given, which is thanked for
 */
public record HowItGoesPage(
        ClientHead head,
        NamedMeasure chosen,
        String sentence,
        List<PlainAnswer> answers,
        List<MeasureRow> measures,
        Optional<Chart> wide,
        Optional<Chart> narrow,
        List<FigureRow> figures,
        List<String> unknown,
        List<WorseRow> worse,
        List<ForecastRow> forecasts,
        List<PlanRow> drawn,
        List<DiaryRow> rows,
        List<String> asked,
        String ofChart,
        boolean justGiven) {

    /** A row under the sentence. */
    public record PlainAnswer(String question, String answer) {}

    /**
     * One measure in the list.
     *
     * @param thresholds reliable change, smallest change that matters and their source; empty where none is known
     * @param address the page with this measure on the chart
     * @param here whether it is on the chart now
     */
    public record MeasureRow(
            NamedMeasure measured,
            NamedChange change,
            String sentence,
            String thresholds,
            String address,
            boolean here) {}

    /**
     * A number that the sentence rests on.
     *
     * @param name what it is called
     * @param value what it is here, in words
     * @param explanation what it means, for someone who has never heard of it
     * @param source where it comes from, or empty
     */
    public record FigureRow(String name, String value, String explanation, String source) {}

    /**
     * Something that was worse.
     *
     * @param what in the client's words or the engine's
     * @param measure the measure that went the wrong way; empty where something was said or signalled
     * @param done what was done about it, where somebody wrote that
     */
    public record WorseRow(String day, String what, String measure, Optional<Message> done) {}

    /** What was worse, with the rows of one day together, in their order. */
    public Map<String, List<WorseRow>> worseByDay() {
        return worse.stream().collect(Collectors.groupingBy(WorseRow::day, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * A forecast beside what came.
     *
     * @param day when it was sealed
     * @param address its own page
     * @param what what it was about
     * @param forecast its middle and its range
     * @param guess the practitioner's own guess, or empty
     * @param came what came, or what it waits for
     */
    public record ForecastRow(String day, String address, String what, String forecast, String guess, String came) {}

    /**
     * A plan drawn by lot.
     *
     * @param plan what was drawn
     * @param test what the test says, or when it comes
     */
    public record PlanRow(Message plan, Message test) {}

    /**
     * One check-in, session or score.
     *
     * @param values every answer of a check-in in order; else empty
     * @param note what is worse, what a session held, or a score; may be empty
     */
    public record DiaryRow(String day, List<String> values, String note) {
        public boolean isCheckIn() {
            return !values.isEmpty();
        }
    }

    /** Address of the same as a printed page. */
    public String pdf() {
        return head.path() + "/how-it-goes.pdf?measure=" + chosen.key();
    }

    /** Address of the report by item numbers. */
    public String trialReport() {
        return head.path() + "/trial-report?measure=" + chosen.key();
    }
}
