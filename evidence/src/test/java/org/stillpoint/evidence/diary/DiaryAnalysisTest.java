package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiaryAnalysisTest {

    private static final Setting PAIN = Setting.of(Measures.find("pain").orElseThrow());

    private static DiaryReport report(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        return DiaryAnalysis.analyse(diary, Setting.unknown("Score", diary));
    }

    @Test
    void analyse_largeLastingDrop_saysChangedAndNoCause() {
        Diary diary = DriftNoiseTest.diary("s09_borckardt2014_daily_pain");
        DiaryReport report = DiaryAnalysis.analyse(diary, PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.better()).contains(true);
        assertThat(report.rule()).contains("cautious");
        assertThat(report.words().getFirst()).startsWith("Pain was ").contains("points lower afterwards (plausible: ");
        assertThat(report.words().getLast()).isEqualTo("This cannot show that the session caused it.");
        assertThat(String.join(" ", report.words())).contains("J Pain 2004");
    }

    @Test
    void analyse_pureTrend_neverSaysChanged() {
        assertThat(report("s03_tarlow2017_pure_trend").verdict()).isNotEqualTo(Verdict.CHANGED);
    }

    @Test
    void analyse_sameDropUpwards_isSaidAsWorse() {
        Diary fell = DriftNoiseTest.diary("s09_borckardt2014_daily_pain");
        Diary rose = fell.withValues(
                java.util.Arrays.stream(fell.values()).map(v -> 10 - v).toArray());
        DiaryReport report = DiaryAnalysis.analyse(rose, PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.better()).contains(false);
        assertThat(report.words()).contains("That is a change for the worse.");
    }

    @Test
    void analyse_clearButSmallChange_isTooSmallToMatter() {
        double[] before =
                IntStream.range(0, 20).mapToDouble(i -> 6 + 0.2 * (i % 3)).toArray();
        double[] after =
                IntStream.range(0, 20).mapToDouble(i -> 4.8 + 0.2 * (i % 3)).toArray();
        DiaryReport report = DiaryAnalysis.analyse(Diary.ofPhases(before, after, Better.LOWER), PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_SMALL);
        assertThat(report.words().get(1)).contains("less than the 2.0 points");
    }

    @Test
    void analyse_threeEntriesBefore_asksForMore() {
        Diary diary = Diary.ofPhases(new double[] {6, 5, 7}, new double[] {3, 4, 3, 2, 3, 3}, Better.LOWER);
        DiaryReport report = DiaryAnalysis.analyse(diary, PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(report.moreBefore().orElseThrow()).isGreaterThanOrEqualTo(2);
        assertThat(report.words().getFirst())
                .matches("Too early to tell: \\d+ more entries before the first session would be needed\\.");
    }

    @Test
    void analyse_noEntryBefore_stillAnswers() {
        Diary diary = Diary.ofPhases(new double[] {}, new double[] {3, 4, 3, 2, 3, 3}, Better.LOWER);
        DiaryReport report = DiaryAnalysis.analyse(diary, PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(report.levelOnly()).isEmpty();
        assertThat(report.words())
                .containsExactly("Too early to tell: 5 more entries before the first session would be needed.");
    }

    @Test
    void falseAlarms_enoughEntriesBefore_comeFromThisDiary() {
        FalseAlarms alarms = report("s04_tarlow_declining").falseAlarms().orElseThrow();
        assertThat(alarms.source()).isEqualTo(FalseAlarms.Source.PLACEBO_IN_TIME);
        assertThat(alarms.starts()).isEqualTo(5);
        FalseAlarms few = report("s09_borckardt2014_daily_pain").falseAlarms().orElseThrow();
        assertThat(few.source()).isEqualTo(FalseAlarms.Source.SIMULATED);
        assertThat(few.rate()).isBetween(0.0, 0.2);
    }

    @Test
    void measures_everyRow_isReadWithItsSource() {
        assertThat(Measures.list()).hasSize(17).allSatisfy(m -> {
            assertThat(m.low()).isLessThan(m.high());
            assertThat(m.source()).isNotBlank();
        });
        assertThat(Measures.find("nrs_pain").orElseThrow().smallestChange()).hasValue(2);
        assertThat(Measures.find("stress").orElseThrow().smallestChange()).isEmpty();
    }

    /** Nothing prints an interval of no width as knowledge. */
    @Test
    void analyse_entriesWithoutScatter_sayWhatCanBeKnown() {
        double[] same = new double[14];
        java.util.Arrays.fill(same, 5000);
        double[] other = new double[14];
        java.util.Arrays.fill(other, 3000);
        for (double[] after : new double[][] {same, other}) {
            Diary diary = Diary.ofPhases(same, after, Better.LOWER);
            DiaryReport report = DiaryAnalysis.analyse(diary, Setting.unknown("Steps", diary));
            assertThat(report.verdict()).isEqualTo(Verdict.UNCLEAR);
            assertThat(report.levelOnly()).isEmpty();
            assertThat(report.trendPlusLevel()).isEmpty();
            assertThat(report.deciding()).isEmpty();
            assertThat(String.join(" ", report.words())).contains("Every entry", "cannot be told whether it changed");
        }
        double[] five = new double[14];
        java.util.Arrays.fill(five, 5);
        Diary pain = Diary.ofPhases(five, five, Better.LOWER);
        DiaryReport known = DiaryAnalysis.analyse(pain, Setting.unknown("Pain", pain));
        assertThat(known.levelOnly()).isEmpty();
        double[] ends = known.deciding().orElseThrow().levelOnly().change().interval(0.95);
        assertThat(ends[1] - ends[0]).isGreaterThan(0.1);
        assertThat(String.join(" ", known.words())).contains("Every entry is 5.0");
    }
}
