package org.stillpoint.web.outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.DiaryChart.Expected;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.practice.outcome.Course;

/** One measure of one client as a chart: its entries, what happened, and the course to expect without treatment. */
final class DiaryDrawing {

    /** Share of what may come that the band holds. */
    private static final double BAND = 0.8;

    private static final int BAND_STEPS = 48;
    private static final double SECONDS_IN_DAY = 86_400;

    private final Course course;
    private final List<Happened.When> happened;
    private final LocalDate origin;
    private final Instant midnight;

    private DiaryDrawing(Course course, List<Happened.When> happened, ZoneId zone) {
        this.course = course;
        this.happened = happened;
        this.origin = course.entries().getFirst().at().atZone(zone).toLocalDate();
        this.midnight = origin.atStartOfDay(zone).toInstant();
    }

    /**
     * @param course with an entry at the least
     * @param byLot whether a lot decided on stretches without sessions
     * @param description what it shows, for someone who cannot see it
     */
    static Chart of(
            Course course, List<Happened.When> happened, boolean byLot, Size size, ZoneId zone, String description) {
        NamedMeasure measured = new NamedMeasure(course.measured());
        return DiaryChart.of(
                new DiaryDrawing(course, happened, zone).data(),
                new DiaryChart.Legend(
                        measured.words() + ", each " + measured.noun(),
                        byLot ? "Without sessions: before the first, and as the lot fell" : "Before the first session",
                        "Expected without treatment (8 of 10 entries)",
                        "Mean",
                        "Session",
                        "Release",
                        "Told event",
                        "Told event, its day not known"),
                size,
                Labels.of(Locale.ENGLISH),
                measured.words(),
                description);
    }

    private DiaryChart.Data data() {
        return new DiaryChart.Data(
                course.entries().stream()
                        .map(entry -> new DiaryChart.Reading(day(entry.at()), entry.value()))
                        .toList(),
                Optional.of(origin),
                course.measured().measure().low(),
                course.measured().measure().high(),
                course.expected().map(this::expected).orElse(List.of()),
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
                                .map(kind ->
                                        new DiaryChart.Happening(kind, day(one.at()), day(one.until()), one.said())))
                        .toList());
    }

    private double day(Instant at) {
        return Duration.between(midnight, at).toSeconds() / SECONDS_IN_DAY;
    }

    /** From the first session, or the last entry where there was none, to where the chart ends: half a day after the last of all. */
    private List<Expected> expected(ExpectedCourse expected) {
        Instant start = course.first().orElse(course.entries().getLast().at());
        Instant end = Stream.concat(
                        Stream.of(course.entries().getLast().at()),
                        happened.stream().filter(Happened.When::isMoment).map(Happened.When::at))
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(Duration.ofHours(12));
        long seconds = Duration.between(start, end).toSeconds();
        return IntStream.rangeClosed(0, BAND_STEPS)
                .mapToObj(i -> {
                    Instant at = start.plusSeconds(seconds * i / BAND_STEPS);
                    var there = expected.at(course.day(at));
                    double[] ends = there.interval(BAND);
                    return new Expected(day(at), ends[0], there.median(), ends[1]);
                })
                .toList();
    }
}
