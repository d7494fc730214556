package org.stillpoint.evidence.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import tools.jackson.databind.JsonNode;

/** Against scdhlm 0.7.4 and the two papers (mbd/). */
class BetweenCaseTest {

    private static final JsonNode EXPECTED = Cases.json("mbd/mbd_expected.json");

    private static void check(String id, BetweenCase actual, JsonNode e) {
        JsonNode printed = EXPECTED.get("published").get(id);
        assertClose(
                id + " printed delta", actual.delta(), printed.get("delta_hat").asDouble(), 0, 5.1e-7);
        assertClose(id + " printed V", actual.deltaVariance(), printed.get("V").asDouble(), 0, 5.1e-9);
        assertClose(id + " printed phi", actual.phi(), printed.get("phi").asDouble(), 0, 5.1e-6);
        assertClose(id + " printed rho", actual.rho(), printed.get("rho").asDouble(), 0, 5.1e-7);
        assertClose(id + " printed nu", actual.nu(), printed.get("nu").asDouble(), 0, 5.1e-7);
        assertClose(id + " D", actual.meanDifference(), e.get("D_bar").asDouble());
        assertClose(id + " S2", actual.variance(), e.get("S_sq").asDouble());
        assertClose(
                id + " unadjusted",
                actual.unadjusted(),
                e.get("delta_hat_unadj").asDouble());
        assertClose(id + " phi", actual.phi(), e.get("phi").asDouble());
        assertClose(id + " within", actual.withinVariance(), e.get("sigma_sq_w").asDouble());
        assertClose(id + " rho", actual.rho(), e.get("rho").asDouble());
        assertClose(id + " theta", actual.theta(), e.get("theta").asDouble());
        assertClose(id + " nu", actual.nu(), e.get("nu").asDouble());
        assertClose(id + " delta", actual.delta(), e.get("delta_hat").asDouble());
        assertClose(
                id + " variance", actual.deltaVariance(), e.get("V_delta_hat").asDouble());
    }

    @Test
    void reversal_lambert2006_equalsThePaper() {
        List<BetweenCase.Measurement> entries = Cases.csv("mbd/lambert_ABk.csv").stream()
                .map(r -> new BetweenCase.Measurement(
                        r.get("case"),
                        r.get("phase"),
                        r.get("treatment").equals("RC"),
                        Double.parseDouble(r.get("time")),
                        Double.parseDouble(r.get("outcome"))))
                .toList();
        BetweenCase actual = BetweenCase.reversal(entries);
        JsonNode e = EXPECTED.get("expected").get("Lambert_ABk");
        assertThat(actual.groups()).isEqualTo(e.get("M_dot").asInt());
        check("Lambert", actual, e);
    }

    @Test
    void multipleBaseline_laski1988_equalsThePaperAndTheMixedModel() {
        List<Cases.CaseRow> rows = Cases.csv("mbd/laski_MB.csv");
        BetweenCase actual = BetweenCase.multipleBaseline(rows.stream()
                .map(r -> new BetweenCase.Measurement(
                        r.get("case"),
                        "1",
                        r.get("treatment").equals("treatment"),
                        Double.parseDouble(r.get("time")),
                        Double.parseDouble(r.get("outcome"))))
                .toList());
        JsonNode e = EXPECTED.get("expected").get("Laski_MB");
        assertThat(actual.groups()).isEqualTo(e.get("K").asInt());
        check("Laski", actual, e);
        List<MixedModel.PersonSeries> people = rows.stream()
                .map(r -> r.get("case"))
                .distinct()
                .map(id -> rows.stream().filter(r -> r.get("case").equals(id)).toList())
                .map(own -> new MixedModel.PersonSeries(
                        own.stream()
                                .map(r -> new double[] {1, r.get("treatment").equals("treatment") ? 1 : 0})
                                .toArray(double[][]::new),
                        own.stream().map(r -> new double[] {1}).toArray(double[][]::new),
                        own.stream()
                                .mapToDouble(r -> Double.parseDouble(r.get("outcome")))
                                .toArray(),
                        own.stream()
                                .mapToDouble(r -> Double.parseDouble(r.get("time")))
                                .toArray()))
                .toList();
        JsonNode lme = EXPECTED.get("laski_lme_REML_AR1");
        double sigma = lme.get("sigma").asDouble();
        double phi = lme.get("phi").asDouble();
        // At the variances where lme stopped every figure is lme's; ours go on to the top, in the fifth digit.
        MixedModel there = MixedModel.given(people, new double[] {lme.get("tau").asDouble() / sigma}, phi);
        String[] names = {"(Intercept)", "treatmenttreatment"};
        for (int i = 0; i < names.length; i++) {
            assertClose(
                    names[i],
                    there.coefficients().get(i),
                    lme.get("fixed").get(names[i]).asDouble());
            assertClose(
                    names[i] + " se",
                    there.standardErrors().get(i),
                    lme.get("se").get(names[i]).asDouble());
        }
        assertClose("sigma", there.residualSd(), sigma);
        assertClose("logLik", there.logLikelihood(), lme.get("logLik").asDouble());
        MixedModel ours = MixedModel.fit(people, true);
        assertThat(ours.logLikelihood()).isGreaterThan(there.logLikelihood() - 1e-9);
        assertClose("phi", ours.phi(), phi, 1e-4, 0);
        assertClose("sigma", ours.residualSd(), sigma, 1e-4, 0);
    }
}
