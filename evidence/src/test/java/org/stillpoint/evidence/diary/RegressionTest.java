package org.stillpoint.evidence.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;
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
    void piecewise_publishedSeries_residualsAreScans(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        JsonNode e = Cases.json("sced/" + id + ".json").get("expected").get("piecewise_OLS");
        LeastSquares fit = LeastSquares.fit(piecewise(diary), diary.values());
        double mean = Sample.mean(diary.values());
        double total =
                Arrays.stream(diary.values()).map(v -> (v - mean) * (v - mean)).sum();
        assertClose(id + " r2", 1 - fit.residualSquares() / total, e.get("r2").asDouble());
        if (id.equals("s03_tarlow2017_pure_trend")) {
            assertThat(fit.residualSquares()).as("its residuals are round-off").isLessThan(1e-20);
            return;
        }
        double[] r = fit.residuals();
        double products = 0;
        double steps = 0;
        for (int i = 1; i < r.length; i++) {
            products += r[i] * r[i - 1];
            steps += (r[i] - r[i - 1]) * (r[i] - r[i - 1]);
        }
        assertClose(
                id + " lag 1",
                products / fit.residualSquares(),
                e.get("residual_lag1").asDouble());
        assertClose(
                id + " Durbin-Watson",
                steps / fit.residualSquares(),
                e.get("durbin_watson").asDouble());
    }

    private static double[][] level(Diary diary) {
        return IntStream.range(0, diary.size())
                .mapToObj(i -> new double[] {1, i < diary.sizeBefore() ? 0 : 1})
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("series")
    void generalised_publishedSeries_equalsNlme(String id) {
        Diary diary = DriftNoiseTest.diary(id);
        JsonNode e = Cases.json("sced/" + id + ".json").get("expected");
        if (e.has("level_only_GLS_AR1_REML")) {
            checkNlme(id, diary, level(diary), List.of("intercept", "level"), e.get("level_only_GLS_AR1_REML"));
        }
        if (e.has("piecewise_GLS_AR1_REML")) {
            checkNlme(
                    id,
                    diary,
                    piecewise(diary),
                    List.of("intercept", "trend", "level", "slope"),
                    e.get("piecewise_GLS_AR1_REML"));
        }
    }

    /**
     * At the phi where the package stopped every figure is the package's. It stops once the likelihood is flat to about six
     * digits, which leaves phi three or four: ours is never less likely.
     */
    private static void checkNlme(String id, Diary diary, double[][] design, List<String> names, JsonNode e) {
        List<MixedModel.PersonSeries> one =
                List.of(new MixedModel.PersonSeries(design, new double[diary.size()][0], diary.values(), diary.days()));
        double phi = e.get("phi").asDouble();
        MixedModel there = MixedModel.given(one, new double[0], phi);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            assertClose(
                    id + name,
                    there.coefficients().get(i),
                    e.get("coef").get(name).asDouble());
            assertClose(
                    id + name + " se",
                    there.standardErrors().get(i),
                    e.get("se").get(name).asDouble());
        }
        assertClose(id + " sigma", there.residualSd(), e.get("sigma").asDouble());
        if (e.has("logLik")) {
            assertClose(id + " logLik", there.logLikelihood(), e.get("logLik").asDouble());
        }
        for (double off : new double[] {-0.02, 0.02}) {
            double aside = MixedModel.given(one, new double[0], phi + off).logLikelihood();
            assertThat(there.logLikelihood()).as(id + " at its top").isGreaterThan(aside);
        }
        if (phi > 0) {
            MixedModel ours = MixedModel.fit(one, true);
            assertClose(id + " phi", ours.phi(), phi, 1e-3, 1e-3);
            assertThat(ours.logLikelihood()).isGreaterThan(there.logLikelihood() - 1e-9);
        }
    }
}
