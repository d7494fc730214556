package org.stillpoint.web.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.DiaryChart.ExpectedRange;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** One measure of one client as a chart: its entries, what happened, and the course to expect without treatment. */
final class MeasureDrawing {

    private static final int BAND_STEPS = 48;
    private static final double SECONDS_IN_DAY = 86_400;

    private final Course course;
    private final List<Happened.When> happened;
    private final Speaker speaker;
    private final LocalDate origin;
    private final Instant midnight;

    private MeasureDrawing(Course course, List<Happened.When> happened, Speaker speaker) {
        this.course = course;
        this.happened = happened;
        this.speaker = speaker;
        ZoneId zone = speaker.zone();
        this.origin = course.entries().getFirst().at().atZone(zone).toLocalDate();
        this.midnight = origin.atStartOfDay(zone).toInstant();
    }

    /**
     * @param course with an entry at the least
     * @param byLot whether a lot decided on stretches without sessions
     * @param description what it shows, for someone who cannot see it
     */
    static Chart of(
            Course course,
            List<Happened.When> happened,
            boolean byLot,
            Size size,
            Speaker speaker,
            String description) {
        Message measured = MeasureWords.name(course.measured());
        return DiaryChart.of(
                new MeasureDrawing(course, happened, speaker).data(),
                new DiaryChart.Legend(
                        speaker.say(new HowItGoesWords.EachOf(measured, course.measured() instanceof Asked)),
                        speaker.say(byLot ? HowItGoesWords.WITHOUT_SESSIONS : HowItGoesWords.BEFORE_FIRST),
                        speaker.say(HowItGoesWords.EXPECTED),
                        speaker.say(HowItGoesWords.MEAN),
                        speaker.say(HowItGoesWords.SESSION),
                        speaker.say(HowItGoesWords.RELEASE),
                        speaker.say(HowItGoesWords.TOLD_EVENT),
                        speaker.say(HowItGoesWords.TOLD_EVENT_SPAN)),
                size,
                Labels.of(speaker.locale()),
                speaker.say(measured),
                description);
    }

    private DiaryChart.Data data() {
        return new DiaryChart.Data(
                course.entries().stream()
                        .map(entry -> new DiaryChart.ChartEntry(day(entry.at()), entry.value()))
                        .toList(),
                new DiaryChart.OfCalendar(origin),
                course.measured().low(),
                course.measured().high(),
                expected(),
                Stream.concat(
                                course.first().stream()
                                        .map(first -> new DiaryChart.Stretch(Double.NEGATIVE_INFINITY, day(first))),
                                happened.stream()
                                        .filter(one -> one.kind().isEmpty())
                                        .map(one -> new DiaryChart.Stretch(day(one.at()), day(one.until()))))
                        .toList(),
                List.of(),
                happened.stream()
                        .flatMap(one -> one.kind().stream()
                                .map(kind -> new DiaryChart.Occasion(
                                        kind, day(one.at()), day(one.until()), speaker.say(one.said()))))
                        .toList());
    }

    private double day(Instant at) {
        return Duration.between(midnight, at).toSeconds() / SECONDS_IN_DAY;
    }

    /** From the first session, or the last entry where there was none, to where the chart ends: half a day after the last of all. */
    private List<ExpectedRange> expected() {
        Instant start = course.first().orElse(course.entries().getLast().at());
        Instant end = Stream.concat(
                        Stream.of(course.entries().getLast().at()),
                        happened.stream().filter(Happened.When::isMoment).map(Happened.When::at))
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(Duration.ofHours(12));
        return course.expected(start, end, BAND_STEPS).stream()
                .map(one -> new ExpectedRange(day(one.at()), one.low(), one.middle(), one.high()))
                .toList();
    }
}
