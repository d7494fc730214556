package org.stillpoint.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.diary.ExpectedCourse;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.forecast.AheadScored.WeekErrors;

/** What the ledger seals of a diary: the aggregate's middle, a spread that holds. */
class DiaryAheadTest {
    private static final Optional<Setting.Scale> SCALE = Optional.of(new Setting.Scale(0, 10));

    @Test
    void meanOf_hasTheAggregatesMiddle_andTheExpectedCoursesWidth() {
        double[] days = {0, 1, 2, 3, 4, 5};
        double[] values = {3, 5, 4, 6, 2, 7};
        DiaryAhead ahead = DiaryAhead.of(days, values, SCALE);
        double[] range = ExpectedCourse.of(days, values, SCALE).meanOf(6, 7).interval(0.8);
        assertThat(ahead.meanOf(6, 7).mean()).isEqualTo(Aggregate.next(values));
        assertThat(ahead.meanOf(6, 7).quantile(0.9) - ahead.meanOf(6, 7).quantile(0.1))
                .isCloseTo(range[1] - range[0], within(1e-9));
    }

    @Test
    void of_twoEntriesOfOneDay_isOfTheirMean() {
        DiaryAhead two = DiaryAhead.of(new double[] {0, 1.3, 1.8, 2}, new double[] {3, 4, 6, 4}, SCALE);
        DiaryAhead one = DiaryAhead.of(new double[] {0, 1, 2}, new double[] {3, 5, 4}, SCALE);
        assertThat(two.meanOf(3).mean()).isEqualTo(one.meanOf(3).mean());
    }

    /** Mean of the next seven days, 2,783 of them: smaller errors than the expected course's, and a range of 80 % that holds. */
    @Test
    void meanOf_nextWeeksOfThePlaceboDiaries_beatsTheExpectedCourse_andHoldsEightOfTen() {
        Map<String, TreeMap<Double, List<Double>>> people = new TreeMap<>();
        for (Cases.CaseRow row : Cases.shared("placebo_diaries/placeboI_ratings.csv")) {
            String text = row.get("pain");
            if (!text.isEmpty() && !text.equals("NA")) {
                people.computeIfAbsent(row.get("subject"), p -> new TreeMap<>())
                        .computeIfAbsent(Math.floor(Double.parseDouble(row.get("day"))), d -> new ArrayList<>())
                        .add(Double.parseDouble(text));
            }
        }
        List<WeekErrors> weeks = people.values().parallelStream()
                .flatMap(days -> AheadScored.of(
                        days.keySet().stream().mapToDouble(day -> day).toArray(),
                        days.values().stream()
                                .mapToDouble(v ->
                                        v.stream().mapToDouble(x -> x).average().orElseThrow())
                                .toArray())
                        .stream())
                .flatMap(scored -> scored.week().stream())
                .toList();
        assertThat(mean(weeks, WeekErrors::aggregate)).isLessThan(mean(weeks, WeekErrors::course));
        assertThat(mean(weeks, WeekErrors::aggregate)).isLessThan(mean(weeks, WeekErrors::lastSeven));
        assertThat(mean(weeks, week -> week.held() ? 1 : 0)).isBetween(0.77, 0.83);
    }

    private static double mean(List<WeekErrors> weeks, ToDoubleFunction<WeekErrors> what) {
        return weeks.stream().mapToDouble(what).average().orElseThrow();
    }
}
