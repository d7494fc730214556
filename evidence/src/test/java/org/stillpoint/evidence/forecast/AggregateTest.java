package org.stillpoint.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;

/** What every aggregate must do, and what it reaches on real diaries beside the best of the simple forecasts. */
class AggregateTest {
    @Test
    void forecasts_oneValueForEver_isThatValue() {
        assertThat(Aggregate.forecasts(new double[] {4, 4, 4, 4}))
                .containsExactly(new double[] {4, 4, 4}, within(1e-12));
        assertThat(Aggregate.forecasts(new double[] {4})).isEmpty();
        assertThat(Aggregate.forecasts(new double[0])).isEmpty();
    }

    @Test
    void forecasts_anotherScale_scalesWithIt() {
        double[] values = {3, 5, 4, 6, 2, 7, 5, 5, 1, 8, 4};
        double[] wider = Arrays.stream(values).map(v -> 10 * v + 7).toArray();
        double[] expected =
                Arrays.stream(Aggregate.forecasts(values)).map(v -> 10 * v + 7).toArray();
        assertThat(Aggregate.forecasts(wider)).containsExactly(expected, within(1e-9));
    }

    @Test
    void forecasts_ofADay_knowNothingOfLaterOnes() {
        double[] values = {3, 5, 4, 6, 2, 7};
        double[] others = {3, 5, 4, 6, 9, 0};
        assertThat(Aggregate.forecasts(others)[3]).isEqualTo(Aggregate.forecasts(values)[3]);
    }

    @Test
    void next_isTheForecastThatWouldHaveBeenScored() {
        double[] values = {3, 5, 4, 6, 2, 7};
        double[] known = Arrays.copyOf(values, 5);
        assertThat(Aggregate.next(known)).isEqualTo(Aggregate.forecasts(values)[4]);
        assertThatThrownBy(() -> Aggregate.next(new double[0])).hasMessageContaining("one or more");
    }

    @Test
    void forecasts_placeboDiaries_beatTheBestSimpleOne() {
        // 0.843 is the smoothed value's, the best of scoring/baselines_to_beat.json; 0.825 was asked for.
        List<double[]> diaries = diaries("placebo_diaries/placeboI_ratings.csv", "subject", "day", "pain");
        assertThat(meanError(diaries)).isLessThan(0.825);
    }

    @Test
    void forecasts_kossakowski2017InCalendarOrder_beatTheBestSimpleOne() {
        // dayno is the day of the year and wraps at New Year; in calendar order the smoothed value reaches 0.119, 0.110
        // was asked for.
        assertThat(meanError(diaries("kossakowski2017/ESMdata.csv", "", "date", "mood_anxious")))
                .isLessThan(0.110);
    }

    private static double meanError(List<double[]> diaries) {
        return diaries.stream()
                .flatMapToDouble(daily -> {
                    double[] said = Aggregate.forecasts(daily);
                    return IntStream.range(NextDay.LEAST_HISTORY, daily.length)
                            .mapToDouble(i -> Math.abs(daily[i] - said[i - 1]));
                })
                .average()
                .orElseThrow();
    }

    private static List<double[]> diaries(String path, String person, String day, String value) {
        Map<String, TreeMap<String, List<Double>>> people = new TreeMap<>();
        for (Cases.CaseRow row : Cases.shared(path)) {
            String text = row.get(value);
            if (!text.isEmpty() && !text.equals("NA")) {
                people.computeIfAbsent(person.isEmpty() ? "" : row.get(person), p -> new TreeMap<>())
                        .computeIfAbsent(sortable(row.get(day)), d -> new ArrayList<>())
                        .add(Double.parseDouble(text));
            }
        }
        return people.values().stream()
                .map(days -> days.values().stream()
                        .mapToDouble(
                                v -> v.stream().mapToDouble(x -> x).average().orElseThrow())
                        .toArray())
                .toList();
    }

    /** A day number, or day/month/year of this century, as text in the order of time. */
    private static String sortable(String day) {
        String[] parts = day.split("/");
        return parts.length == 3
                ? parts[2] + parts[1] + parts[0]
                : String.format("%06d", (int) Math.floor(Double.parseDouble(day)));
    }
}
