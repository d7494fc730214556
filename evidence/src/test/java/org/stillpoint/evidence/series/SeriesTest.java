package org.stillpoint.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.evidence.Cases.assertClose;

import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import tools.jackson.databind.JsonNode;

/** Against Durbin and Koopman and the closed forms of its/. */
class SeriesTest {

    private static final JsonNode EXPECTED = Cases.json("its/its_expected.json");
    private static final double[] NILE = Cases.csv("its/nile.csv").stream()
            .mapToDouble(r -> Double.parseDouble(r.get("flow")))
            .toArray();

    private static ChangePoint.Prior prior(JsonNode p) {
        return new ChangePoint.Prior(
                p.get("mu0").asDouble(),
                p.get("kappa0").asDouble(),
                p.get("a0").asDouble(),
                p.get("b0").asDouble());
    }

    @Test
    void localLevel_nile_givesTheExactDiffuseVariances() {
        LocalLevel fit = LocalLevel.fit(NILE);
        // R's StructTS reaches them to five digits; Durbin and Koopman print 15099 and 1469.1.
        JsonNode e = EXPECTED.get("nile").get("expected").get("local_level_ML");
        assertClose("noise", fit.noiseVariance(), e.get("var_eps").asDouble(), 1e-5, 0);
        assertClose("level", fit.levelVariance(), e.get("var_level").asDouble(), 1e-4, 0);
        assertClose("printed noise", fit.noiseVariance(), 15098.6, 0, 0.1);
        assertClose("printed level", fit.levelVariance(), 1469.1, 0, 0.1);
    }

    @Test
    void changePoint_nile_isNearTheFirstAswanDam() {
        JsonNode e = EXPECTED.get("nile").get("expected").get("bayes_single_changepoint");
        ChangePoint found = ChangePoint.of(NILE, prior(e.get("prior")), 2);
        for (JsonNode top : e.get("top")) {
            int index = top.get("last_year_of_first_regime").asInt() - 1871;
            assertClose(
                    "posterior",
                    found.posterior().get(index),
                    top.get("posterior").asDouble());
        }
        assertClose(
                "Bayes factor",
                found.logBayesFactor(),
                e.get("log_bayes_factor_vs_no_change").asDouble());
    }

    @Test
    void changePoint_dailyPain_isWhereTheTreatmentBegan() {
        JsonNode e = EXPECTED.get("borckardt_pain_changepoint");
        ChangePoint found = ChangePoint.of(Cases.numbers(e.get("series")), prior(e.get("prior")), 2);
        assertClose(
                "posterior", found.posterior().get(6), e.get("posterior_at_7").asDouble());
        assertClose(
                "Bayes factor",
                found.logBayesFactor(),
                e.get("log_bayes_factor").asDouble());
        assertThat(found.posterior().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }
}
