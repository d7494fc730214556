package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Speaker;

/** One measure of one client in a sentence and a chart: alike for whoever treats them and for themselves. */
@Component
public final class CourseDrawn {
    private final Speaker speaker;

    CourseDrawn(Speaker speaker) {
        this.speaker = speaker;
    }

    /**
     * What happened along it.
     *
     * @param lots plans that were drawn by lot
     */
    public record AlongCourse(List<Session> held, List<TraumaEvent> events, List<Lot> lots) {}

    /**
     * @param described the chart for somebody who cannot see it
     * @param wide the chart for wide screens; empty without an entry
     * @param narrow the same for a phone
     */
    public record DrawnCourse(String sentence, String described, Optional<Chart> wide, Optional<Chart> narrow) {}

    public DrawnCourse of(HowItGoes goes, AlongCourse beside) {
        Course course = goes.course();
        String described = course.isEmpty()
                ? ""
                : described(
                        course.measured(),
                        speaker.shortDay(course.entries().getFirst().at()),
                        speaker.shortDay(course.entries().getLast().at()),
                        speaker);
        return new DrawnCourse(
                speaker.say(GoesWords.sentence(goes)),
                described,
                chart(course, beside, Size.ofScreen(HowItGoesPages.WIDE, HowItGoesPages.WIDE_HIGH), speaker, ""),
                chart(course, beside, Size.ofScreen(HowItGoesPages.NARROW, HowItGoesPages.NARROW_HIGH), speaker, ""));
    }

    static String described(Measured measured, String from, String until, Speaker speaker) {
        return speaker.say(
                new HowItGoesWords.OfChart(MeasureWords.name(measured), from, until, measured.low(), measured.high()));
    }

    static Optional<Chart> chart(Course course, AlongCourse beside, Size size, Speaker speaker, String description) {
        return course.isEmpty()
                ? Optional.empty()
                : Optional.of(MeasureDrawing.of(
                        course,
                        Happened.of(beside.held(), beside.events(), beside.lots(), speaker.zone()),
                        !beside.lots().isEmpty(),
                        size,
                        speaker,
                        description));
    }
}
