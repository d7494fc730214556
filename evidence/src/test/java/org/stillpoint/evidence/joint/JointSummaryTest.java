package org.stillpoint.evidence.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.joint.JointSummary.ComparedArms;
import org.stillpoint.evidence.joint.JointSummary.OwnDifferences;
import org.stillpoint.evidence.joint.JointSummary.Withheld;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.trial.NOfOne.Participant;

class JointSummaryTest {
    private static final TellingRule RULE =
            TellingRule.of(new SmallestCell(5), Measures.find("pain").orElseThrow(), 0.3, 1);

    private static List<BeforeAfter> people(double... beforeAndAfter) {
        List<BeforeAfter> people = new ArrayList<>();
        for (int i = 0; i < beforeAndAfter.length; i += 2) {
            people.add(new BeforeAfter(beforeAndAfter[i], beforeAndAfter[i + 1]));
        }
        return people;
    }

    /** Source: R 4.2.2, {@code summary(lm(after ~ treated + before))}: -1.478788, 0.375758, 0.790909, sigma 0.612991. */
    @Test
    void compared_fiveAndSix_isTheAncovaOfR_toThreeDigits() {
        JointSummary summary = JointSummary.compared(
                people(5, 3, 6, 4.5, 7, 4, 4, 2.5, 8, 6), people(5, 5, 6, 5.5, 7, 7, 4, 3, 8, 6.5, 3, 3.5), RULE);

        assertThat(summary)
                .isEqualTo(new ComparedArms(5, 6, -1.479, 0.376, 0.791, 0.613, Optional.empty(), Optional.empty()));
    }

    @Test
    void compared_fewerThanTheCellInAGroup_isWithheld() {
        List<BeforeAfter> four = people(5, 3, 6, 4.5, 7, 4, 4, 2.5);
        List<BeforeAfter> six = people(5, 5, 6, 5.5, 7, 7, 4, 3, 8, 6.5, 3, 3.5);
        Withheld tooFew = new Withheld(WithheldReason.TOO_FEW);

        assertThat(JointSummary.compared(four, six, RULE)).isEqualTo(tooFew);
        assertThat(JointSummary.compared(six, four, RULE)).isEqualTo(tooFew);
        assertThat(JointSummary.compared(List.of(), six, RULE)).isEqualTo(tooFew);
    }

    /** Each would tell what single people answered, or has no error. */
    @Test
    void compared_whereNothingVaries_isWithheld() {
        Withheld noScatter = new Withheld(WithheldReason.NO_SCATTER);
        List<BeforeAfter> alike = people(5, 3, 5, 3, 5, 3, 5, 3, 5, 3);
        List<BeforeAfter> higher = people(6, 3, 6, 4, 6, 3, 6, 4, 6, 3);
        List<BeforeAfter> fitting = people(5, 5, 6, 6, 7, 7, 8, 8, 9, 9);
        List<BeforeAfter> alsoFitting = people(5, 4, 6, 5, 7, 6, 8, 7, 9, 8);

        assertThat(JointSummary.compared(alike, alike, RULE)).isEqualTo(noScatter);
        assertThat(JointSummary.compared(alike, higher, RULE))
                .as("group and mean before are one")
                .isEqualTo(noScatter);
        assertThat(JointSummary.compared(fitting, alsoFitting, RULE)).isEqualTo(noScatter);
    }

    /** 6 of 12 better beside 5 of 11; nobody worse, which is not told, for it would be told of everybody. */
    @Test
    void compared_shares_areToldWhereEnoughAreAndEnoughAreNot() {
        List<BeforeAfter> treated = new ArrayList<>();
        List<BeforeAfter> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            treated.add(new BeforeAfter(5 + i % 3, i < 6 ? 2 : 5));
        }
        for (int i = 0; i < 11; i++) {
            waiting.add(new BeforeAfter(5 + i % 4, i < 5 ? 3 : 5 + i % 4 + 0.25 * (i % 2)));
        }

        ComparedArms told = (ComparedArms) JointSummary.compared(treated, waiting, RULE);

