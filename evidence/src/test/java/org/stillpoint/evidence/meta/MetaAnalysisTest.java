package org.stillpoint.evidence.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.numeric.Kendall;
import org.stillpoint.evidence.numeric.Normal;
import tools.jackson.databind.JsonNode;

/** Against metafor 3.8.1 and the papers named in each case of meta/. */
class MetaAnalysisTest {

    static Stream<String> cases() {
        return Stream.of(
                "m01_bcg_logRR",
                "m02_haeuser2009_fibromyalgia_pain_SMD",
                "m04_lee2004_acupoint_P6_logRR",
                "m05_normand1999_MD");
    }

    static Studies studies(String id) {
        List<Cases.CaseRow> rows = Cases.csv("meta/" + id + ".csv");
        return Studies.of(
                rows.stream().map(row -> row.get("study")).toList(),
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("yi")))
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get("vi")))
                        .toArray());
    }

    private static JsonNode expected(String id) {
        return Cases.json("meta/" + id + ".json").get("expected");
    }

    private static void check(String what, Interval actual, JsonNode expected) {
        assertClose(what + " low", actual.low(), expected.get(0).asDouble());
        assertClose(what + " high", actual.high(), expected.get(1).asDouble());
    }

    /** The likelihood of the same studies five hundred times over has its top at the same place. */
    @ParameterizedTest
    @MethodSource("cases")
    void converged_ofManyStudies_maximumLikelihoodStaysWhereItWas(String id) {
        Studies once = studies(id);
        int times = 500;
        Studies many = Studies.of(
                IntStream.range(0, times)
                        .boxed()
                        .flatMapToDouble(time -> Arrays.stream(once.effects()))
                        .toArray(),
                IntStream.range(0, times)
                        .boxed()
                        .flatMapToDouble(time -> Arrays.stream(once.variances()))
                        .toArray());
        double expected = new BetweenStudies(once).converged(Estimator.ML);
        assertThat(new BetweenStudies(many).converged(Estimator.ML))
                .isCloseTo(expected, within(1e-9 * (expected + once.variances()[0])));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pooled_everyEstimator_equalsMetafor(String id) {
        MetaAnalysis meta = new MetaAnalysis(studies(id));
        for (Estimator estimator : Estimator.values()) {
            JsonNode e = expected(id).get(estimator.name());
            Pooled pooled = meta.pooled(estimator);
            String what = id + " " + estimator;
            assertClose(what + " est", pooled.estimate(), e.get("est").asDouble());
            assertClose(what + " se", pooled.standardError(), e.get("se").asDouble());
            check(what + " ci", pooled.interval(), e.get("ci"));
            if (estimator == Estimator.FE) {
                assertThat(meta.heterogeneity().df()).isEqualTo(e.get("df").asInt());
                assertClose(what + " Q", meta.heterogeneity().q(), e.get("Q").asDouble());
                assertClose(what + " Qp", meta.heterogeneity().p(), e.get("Qp").asDouble());
                continue;
            }
            assertClose(what + " tau2", pooled.tau2(), e.get("tau2").asDouble());
            assertClose(what + " se_tau2", pooled.tau2Error(), e.get("se_tau2").asDouble());
            assertClose(what + " I2", pooled.i2(), e.get("I2").asDouble());
            assertClose(what + " H2", pooled.h2(), e.get("H2").asDouble());
            assertClose(what + " z", pooled.z(), e.get("z").asDouble());
            assertClose(
                    what + " p",
                    2 * Normal.cdf(-Math.abs(pooled.z())),
                    e.get("p").asDouble());
            check(what + " pi_normal", pooled.predictions().orElseThrow().normal(), e.get("pi_normal"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pooled_hartungKnappAndPredictions_equalMetafor(String id) {
        MetaAnalysis meta = new MetaAnalysis(studies(id));
        for (Estimator estimator : List.of(Estimator.DL, Estimator.REML, Estimator.PM)) {
            JsonNode e = expected(id).get(estimator.name());
            Pooled pooled = meta.pooled(estimator);
            String what = id + " " + estimator;
            JsonNode hk = e.get("HartungKnapp");
            assertClose(what + " HK est", pooled.estimate(), hk.get("est").asDouble());
            assertThat(pooled.hartungKnapp().df()).isEqualTo(hk.get("df").asInt());
            assertClose(
                    what + " HK se",
                    pooled.hartungKnapp().standardError(),
                    hk.get("se").asDouble());
            assertClose(what + " HK t", pooled.hartungKnapp().t(), hk.get("t").asDouble());
            assertClose(what + " HK p", pooled.hartungKnapp().p(), hk.get("p").asDouble());
            check(what + " HK ci", pooled.hartungKnapp().interval(), hk.get("ci"));
            JsonNode wide = e.get("HK_never_narrower_adhoc");
            assertClose(
                    what + " never narrower",
                    pooled.neverNarrower().standardError(),
                    wide.get("se").asDouble());
            check(what + " never narrower ci", pooled.neverNarrower().interval(), wide.get("ci"));
            Pooled.Predictions predictions = pooled.predictions().orElseThrow();
            check(what + " PI", predictions.riley(), e.get("PI_Riley_HTS_t_kminus2"));
            check(what + " PI HK", predictions.rileyHartungKnapp(), e.get("PI_HTS_with_HK_se_t_kminus2"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pooled_remlExtras_equalMetafor(String id) {
        MetaAnalysis meta = new MetaAnalysis(studies(id));
        JsonNode e = expected(id).get("REML");
        Pooled pooled = meta.pooled(Estimator.REML);
        assertClose(
                id + " loglik",
                meta.restrictedLogLikelihood(pooled.tau2()),
                e.get("loglik_REML").asDouble());
        double[] shrunk = meta.shrunk(pooled);
        for (int i = 0; i < 3; i++) {
            assertClose(id + " BLUP", shrunk[i], e.get("BLUP_first3").get(i).asDouble());
        }
        check(
                id + " leave one out",
                meta.leaveOneOutRange(Estimator.REML),
                expected(id).get("leave1out_REML_range"));
        check(id + " tau2 interval", meta.tau2Interval(), e.get("tau2_Qprofile_ci"));
        check(id + " I2 interval", meta.i2Interval(), e.get("I2_ci"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void smallStudies_tests_equalMetafor(String id) {
        SmallStudies small = new SmallStudies(studies(id));
        JsonNode egger = expected(id).get("Egger_lm");
        assertClose(id + " Egger t", small.egger().t(), egger.get("t").asDouble());
        assertThat(small.egger().df()).isEqualTo(egger.get("df").asInt());
        assertClose(id + " Egger p", small.egger().p(), egger.get("p").asDouble());
        Kendall begg = small.begg();
        JsonNode rank = expected(id).get("Begg_ranktest");
        assertClose(id + " Begg tau", begg.tauB(), rank.get("tau").asDouble());
        assertClose(id + " Begg p", begg.p(), rank.get("p").asDouble());
        JsonNode trim = expected(id).get("trimfill_REML_L0");
        SmallStudies.TrimAndFill filled = small.trimAndFill(Estimator.REML);
        assertThat(filled.filled()).isEqualTo(trim.get("k0").asInt());
        assertThat(filled.onTheRight()).isEqualTo(trim.get("side").asString().equals("right"));
        assertClose(
                id + " trim and fill",
                filled.pooled().estimate(),
                trim.get("est").asDouble());
        check(id + " trim and fill", filled.pooled().interval(), trim.get("ci"));
    }

    @Test
    void pooled_publishedAnalyses_giveThePrintedDigits() {
        Pooled bcg = new MetaAnalysis(studies("m01_bcg_logRR")).pooled(Estimator.REML);
        assertThat(bcg.tau2()).isCloseTo(0.3132, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(bcg.estimate()).isCloseTo(-0.7145, org.assertj.core.api.Assertions.within(5e-5));
        MetaAnalysis normand = new MetaAnalysis(studies("m05_normand1999_MD"));
        JsonNode printed =
                Cases.json("meta/m05_normand1999_MD.json").get("published").get("Normand1999");
        for (Estimator estimator : List.of(Estimator.FE, Estimator.DL, Estimator.REML)) {
            Pooled pooled = normand.pooled(estimator);
            assertClose(
                    "est", pooled.estimate(), printed.get(estimator + "_est").asDouble(), 0, 5.1e-5);
            assertClose(
                    "low",
                    pooled.interval().low(),
                    printed.get(estimator + "_ci").get(0).asDouble(),
                    0,
                    5.1e-5);
            assertClose(
                    "high",
                    pooled.interval().high(),
                    printed.get(estimator + "_ci").get(1).asDouble(),
                    0,
                    5.1e-5);
            if (estimator != Estimator.FE) {
                assertClose(
                        "tau2", pooled.tau2(), printed.get(estimator + "_tau2").asDouble(), 0, 5.1e-5);
            }
        }
        // Riley 2011 worked from rounded inputs: agreement to the second decimal.
        Interval riley = new MetaAnalysis(studies("m02_haeuser2009_fibromyalgia_pain_SMD"))
                .pooled(Estimator.DL)
                .predictions()
                .orElseThrow()
                .riley();
        assertThat(riley.low()).isCloseTo(-0.83, org.assertj.core.api.Assertions.within(0.02));
        assertThat(riley.high()).isCloseTo(-0.02, org.assertj.core.api.Assertions.within(0.02));
    }

    @Test
    void converged_pauleMandelAndEmpiricalBayes_areOneRoot() {
        MetaAnalysis meta = new MetaAnalysis(studies("m01_bcg_logRR"));
        assertClose(
                "PM = EB",
                meta.pooled(Estimator.EB).converged().tau2(),
                meta.pooled(Estimator.PM).converged().tau2(),
                1e-12,
                0);
    }

    @Test
    void of_oneStudyOrNoVariance_throws() {
        assertThatThrownBy(() -> Studies.of(new double[] {1}, new double[] {1})).hasMessageContaining("two or more");
        assertThatThrownBy(() -> Studies.of(new double[] {1, 2}, new double[] {1, 0}))
                .hasMessageContaining("study 2");
    }
}
