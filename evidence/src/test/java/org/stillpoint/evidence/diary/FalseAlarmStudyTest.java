package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.diary.FalseAlarmStudy.MadeUpDiary;
import org.stillpoint.evidence.diary.FalseAlarmStudy.Rates;

/** What the verdict promises: few changes called where nothing was done, and power where something was. */
class FalseAlarmStudyTest {

    private static final FalseAlarmStudy STUDY = new FalseAlarmStudy(new Setting.Scale(0, 10));
    private static final int DIARIES = 4000;

    private static Rates simulated(int daysBefore, double drift, double change) {
        MadeUpDiary kind = FalseAlarmStudy.kinds().stream()
                .filter(k -> k.daysBefore() == daysBefore && k.drift() == drift && k.change() == change)
                .filter(k -> k.slope() == 0 && k.noiseSd() == 0 && k.adherence() == FalseAlarmStudy.ADHERENCE)
                .findFirst()
                .orElseThrow();
        return STUDY.simulate(kind, DIARIES);
    }

    @Test
    void verdict_noChange_isCalledInAtMostSevenOfAHundred() {
        for (double drift : new double[] {0, 0.3, 0.6, 0.8}) {
            assertThat(simulated(7, drift, 0).verdict())
                    .as("7 + 14 days, drift " + drift)
                    .isLessThan(0.07);
        }
        assertThat(simulated(14, 0.6, 0).verdict()).isLessThan(0.07);
    }

    @Test
    void verdict_dropOfTwoPoints_isCalledOftenEnough() {
        assertThat(simulated(7, 0.3, -2).verdict()).isGreaterThan(0.35);
        assertThat(simulated(14, 0.3, -2).verdict()).isGreaterThan(0.55);
    }

    /** Tiwari 2022, no-treatment arm; the windows and the grid's 2.6 % are those of scoring/false_alarm_real_diaries.txt. */
    @Test
    void verdict_untreatedDiaries_isCalledInAtMostFiveOfAHundred() {
        Set<String> untreated = new HashSet<>();
        for (Cases.CaseRow row : Cases.shared("placebo_diaries/placeboI_groups.csv")) {
            if (row.get("Placebo_Tx_or_NoTx").equals("3")) {
                untreated.add(row.get("ID"));
            }
        }
        Map<String, List<double[]>> people = new LinkedHashMap<>();
        for (Cases.CaseRow row : Cases.shared("placebo_diaries/placeboI_ratings.csv")) {
            if (untreated.contains(row.get("subject")) && row.get("pain").matches("[0-9.]+")) {
                people.computeIfAbsent(row.get("subject"), s -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(row.get("day")), Double.parseDouble(row.get("pain"))});
            }
        }
        List<Diary> diaries = people.values().stream()
                .map(rows -> Diary.of(
                        rows.stream().mapToDouble(r -> r[0]).toArray(),
                        rows.stream().mapToDouble(r -> r[1]).toArray(),
                        0,
                        Better.LOWER))
                .toList();
        Rates long28 = STUDY.placeboInTime(diaries, 14, 28, 2);
        assertThat(long28.windows()).isEqualTo(38);
        assertThat(long28.meanChange()).isCloseTo(-0.22, within(0.005));
        assertThat(long28.welch()).isCloseTo(0.289, within(5e-4));
        assertThat(long28.mannWhitney()).isCloseTo(0.342, within(5e-4));
        assertThat(long28.levelOnly()).isCloseTo(0.026, within(5e-4));
        assertThat(long28.trendPlusLevel()).isCloseTo(0.053, within(5e-4));
        assertThat(long28.verdict()).isLessThan(0.05);
        assertThat(STUDY.placeboInTime(diaries, 7, 14, 3).verdict()).isLessThan(0.05);
    }
}
