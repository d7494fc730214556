package org.stillpoint.evidence.diary;

import static org.stillpoint.evidence.Cases.assertClose;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.trial.MixedModel;
import tools.jackson.databind.JsonNode;

/** The regressions beside which the estimator was chosen, against scan 0.67.1 and nlme 3.1-162 (sced/). */
class RegressionTest {

    static Stream<String> series() {
        return DriftNoiseTest.series();
    }

    /** Huitema and McKean 2000: {@code y ~ 1 + (t - first) + D + D (t - first of B)}. */
    private static double[][] piecewise(Diary diary) {
        double first = diary.day(0);
        return IntStream.range(0, diary.size())
                .mapToObj(i -> {
                    double after = i < diary.sizeBefore() ? 0 : 1;
                    return new double[] {1, diary.day(i) - first, after, after * (diary.day(i) - diary.start())};
                })
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("series")
    void piecewise_publishedSeries_equalsScan(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        JsonNode e = Cases.json("sced/" + id + ".json").get("expected").get("piecewise_OLS");
        LeastSquares fit = LeastSquares.fit(piecewise(diary), diary.values());
        List<String> names = List.of("intercept", "trend", "level", "slope");
        // The pure trend leaves no residual: its standard errors are round-off.
        boolean exact = id.equals("s03_tarlow2017_pure_trend");
        for (int i = 0; i < 4; i++) {
            assertClose(
                    id + names.get(i),
                    fit.coefficient(i),
                    e.get("coef").get(names.get(i)).asDouble(),
                    1e-6,
                    1e-12);
            assertClose(
                    id + " se",
                    fit.standardError(i),
                    e.get("se").get(names.get(i)).asDouble(),
                    1e-6,
                    exact ? 1e-12 : 0);
            if (!exact) {
                double p = e.get("p").get(names.get(i)).asDouble();
                boolean noEffect = Math.abs(fit.coefficient(i)) < 1e-12;
                assertClose(id + " p", fit.p(i), p, 1e-6, noEffect ? 1e-6 : 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void generalised_publishedSeries_equalsNlme(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        JsonNode all = Cases.json("sced/" + id + ".json").get("expected");
        if (!all.has("level_only_GLS_AR1_REML")) {
            return;
        }
        JsonNode e = all.get("level_only_GLS_AR1_REML");
        double[][] level = IntStream.range(0, diary.size())
                .mapToObj(i -> new double[] {1, i < diary.sizeBefore() ? 0 : 1})
                .toArray(double[][]::new);
        MixedModel fit = MixedModel.fit(
                List.of(new MixedModel.Person(level, new double[diary.size()][0], diary.values(), diary.days())), true);
        // gls stops its optimiser at about six digits of the likelihood, which leaves phi five.
        if (e.get("phi").asDouble() > 0) {
            assertClose(id + " phi", fit.phi(), e.get("phi").asDouble(), 1e-3, 0);
            assertClose(
                    id + " level",
                    fit.coefficients().get(1),
                    e.get("coef").get("level").asDouble(),
                    1e-3,
                    0);
            assertClose(id + " logLik", fit.logLikelihood(), e.get("logLik").asDouble(), 1e-6, 0);
        }
    }
}
