package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiaryAnalysisTest {

    private static final Setting PAIN = Setting.of(Measures.find("pain").orElseThrow());

    private static DiaryReport.Judged judged(Diary diary) {
        return DiaryAnalysis.analyse(diary, PAIN).judged().orElseThrow();
    }

    private static DiaryReport report(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        return DiaryAnalysis.analyse(diary, Setting.unknown("Score", diary));
    }

    @Test
    void analyse_largeLastingDrop_isChangedForTheBetter() {
        DiaryReport.Judged report = judged(DriftNoiseTest.diary("s09_borckardt2014_daily_pain"));
        assertThat(report.verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(report.better()).isTrue();
        assertThat(report.cautious()).isTrue();
    }

    @Test
    void analyse_pureTrend_neverSaysChanged() {
        assertThat(report("s03_tarlow2017_pure_trend").verdict()).isNotEqualTo(Verdict.CHANGED);
    }

    @Test
    void analyse_sameDropUpwards_isChangedForTheWorse() {
        Diary fell = DriftNoiseTest.diary("s09_borckardt2014_daily_pain");
        Diary rose = fell.withValues(
                java.util.Arrays.stream(fell.values()).map(v -> 10 - v).toArray());
        assertThat(judged(rose).verdict()).isEqualTo(Verdict.CHANGED);
        assertThat(judged(rose).better()).isFalse();
    }

    @Test
    void analyse_clearButSmallChange_isTooSmallToMatter() {
        double[] before =
                IntStream.range(0, 20).mapToDouble(i -> 6 + 0.2 * (i % 3)).toArray();
        double[] after =
                IntStream.range(0, 20).mapToDouble(i -> 4.8 + 0.2 * (i % 3)).toArray();
        DiaryReport report = DiaryAnalysis.analyse(Diary.ofPhases(before, after, Better.LOWER), PAIN);
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_SMALL);
    }

    @Test
    void analyse_threeEntriesBefore_asksForMore() {
        Diary diary = Diary.ofPhases(new double[] {6, 5, 7}, new double[] {3, 4, 3, 2, 3, 3}, Better.LOWER);
        assertThat(judged(diary).verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(judged(diary).moreBefore().orElseThrow()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void analyse_noEntryBefore_stillAnswers() {
        Diary diary = Diary.ofPhases(new double[] {}, new double[] {3, 4, 3, 2, 3, 3}, Better.LOWER);
        DiaryReport report = DiaryAnalysis.analyse(diary, PAIN);
        assertThat(report).isEqualTo(new DiaryReport.TooFew(diary, PAIN, java.util.Optional.empty(), 5));
        assertThat(report.verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(report.difference()).isNaN();
        assertThat(report.nap()).isEmpty();
    }

    @Test
    void falseAlarms_enoughEntriesBefore_comeFromThisDiary() {
        FalseAlarms alarms =
                report("s04_tarlow_declining").judged().orElseThrow().falseAlarms();
        assertThat(alarms.source()).isEqualTo(FalseAlarms.StartSource.PLACEBO_IN_TIME);
        assertThat(alarms.starts()).isEqualTo(5);
        FalseAlarms few =
                report("s09_borckardt2014_daily_pain").judged().orElseThrow().falseAlarms();
        assertThat(few.source()).isEqualTo(FalseAlarms.StartSource.SIMULATED);
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
            assertThat(report).isInstanceOf(DiaryReport.WithoutScatter.class);
        }
        double[] five = new double[14];
        java.util.Arrays.fill(five, 5);
        Diary pain = Diary.ofPhases(five, five, Better.LOWER);
        DiaryReport known = DiaryAnalysis.analyse(pain, Setting.unknown("Pain", pain));
        assertThat(known.levelOnly()).isEmpty();
        DiaryReport.Judged judged = known.judged().orElseThrow();
        assertThat(judged.scatters()).isFalse();
        double[] ends = judged.deciding().levelOnly().change().interval(0.95);
        assertThat(ends[1] - ends[0]).isGreaterThan(0.1);
    }
}
