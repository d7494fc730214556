package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.evidence.Cases;
import tools.jackson.databind.JsonNode;

/** Against sced/ou_noise_expected.json: the same model by dense Cholesky factors in another program. */
class DriftNoiseTest {

    private static final DriftNoise ESTIMATOR = DriftNoise.standard();

    static Stream<String> series() {
        return Cases.json("sced/ou_noise_expected.json").get("expected").propertyNames().stream();
    }

    static Diary diary(String id) {
        JsonNode series = Cases.json("sced/" + id + ".json");
        return Diary.ofPhases(
                Cases.numbers(series.get("A")),
                Cases.numbers(series.get("B")),
                series.get("improvement").asString().equals("decrease") ? Better.LOWER : Better.HIGHER);
    }

    @ParameterizedTest
    @MethodSource("series")
    void fit_publishedSeries_equalsReference(String id) {
        JsonNode expected =
                Cases.json("sced/ou_noise_expected.json").get("expected").get(id);
        check(id, ESTIMATOR.levelOnly(diary(id)), expected.get("level_only"), 1e-12);
        // The pure trend is fitted exactly, so its change is round-off: 1e-14 points of zero.
        boolean exact = id.equals("s03_tarlow2017_pure_trend");
        check(id, ESTIMATOR.trendPlusLevel(diary(id)), expected.get("trend_plus_level"), exact ? 1e-9 : 1e-12);
    }

    private static void check(String id, DriftNoise.Fit fit, JsonNode expected, double absolute) {
        assertThat(fit.change().df()).isEqualTo(expected.get("df").asInt());
        assertClose(id + " mean", fit.change().mean(), expected.get("mean").asDouble(), 1e-6, absolute);
        assertClose(
                id + " median", fit.change().median(), expected.get("median").asDouble(), 1e-6, absolute);
        double[] interval = fit.change().interval(0.95);
        for (int i = 0; i < 2; i++) {
            assertClose(id + " cri95", interval[i], expected.get("cri95").get(i).asDouble(), 1e-6, absolute);
        }
        assertClose(id + " p0", fit.change().cdf(0), expected.get("p_below_0").asDouble(), 1e-6, absolute);
        assertClose(
                id + " p-1",
                fit.change().cdf(-1),
                expected.get("p_below_minus1").asDouble(),
                1e-6,
                0);
        assertClose(
                id + " p-2",
                fit.change().cdf(-2),
                expected.get("p_below_minus2").asDouble(),
                1e-6,
                0);
        DriftNoise.CellFit top = fit.cells().stream()
                .max(java.util.Comparator.comparingDouble(DriftNoise.CellFit::weight))
                .orElseThrow();
        JsonNode cell = expected.get("top_cell");
        assertThat(top.cell().drift()).isEqualTo(cell.get("phi_nugget").get(0).asDouble());
        assertThat(top.cell().noise()).isEqualTo(cell.get("phi_nugget").get(1).asDouble());
        assertClose(id + " weight", top.weight(), cell.get("weight").asDouble());
        assertClose(id + " phi", fit.drift(), expected.get("post_mean_phi").asDouble());
        assertClose(
                id + " nugget", fit.noise(), expected.get("post_mean_nugget").asDouble());
    }

    @Test
    void fit_entriesInAnotherOrder_sameAnswer() {
        double[] days = {0, 1, 2.5, 4, 7, 8, 10, 13};
        double[] values = {6, 7, 5, 6, 4, 3, 4, 2};
        double[] daysTurned = {13, 10, 8, 7, 4, 2.5, 1, 0};
        double[] valuesTurned = {2, 4, 3, 4, 6, 5, 7, 6};
        assertThat(ESTIMATOR
                        .levelOnly(Diary.of(days, values, 5, Better.LOWER))
                        .change()
                        .mean())
                .isEqualTo(ESTIMATOR
                        .levelOnly(Diary.of(daysTurned, valuesTurned, 5, Better.LOWER))
                        .change()
                        .mean());
    }

    @Test
    void fit_constantDiary_saysNoChangeWithCertainty() {
        Diary flat = Diary.ofPhases(new double[] {3, 3, 3}, new double[] {3, 3, 3}, Better.LOWER);
        assertThat(ESTIMATOR.levelOnly(flat).change().mean())
                .isCloseTo(0, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void fit_nothingBefore_throwsWithCounts() {
        Diary diary = Diary.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}, 0, Better.LOWER);
        assertThatThrownBy(() -> ESTIMATOR.levelOnly(diary)).hasMessageContaining("0 entries before");
    }
}
