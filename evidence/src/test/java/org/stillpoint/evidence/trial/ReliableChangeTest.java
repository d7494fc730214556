package org.stillpoint.evidence.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.evidence.Cases.assertClose;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.Cases;
import org.stillpoint.evidence.numeric.Sample;
import tools.jackson.databind.JsonNode;

/** Against clinicalsignificance 3.0 on the data of Claus 2020 (rci/). */
class ReliableChangeTest {

    private static final List<Cases.CaseRow> ROWS = Cases.csv("rci/claus_2020_wide.csv").stream()
            .filter(r -> !r.get("hamd.1").equals("NA") && !r.get("hamd.4").equals("NA"))
            .toList();
    private static final double[] BEFORE =
            ROWS.stream().mapToDouble(r -> Double.parseDouble(r.get("hamd.1"))).toArray();
    private static final double[] AFTER =
            ROWS.stream().mapToDouble(r -> Double.parseDouble(r.get("hamd.4"))).toArray();
    private static final JsonNode EXPECTED = Cases.json("rci/rci_expected.json");
    private static final JsonNode COMPUTED = EXPECTED.get("computed").get("claus_hamd_1_vs_4");
    private static final ReliableChange CHANGE = new ReliableChange(
            Sample.mean(BEFORE), Sample.sd(BEFORE), COMPUTED.get("reliability").asDouble());

    private static int[] counts(java.util.function.IntFunction<ReliableChange.Judgement> judge) {
        int[] counts = new int[3];
        IntStream.range(0, BEFORE.length).forEach(i -> counts[judge.apply(i).ordinal()]++);
        return counts;
    }

    @Test
    void thresholds_claus2020_equalThePackage() {
        assertThat(BEFORE).hasSize(COMPUTED.get("n").asInt());
        assertClose("mean", CHANGE.meanBefore(), COMPUTED.get("mean_pre").asDouble());
        assertClose("sd", CHANGE.sdBefore(), COMPUTED.get("sd_pre").asDouble());
        assertClose("SEM", CHANGE.sem(), COMPUTED.get("SEM").asDouble());
        assertClose("S diff", CHANGE.differenceError(), COMPUTED.get("S_diff").asDouble());
        assertClose(
                "threshold",
                CHANGE.threshold(),
                COMPUTED.get("RCI_threshold_points").asDouble());
        assertClose(
                "least detectable change",
                CHANGE.threshold(),
                COMPUTED.get("MDC95").asDouble());
        for (int i = 0; i < 10; i++) {
            JsonNode one = COMPUTED.get("first10").get(i);
            assertThat(BEFORE[i]).isEqualTo(one.get("pre").asDouble());
            assertClose(
                    "index", CHANGE.index(BEFORE[i], AFTER[i]), one.get("rci").asDouble());
        }
    }

    @Test
    void verdicts_claus2020_equalThePackage() {
        assertThat(counts(i -> ReliableChange.judge(CHANGE.index(BEFORE[i], AFTER[i]), true)))
                .containsExactly(29, 10, 1);
        assertThat(counts(i -> CHANGE.edwardsNunnally(BEFORE[i], AFTER[i], true)))
                .containsExactly(32, 5, 3);
        assertThat(counts(i -> ReliableChange.judge(CHANGE.gulliksenLordNovick(BEFORE[i], AFTER[i]), true)))
                .containsExactly(29, 10, 1);
        double meanAfter = Sample.mean(AFTER);
        assertThat(counts(i -> ReliableChange.judge(CHANGE.hsuLinnLord(BEFORE[i], AFTER[i], meanAfter), true)))
                .containsExactly(12, 16, 12);
    }

    @Test
    void otherIndices_claus2020_equalThePackage() {
        JsonNode e = EXPECTED.get("package_snapshot_expected");
        double meanAfter = Sample.mean(AFTER);
        double sdAfter = Sample.sd(AFTER);
        double r = Sample.correlation(BEFORE, AFTER);
        double critical = ReliableChange.HAGEMAN_ARRINDELL_CRITICAL;
        assertThat(counts(i -> ReliableChange.judge(
                        CHANGE.hagemanArrindell(BEFORE[i], AFTER[i], meanAfter, sdAfter, r), critical, true)))
                .containsExactly(ints(e.get("claus_hamd_HA")));
        assertThat(counts(i -> ReliableChange.judge(CHANGE.nunnallyKotsch(BEFORE[i], AFTER[i], 0.5), true)))
                .containsExactly(ints(e.get("claus_hamd_NK_post0.5")));
        JsonNode half = e.get("claus_percent50");
        assertThat(counts(i -> ReliableChange.percentChange(BEFORE[i], AFTER[i], 0.5, true)))
                .containsExactly(
                        half.get("improved").asInt(),
                        half.get("unchanged").asInt(),
                        half.get("deteriorated").asInt());
    }

    private static int[] ints(JsonNode array) {
        return java.util.Arrays.stream(Cases.numbers(array))
                .mapToInt(x -> (int) x)
                .toArray();
    }

    @Test
    void cutoffs_claus2020_equalThePackage() {
        ReliableChange.Cutoffs cutoffs = ReliableChange.cutoffs(CHANGE.meanBefore(), CHANGE.sdBefore(), 8, 8, true);
        JsonNode e = COMPUTED.get("cutoffs");
        assertClose("a", cutoffs.a(), e.get("a").asDouble());
        assertClose("b", cutoffs.b(), e.get("b").asDouble());
        assertClose("c", cutoffs.c(), e.get("c").asDouble());
        long recovered = IntStream.range(0, BEFORE.length)
                .filter(i -> CHANGE.index(BEFORE[i], AFTER[i]) < -1.96 && AFTER[i] < cutoffs.c())
                .count();
        assertThat(recovered).isEqualTo(26);
    }
}