        assertThat(told.better()).contains(new ToldShares(6, 12, 5, 11));
        assertThat(told.worse()).isEmpty();
        treated.set(11, new BeforeAfter(5, 2));
        treated.set(10, new BeforeAfter(5, 2));
        told = (ComparedArms) JointSummary.compared(treated, waiting, RULE);
        assertThat(told.better()).as("4 are not better").isEmpty();
    }

    /** Who is better by a share of nothing cannot be said: that one or two began without pain would follow from the two sizes. */
    @Test
    void compared_sharesOfFewerPeopleThanTheGroup_areNotTold_whereTheyDifferByFew() {
        List<BeforeAfter> treated = new ArrayList<>();
        List<BeforeAfter> waiting = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            treated.add(new BeforeAfter(5 + i % 3, i < 6 ? 2 : 5));
            waiting.add(new BeforeAfter(5 + i % 4, i < 6 ? 3 : 5 + i % 4 + 0.25 * (i % 2)));
        }
        assertThat(((ComparedArms) JointSummary.compared(treated, waiting, RULE)).better())
                .contains(new ToldShares(6, 14, 6, 14));
        treated.set(13, new BeforeAfter(0, 0.5));

        ComparedArms told = (ComparedArms) JointSummary.compared(treated, waiting, RULE);

        assertThat(told.better()).isEmpty();
    }

    @Property(tries = 300)
    void compared_whoeverThereIs_tellsNoNumberOfFewerPeopleThanTheCell(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 0, max = 40) int treatedSize,
            @ForAll @IntRange(min = 0, max = 40) int waitingSize,
            @ForAll @IntRange(min = 2, max = 12) int cell) {
        Random random = new Random(seed);
        TellingRule rule =
                TellingRule.of(new SmallestCell(cell), Measures.find("pain").orElseThrow(), 0.3, 1);

        JointSummary summary = JointSummary.compared(some(random, treatedSize), some(random, waitingSize), rule);

        if (Math.min(treatedSize, waitingSize) < cell) {
            assertThat(summary).isEqualTo(new Withheld(WithheldReason.TOO_FEW));
        }
        if (summary instanceof ComparedArms told) {
            assertThat(told.treated()).isGreaterThanOrEqualTo(cell);
            assertThat(told.waiting()).isGreaterThanOrEqualTo(cell);
            for (Optional<ToldShares> shares : List.of(told.better(), told.worse())) {
                shares.ifPresent(one -> {
                    assertThat(one.treated()).isBetween(cell, one.ofTreated() - cell);
                    assertThat(one.waiting()).isBetween(cell, one.ofWaiting() - cell);
                    assertThat(told.treated() - one.ofTreated()).matches(apart -> apart == 0 || apart >= cell);
                });
            }
            told.better()
                    .ifPresent(better -> told.worse().ifPresent(worse -> {
                        int neither = better.ofTreated() - better.treated() - worse.treated();
                        assertThat(neither).matches(rest -> rest == 0 || rest >= cell);
                    }));
        }
    }

    private static List<BeforeAfter> some(Random random, int size) {
        List<BeforeAfter> some = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            some.add(new BeforeAfter(random.nextInt(11), random.nextInt(11)));
        }
        return some;
    }

    /**
     * Source: R 4.2.2, metafor 3.8-1: {@code rma(y, v, test = "adhoc", control = list(stepadj = 0.5))} of each person's mean with less mean
     * without, and its variance from the pooled variance within; estimate -1.12298, error 0.31487, tau 0.35450.
     */
    @Test
    void ofOwn_fivePeople_isTheTwoStageAnswerOfMetafor_toThreeDigits() {
        assertThat(JointSummary.ofOwn(five(), RULE)).isEqualTo(new OwnDifferences(5, -1.123, 0.315, 0.354));
    }

    @Test
    void ofOwn_fewerThanTheCell_isWithheld() {
        Map<String, Participant> four = five();
        four.remove("4");
        assertThat(JointSummary.ofOwn(four, RULE)).isEqualTo(new Withheld(WithheldReason.TOO_FEW));
        assertThat(JointSummary.ofOwn(Map.of(), RULE)).isEqualTo(new Withheld(WithheldReason.TOO_FEW));
    }

    private static Map<String, Participant> five() {
        double[][] with = {{3, 4, 2, 3}, {5, 4, 6, 5, 5}, {2, 3, 2}, {6, 7, 6, 5}, {4, 4, 3, 5, 4}};
        double[][] without = {{5, 4, 6}, {5, 6, 5, 7}, {4, 5, 5, 3}, {6, 6, 7}, {4, 6, 5, 5}};
        Map<String, Participant> people = new LinkedHashMap<>();
        for (int i = 0; i < with.length; i++) {
            people.put(String.valueOf(i), new Participant(list(with[i]), list(without[i])));
        }
        return people;
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    @Test
    void shares_ofAllOrOfNobody_areNoToldShares() {
        assertThatThrownBy(() -> new ToldShares(0, 9, 4, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ToldShares(9, 9, 4, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SmallestCell(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
