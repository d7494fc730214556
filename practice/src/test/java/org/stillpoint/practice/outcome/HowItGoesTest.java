package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the things that can be said is said, before anybody puts it into words. */
class HowItGoesTest {

    private static final Instant FIRST_SESSION = Instant.parse("2026-03-15T09:00:00Z");

    private static Questionnaire of(String key) {
        return Questionnaire.find(key).orElseThrow();
    }

    /** One value a step of days, the last of {@code before} half a day before the first session. */
    private static Course course(Measured measured, int step, double[] before, double... after) {
        Instant last = FIRST_SESSION.minus(12, ChronoUnit.HOURS);
        return new Course(
                measured,
                IntStream.range(0, before.length + after.length)
                        .mapToObj(i -> new Course.Entry(
                                last.plus((long) step * (i + 1 - before.length), ChronoUnit.DAYS),
                                i < before.length ? before[i] : after[i - before.length]))
                        .toList(),
                Optional.of(FIRST_SESSION));
    }

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void pain_withoutAnEntry_saysNothing() {
        HowItGoes goes = HowItGoes.ofPain(List.of(), List.of());
        assertThat(goes).isInstanceOf(HowItGoes.NoEntry.class);
        assertThat(goes.change()).isEqualTo(Change.NONE_TO_TELL);
        assertThat(goes.worse()).isFalse();
    }

    @Test
    void diary_withoutASession_isOnlyWhatALaterChangeIsMeasuredAgainst() {
        Course course = new Course(Asked.PAIN, List.of(new Course.Entry(FIRST_SESSION, 5)), Optional.empty());
        assertThat(HowItGoes.of(course)).isInstanceOf(HowItGoes.NoSession.class);
        assertThat(course.before()).hasSize(1);
        assertThat(course.after()).isEmpty();
    }

    @Test
    void diary_withNothingBefore_tellsNoChange() {
        assertThat(HowItGoes.of(course(Asked.PAIN, 1, of(), 8, 2))).isInstanceOf(HowItGoes.NothingBefore.class);
    }

    /** Far beyond the 2 points of measurement error and of the smallest change that matters (table of measures). */
    @Test
    void diary_thatFellFarAndStayed_isBetter_andTheSameUpsideDownIsWorse() {
        double[] high = {8, 7.5, 8, 8.5, 8, 7.5, 8, 8.5, 8, 8};
        double[] low = {2, 2.5, 2, 1.5, 2, 2.5, 2, 1.5, 2, 2};
        assertThat(HowItGoes.of(course(Asked.PAIN, 1, high, low)).change()).isEqualTo(Change.BETTER);
        HowItGoes rose = HowItGoes.of(course(Asked.PAIN, 1, low, high));
        assertThat(rose.change()).isEqualTo(Change.WORSE);
        assertThat(rose.worse()).isTrue();
        // more is better for mood: the same diary that fell is worse
        assertThat(HowItGoes.of(course(Asked.MOOD, 1, high, low)).worse()).isTrue();
    }

    /** GAD-7: reliable change 4 points; psfs: 2.1, and more is better (table of measures). */
    @Test
    void fewScores_areWorseFromMeasurementErrorOn() {
        assertThat(HowItGoes.of(course(of("gad7"), 14, of(8), 12)).worse()).isTrue();
        assertThat(HowItGoes.of(course(of("gad7"), 14, of(8), 11)).worse()).isFalse();
        assertThat(HowItGoes.of(course(of("gad7"), 14, of(12), 8)).worse()).isFalse();
        assertThat(HowItGoes.of(course(of("psfs"), 14, of(6), 3)).worse()).isTrue();
        assertThat(HowItGoes.of(course(of("psfs"), 14, of(4), 6)).worse()).isFalse();
        // none settled
        assertThat(HowItGoes.of(course(of("maia2"), 14, of(4), 1)).worse()).isFalse();
    }

    @Test
    void fewScores_areSetBesideEachOther_andNeverCalledChanged() {
        HowItGoes goes = HowItGoes.of(course(of("gad7"), 14, of(15, 14), 8));
        assertThat(goes).isInstanceOf(HowItGoes.FewScores.class);
        assertThat(goes.change()).isEqualTo(Change.NONE_TO_TELL);
        assertThat(goes.course().sinceBefore()).isEqualTo(-6);
    }

    @Test
    void ownView_isNoChange_andWorseBelowTheMiddle() {
        HowItGoes goes = HowItGoes.of(course(of("pgic"), 14, of(), 4, 2));
        assertThat(goes.change()).isEqualTo(Change.OWN_VIEW);
        assertThat(goes.worse()).isTrue();
        assertThat(HowItGoes.of(course(of("pgic"), 14, of(), 2, 4)).worse()).isFalse();
    }
}
