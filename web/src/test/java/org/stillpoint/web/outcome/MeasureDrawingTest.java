package org.stillpoint.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart.OccasionKind;
import org.stillpoint.chart.Key;
import org.stillpoint.chart.Look;
import org.stillpoint.chart.Part;
import org.stillpoint.chart.Shape;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Speaker;

/** One measure of one client as a chart. */
class MeasureDrawingTest {

    private static final Instant FIRST_SESSION = Instant.parse("2026-03-15T09:00:00Z");

    private static Questionnaire of(String key) {
        return Questionnaire.find(key).orElseThrow();
    }

    /** Scores every fourteen days; the last of {@code before} on the day of the first session. */
    private static Course course(String key, double[] before, double... after) {
        double[] all = java.util.stream.DoubleStream.concat(
                        java.util.Arrays.stream(before), java.util.Arrays.stream(after))
                .toArray();
        Instant day = FIRST_SESSION.truncatedTo(ChronoUnit.DAYS);
        return new Course(
                of(key),
                IntStream.range(0, all.length)
                        .mapToObj(
                                i -> new Course.Entry(day.plus(14L * (i + 1 - before.length), ChronoUnit.DAYS), all[i]))
                        .toList(),
                Optional.of(FIRST_SESSION));
    }

    private static double[] before(double... scores) {
        return scores;
    }

    @Test
    void chart_ofAQuestionnaire_usesItsOwnScale() {
        Chart chart = drawn(course("promis_pain_interference", before(62, 61), 55), List.of());
        assertThat(chart.labels())
                .extracting(Shape.Text::text)
                .contains("20", "30", "40", "50", "60", "70", "80")
                .doesNotContain("10", "90");
        assertThat(chart.keys())
                .extracting(Key::words)
                .containsExactly("PROMIS pain interference (T-score), each score", "Before the first session");
    }

    @Test
    void eventKnownByItsMonth_isASpanOnTheChart_andOneOfYearsAgoIsNot() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        Chart chart = drawn(
                course("gad7", before(15, 14), 8, 7),
                List.of(
                        new Happened.When(
                                from,
                                Instant.parse("2026-04-01T00:00:00Z"),
                                Optional.of(OccasionKind.EVENT),
                                new CommonWords.Verbatim("Injury, March 2026")),
                        new Happened.When(
                                Instant.parse("2014-01-01T00:00:00Z"),
                                Instant.parse("2015-01-01T00:00:00Z"),
                                Optional.of(OccasionKind.EVENT),
                                new CommonWords.Verbatim("Injury, 2014")),
                        Happened.When.on(FIRST_SESSION, OccasionKind.SESSION, new CommonWords.Verbatim("Session"))));
        assertThat(chart.parts())
                .filteredOn(part -> part.look() == Look.UNSEEN)
                .extracting(Part::said)
                .containsExactly("Injury, March 2026", "Session");
        assertThat(chart.parts())
                .filteredOn(part -> part.look() == Look.EVENT)
                .singleElement()
                .satisfies(
                        part -> assertThat(((Shape.Bar) part.shape()).width()).isGreaterThan(100));
        assertThat(chart.parts()).filteredOn(part -> part.look() == Look.APART).hasSize(1);
    }

    private static Chart drawn(Course course, List<Happened.When> happened) {
        return MeasureDrawing.of(
                course, happened, false, Size.ofPaper(680, 240), new Speaker(Locale.UK, ZoneOffset.UTC), "");
    }
}
