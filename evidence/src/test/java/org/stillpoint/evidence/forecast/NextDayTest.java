package org.stillpoint.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import tools.jackson.databind.JsonNode;

/**
 * Against scoring/baselines_to_beat.json, which prints three digits. The definitions (means of a day, ten days of history, gaps passed
 * over) are those with which the counts and all figures of both diaries that lie beside this repository come out; the other two
 * do not lie there.
 */
class NextDayTest {

    private static void check(String id, List<NextDay> diaries) {
        JsonNode expected = Cases.json("scoring/baselines_to_beat.json").get(id);
        for (int f = 0; f < NextDay.NAMES.length; f++) {
            int forecast = f;
            double[] errors = diaries.stream()
                    .flatMapToDouble(d -> Arrays.stream(d.errors()[forecast]))
                    .toArray();
            assertThat(errors).hasSize(expected.get("n").asInt());
            assertThat(Arrays.stream(errors).average().orElseThrow())
                    .as(id + " " + NextDay.NAMES[f])
                    .isCloseTo(expected.get(NextDay.NAMES[f]).asDouble(), within(5.1e-4));
        }
    }

    private static List<NextDay> diaries(String path, String person, String day, String value) {
        Map<String, TreeMap<Double, List<Double>>> people = new TreeMap<>();
        for (Cases.CaseRow row : Cases.shared(path)) {
            String text = row.get(value);
            if (!text.isEmpty() && !text.equals("NA")) {
                people.computeIfAbsent(person.isEmpty() ? "" : row.get(person), p -> new TreeMap<>())
                        .computeIfAbsent(Math.floor(Double.parseDouble(row.get(day))), d -> new ArrayList<>())
                        .add(Double.parseDouble(text));
            }
        }
        return people.values().stream()
                .map(days -> days.values().stream()
                        .mapToDouble(
                                v -> v.stream().mapToDouble(x -> x).average().orElseThrow())
                        .toArray())
                .map(NextDay::of)
                .toList();
    }

    @Test
    void of_placeboDiaries_giveTheFiguresToBeat() {
        check(
                "apkarian_placeboI next-day MAE",
                diaries("placebo_diaries/placeboI_ratings.csv", "subject", "day", "pain"));
    }

    @Test
    void of_kossakowski2017_giveTheFiguresToBeat() {
        check("Kossakowski anxious next-day MAE", diaries("kossakowski2017/ESMdata.csv", "", "dayno", "mood_anxious"));
    }

    @Test
    void of_shortDiary_forecastsNothing() {
        assertThat(NextDay.of(new double[] {1, 2, 3}).errors()[0]).isEmpty();
    }
}
