package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.Worse.WorseAnswer;

/** What "worse" means, once. */
class WorseTest {

    private static final Setting PAIN = Setting.of(Measures.find("pain").orElseThrow());

    /** Twenty quiet entries on either side, whose levels differ by {@code change}. */
    private static DiaryReport quiet(double change) {
        double[] before =
                IntStream.range(0, 20).mapToDouble(i -> 4 + 0.2 * (i % 3)).toArray();
        double[] after = Arrays.stream(before).map(value -> value + change).toArray();
        return DiaryAnalysis.analyse(Diary.ofPhases(before, after, Better.LOWER), PAIN);
    }

    private static Worse worse(OptionalDouble firstSession, WorseAnswer... checkIns) {
        return Worse.of(Optional.of(quiet(-3)), firstSession, List.of(checkIns));
    }

    @Test
    void turn_largeFallOfPain_isBetter_andTheSameRiseIsWorse() {
        assertThat(Turn.of(quiet(-3))).isEqualTo(Turn.BETTER);
        assertThat(Turn.of(quiet(3))).isEqualTo(Turn.WORSE);
    }

    @Test
    void turn_smallChange_isTooSmallWhenForTheBetter_andWorseWhenForTheWorse() {
        assertThat(quiet(-1.2).verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(Turn.of(quiet(-1.2))).isEqualTo(Turn.TOO_SMALL);
        assertThat(quiet(1.2).verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(Turn.of(quiet(1.2))).isEqualTo(Turn.WORSE);
    }

    @Test
    void turn_tooFewEntries_isTooEarly_howeverFarApart() {
        DiaryReport few =
                DiaryAnalysis.analyse(Diary.ofPhases(new double[] {}, new double[] {9, 9, 9}, Better.LOWER), PAIN);
        assertThat(few).isInstanceOf(DiaryReport.TooFew.class);
        assertThat(Turn.of(few)).isEqualTo(Turn.TOO_EARLY);
    }

    @Test
    void shownAndSaid_areTwoThings() {
        Worse shown = Worse.of(Optional.of(quiet(3)), OptionalDouble.of(21), List.of(new WorseAnswer(30, false)));
        assertThat(shown).isEqualTo(new Worse(true, false, false));
        assertThat(worse(OptionalDouble.of(21), new WorseAnswer(30, true), new WorseAnswer(31, false)))
                .isEqualTo(new Worse(false, true, false));
        assertThat(worse(OptionalDouble.of(21), new WorseAnswer(30, true))).isEqualTo(new Worse(false, true, true));
    }

    @Test
    void saidBeforeTheFirstSession_didNotComeOfOne_butIsLookedAfterWhileItIsTheLatest() {
        assertThat(worse(OptionalDouble.of(21), new WorseAnswer(20, true), new WorseAnswer(25, false)))
                .isEqualTo(new Worse(false, false, false));
        Worse latest = worse(OptionalDouble.empty(), new WorseAnswer(20, true));
        assertThat(latest).isEqualTo(new Worse(false, false, true));
        assertThat(latest.any()).isTrue();
    }

    @Test
    void nothingToCompare_andNothingSaid_isNotWorse() {
        assertThat(Worse.of(Optional.empty(), OptionalDouble.empty(), List.of()).any())
                .isFalse();
    }
}
