package org.stillpoint.web.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart.Kind;
import org.stillpoint.chart.Key;
import org.stillpoint.chart.Look;
import org.stillpoint.chart.Part;
import org.stillpoint.chart.Shape;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Questionnaire;

/** What the scores of a questionnaire say, and what they must not say. */
class GoesWordsTest {

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

    private static Optional<String> worse(Course course) {
        return GoesWords.worse(HowItGoes.of(course));
    }

    private static double[] before(double... scores) {
        return scores;
    }

    @Test
    void fewScores_areSetBesideEachOther_andNeverCalledChanged() {
        HowItGoes goes = HowItGoes.of(course("gad7", before(15, 14), 8));

        assertThat(goes.change()).isEqualTo(Change.NONE_TO_TELL);
        assertThat(GoesWords.of(goes).sentence())
                .isEqualTo(
                        "Generalised anxiety (GAD-7) was 14 before the first session and is 8 at the latest: 6 points"
                                + " lower.");
        assertThat(GoesWords.of(goes).rest().getFirst())
                .contains("as much as measurement error")
                .contains("(4)");
        assertThat(String.join(" ", GoesWords.of(goes).rest())).contains("cannot be told from ordinary ups and downs");
    }

    /** GAD-7: reliable change 4 points (table of measures). */
    @Test
    void worse_isSaidFromMeasurementErrorOn() {
        assertThat(worse(course("gad7", before(8), 12)).orElseThrow()).contains("4 points higher");
        assertThat(worse(course("gad7", before(8), 11))).isEmpty();
        assertThat(worse(course("gad7", before(12), 8))).isEmpty();
        // higher is better on the patient-specific functional scale: reliable change 2.1
        assertThat(worse(course("psfs", before(6), 3))).isPresent();
        assertThat(worse(course("psfs", before(4), 6))).isEmpty();
    }

    @Test
    void scoresWithoutSettledFigures_saySo() {
        assertThat(GoesWords.of(HowItGoes.of(course("maia2", before(4), 2)))
                        .rest()
                        .getFirst())
                .startsWith("No settled figure");
        assertThat(worse(course("maia2", before(4), 1))).isEmpty();
    }

    @Test
    void scoresOnOneSideOnly_tellNoChange() {
        assertThat(GoesWords.of(HowItGoes.of(course("gad7", before(), 8, 7))).sentence())
                .contains("there is no score from before the first session");
        assertThat(HowItGoes.of(course("gad7", before(8, 9))).change()).isEqualTo(Change.NONE_TO_TELL);
    }

    @Test
    void clientsOwnView_isNoChangeBetweenScores() {
        HowItGoes goes = HowItGoes.of(course("pgic", before(), 4, 2));
        assertThat(goes.change()).isEqualTo(Change.OWN_VIEW);
        assertThat(GoesWords.of(goes).sentence()).isEqualTo("Global impression of change: 2 of 7 at the latest.");
        assertThat(worse(course("pgic", before(), 4, 2)).orElseThrow()).contains("Less than 4 means worse");
        assertThat(worse(course("pgic", before(), 2, 4))).isEmpty();
        assertThat(Figures.of(goes))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualTo("6 or 7"));
    }

    /** Ten scores on either side are a diary like any other. */
    @Test
    void manyScores_areJudgedAsADiary() {
        double[] high = {15, 14, 15, 16, 15, 14, 15, 16, 15, 15};
        double[] low = {4, 5, 4, 3, 4, 5, 4, 3, 4, 4};
        HowItGoes goes = HowItGoes.of(course("gad7", high, low));
        assertThat(goes.change()).isEqualTo(Change.BETTER);
        assertThat(GoesWords.of(goes).sentence())
                .contains("Generalised anxiety (GAD-7) was")
                .contains("lower afterwards");
    }

    @Test
    void chart_ofAQuestionnaire_usesItsOwnScale() {
        Chart chart = drawn(course("promis_pain_interference", before(62, 61), 55), List.of());
        assertThat(chart.labels())
                .extracting(Shape.Label::text)
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
                                Optional.of(Kind.EVENT),
                                "Injury, March 2026"),
                        new Happened.When(
                                Instant.parse("2014-01-01T00:00:00Z"),
                                Instant.parse("2015-01-01T00:00:00Z"),
                                Optional.of(Kind.EVENT),
                                "Injury, 2014"),
                        Happened.When.on(FIRST_SESSION, Kind.SESSION, "Session")));
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
        return DiaryDrawing.of(course, happened, false, Size.ofPaper(680, 240), ZoneId.of("UTC"), "");
    }
}
