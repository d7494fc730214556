package org.stillpoint.evidence.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import tools.jackson.databind.JsonNode;

/** Against scoring/scoring_reference.json and, leave-one-out on real trials, scoring/baselines_to_beat.json. */
class ScoresTest {

    @Test
    void gaussian_referenceForecasts_equalTheReference() {
        for (JsonNode one : Cases.json("scoring/scoring_reference.json").get("gaussian")) {
            PredictiveDistribution forecast = new PredictiveDistribution.Gaussian(
                    one.get("mu").asDouble(), one.get("sd").asDouble());
            double y = one.get("y").asDouble();
            assertClose("CRPS", forecast.crps(y), one.get("crps_closed").asDouble());
            // The reference integrated over a grid: five digits.
            assertClose(
                    "CRPS by integration",
                    forecast.crps(y),
                    one.get("crps_numeric").asDouble(),
                    5e-5,
                    0);
            assertClose(
                    "log score", forecast.logScore(y), one.get("log_score_nats").asDouble());
        }
    }

    @Test
    void binary_referenceForecasts_equalTheReference() {
        JsonNode e = Cases.json("scoring/scoring_reference.json").get("binary");
        double[] p = Cases.numbers(e.get("p"));
        boolean[] came = new boolean[p.length];
        IntStream.range(0, p.length).forEach(i -> came[i] = e.get("y").get(i).asInt() == 1);
        assertClose("Brier", Scores.brier(p, came), e.get("brier").asDouble());
        assertClose("log loss", Scores.logLoss(p, came), e.get("log_loss").asDouble());
        assertClose(
                "skill",
                Scores.brierSkill(p, came),
                e.get("brier_skill_vs_base_rate").asDouble());
        List<Scores.Bin> bins = Scores.calibration(p, came, 5);
        assertThat(bins.stream().mapToInt(Scores.Bin::count).sum()).isEqualTo(p.length);
    }

    @Test
    void quantiles_ofANormal_scoreAsTheNormal() {
        PredictiveDistribution normal = new PredictiveDistribution.Gaussian(5, 1.5);
        List<Double> levels =
                IntStream.rangeClosed(1, 199).mapToObj(i -> i / 200.0).toList();
        PredictiveDistribution quantiles = new PredictiveDistribution.Quantiles(
                levels, levels.stream().map(normal::quantile).toList());
        assertThat(quantiles.crps(3)).isCloseTo(normal.crps(3), within(2e-3));
        assertThat(quantiles.pit(4.2)).isCloseTo(normal.pit(4.2), within(1e-3));
        assertThat(quantiles.logScore(4.2)).isCloseTo(normal.logScore(4.2), within(0.01));
        assertThat(quantiles.covers(5)).isTrue();
        assertThat(quantiles.covers(9)).isFalse();
    }

    @Test
    void skill_modelEqualToReference_isZeroAndItsIntervalHoldsIt() {
        double[] scores = IntStream.range(0, 40).mapToDouble(i -> 1 + i % 5).toArray();
        int[] person = IntStream.range(0, 40).map(i -> i / 4).toArray();
        Scores.SkillScore none = Scores.skill(scores, scores, person);
        assertThat(none.estimate()).isZero();
        double[] better = java.util.Arrays.stream(scores).map(s -> 0.8 * s).toArray();
        Scores.SkillScore some = Scores.skill(better, scores, person);
        assertThat(some.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(some.low()).isCloseTo(0.2, within(1e-9));
    }

    private record Person(double before, double after, double arm) {}

    private static void check(String id, List<Person> people) {
        JsonNode expected = Cases.json("scoring/baselines_to_beat.json").get(id);
        assertThat(people).hasSize(expected.get("n").asInt());
        double[] before = people.stream().mapToDouble(Person::before).toArray();
        double[] after = people.stream().mapToDouble(Person::after).toArray();
        double[] arm = people.stream().mapToDouble(Person::arm).toArray();
        List<LeaveOneOut> rows = LeaveOneOut.of(before, after, arm);
        assertThat(rows).extracting(LeaveOneOut::name).containsExactly("LOCF", "group_mean_change", "RTM", "RTM+arm");
        rows.forEach(row -> compare(id + " " + row.name(), row, expected.get(row.name())));
        printed("base rate", LeaveOneOut.baseRateBrier30(before, after), expected.get("base_rate_only_Brier30"), 4);
    }

    private static void compare(String what, LeaveOneOut row, JsonNode expected) {
        Scores scores = row.scores();
        printed(what + " MAE", scores.meanAbsoluteError(), expected.get("MAE"), 3);
        printed(what + " RMSE", scores.rootMeanSquareError(), expected.get("RMSE"), 3);
        printed(what + " CRPS", scores.crps(), expected.get("CRPS"), 3);
        printed(what + " log score", scores.logScore(), expected.get("logscore"), 3);
        printed(what + " coverage", scores.coverage(), expected.get("cover80"), 3);
        printed(what + " Brier", row.brier30(), expected.get("Brier30"), 4);
    }

    /** The reference printed so many digits. */
    private static void printed(String what, double actual, JsonNode expected, int digits) {
        assertThat(actual).as(what).isCloseTo(expected.asDouble(), within(0.501 * Math.pow(10, -digits)));
    }

    @Test
    void baselines_vickersLeaveOneOut_giveTheFiguresToBeat() {
        check(
                "vickers_pk1_to_pk5",
                Cases.shared("vickers2004/acupuncture.csv").stream()
                        .filter(r -> !r.get("pk1").isEmpty() && !r.get("pk5").isEmpty())
                        .map(r -> new Person(
                                Double.parseDouble(r.get("pk1")),
                                Double.parseDouble(r.get("pk5")),
                                Double.parseDouble(r.get("group"))))
                        .toList());
    }

    @Test
    void baselines_asharLeaveOneOut_giveTheFiguresToBeat() {
        Map<String, Map<String, String>> people = new LinkedHashMap<>();
        for (Cases.CaseRow row : Cases.shared("ashar2022_prt/Ashar2022_outcomes_demographics.csv")) {
            Map<String, String> person = people.computeIfAbsent(row.get("id"), id -> new LinkedHashMap<>());
            person.put("group", row.get("group"));
            person.put("t" + row.get("time"), row.get("pain_avg"));
        }
        check(
                "ashar_PRT_or_usual",
                people.values().stream()
                        .filter(p -> !"2".equals(p.get("group")))
                        .filter(p -> number(p.get("t1")) && number(p.get("t2")))
                        .map(Cases.CaseRow::new)
                        .map(r -> new Person(
                                Double.parseDouble(r.get("t1")),
                                Double.parseDouble(r.get("t2")),
                                r.get("group").equals("1") ? 1 : 0))
                        .toList());
    }

    private static boolean number(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isEmpty() && !text.equals("NaN");
    }
}
