package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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

    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);

    private static Optional<String> worse(Course course) {
        return GoesWords.worse(HowItGoes.of(course)).map(SPEAKER::say);
    }

    private static String sentence(HowItGoes goes) {
        return SPEAKER.say(GoesWords.of(goes).sentence());
    }

    private static List<String> rest(HowItGoes goes) {
        return GoesWords.of(goes).rows().stream()
                .map(row -> SPEAKER.say(row.answer()))
                .toList();
    }

    private static double[] before(double... scores) {
        return scores;
    }

    @Test
    void fewScores_areSetBesideEachOther_andNeverCalledChanged() {
        HowItGoes goes = HowItGoes.of(course("gad7", before(15, 14), 8));

        assertThat(goes.change()).isEqualTo(Change.NONE_TO_TELL);
        assertThat(sentence(goes))
                .isEqualTo(
                        "Generalised anxiety (GAD-7) was 14 before the first session and 8 the last time: 6 points lower.");
        assertThat(rest(goes).getFirst()).startsWith("That is 4 points or more.");
        assertThat(rest(goes).get(1)).contains("too few scores to tell this from ordinary ups and downs");
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
        assertThat(rest(HowItGoes.of(course("maia2", before(4), 2))).getFirst()).startsWith("No settled figure");
        assertThat(worse(course("maia2", before(4), 1))).isEmpty();
    }

    @Test
    void scoresOnOneSideOnly_tellNoChange() {
        assertThat(sentence(HowItGoes.of(course("gad7", before(), 8, 7))))
                .contains("there is no score from before the first session");
        assertThat(HowItGoes.of(course("gad7", before(8, 9))).change()).isEqualTo(Change.NONE_TO_TELL);
    }

    @Test
    void clientsOwnView_isNoChangeBetweenScores() {
        HowItGoes goes = HowItGoes.of(course("pgic", before(), 4, 2));
        assertThat(goes.change()).isEqualTo(Change.OWN_VIEW);
        assertThat(sentence(goes)).isEqualTo("Global impression of change: 2 of 7 the last time.");
        assertThat(worse(course("pgic", before(), 4, 2)).orElseThrow()).contains("Less than 4 means worse");
        assertThat(worse(course("pgic", before(), 2, 4))).isEmpty();
        assertThat(FigureWords.of(goes))
                .singleElement()
                .satisfies(figure -> assertThat(SPEAKER.say(figure.value())).isEqualTo("6 or 7"));
    }

    /** Ten scores on either side are a diary like any other. */
    @Test
    void manyScores_areJudgedAsADiary() {
        double[] high = {15, 14, 15, 16, 15, 14, 15, 16, 15, 15};
        double[] low = {4, 5, 4, 3, 4, 5, 4, 3, 4, 4};
        HowItGoes goes = HowItGoes.of(course("gad7", high, low));
        assertThat(goes.change()).isEqualTo(Change.BETTER);
        assertThat(sentence(goes)).contains("Generalised anxiety (GAD-7) was").contains("lower afterwards");
    }
}
