package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.trace.HandSkill.FeltTwice;

/** What a hand's finding is worth, and how that is learned where a muscle was felt twice. */
class HandTest {
    @Test
    void ratio_untested_eachGradeHasItsOwn() {
        Hand hand = Hand.untested();
        // 0.3 / 0.7; 0.7 x 0.2 / (0.3 x 0.6): slight speaks against; 0.7 x 0.4 / (0.3 x 0.3); 0.7 x 0.4 / (0.3 x 0.1).
        assertThat(hand.ratio(0)).isCloseTo(0.4286, within(1e-4));
        assertThat(hand.ratio(1)).isCloseTo(0.7778, within(1e-4));
        assertThat(hand.ratio(2)).isCloseTo(3.1111, within(1e-4));
        assertThat(hand.ratio(3)).isCloseTo(9.3333, within(1e-4));
    }

    @Test
    void information_certain_isNone_andIsMostInTheMiddle() {
        Hand hand = Hand.untested();
        assertThat(hand.information(0)).isCloseTo(0, within(1e-12));
        assertThat(hand.information(1)).isCloseTo(0, within(1e-12));
        assertThat(hand.information(0.5)).isGreaterThan(hand.information(0.1));
    }

    @Test
    void learned_nothingFeltTwice_isTheUntestedHand() {
        Hand hand = HandSkill.learned(List.of());
        assertThat(hand.sensitivity()).isCloseTo(0.7, within(0.01));
        assertThat(hand.specificity()).isCloseTo(0.7, within(0.01));
        assertThat(hand.ratio(3)).isCloseTo(Hand.untested().ratio(3), within(0.6));
    }

    @Test
    void learned_handsThatAgree_areTrustedMore_andThoseThatDoNotLess() {
        Hand good = HandSkill.learned(pairs(0.9, 0.9, 400));
        Hand poor = HandSkill.learned(pairs(0.55, 0.55, 400));
        assertThat(good.sensitivity()).isCloseTo(0.9, within(0.06));
        assertThat(good.specificity()).isCloseTo(0.9, within(0.06));
        assertThat(good.ratio(3)).isGreaterThan(Hand.untested().ratio(3));
        assertThat(poor.ratio(2)).isLessThan(Hand.untested().ratio(2));
    }

    @Test
    void of_outOfRange_isRefused() {
        assertThatThrownBy(() -> Hand.of(1, 0.7)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new FeltTwice(0, 4)).hasMessageContaining("range 0 to 3");
    }

    /** Three of ten muscles hold; both hands have this skill and the assumed grades. */
    private static List<FeltTwice> pairs(double sensitivity, double specificity, int count) {
        Random random = new Random(7);
        Hand hand = Hand.of(sensitivity, specificity);
        List<FeltTwice> pairs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            List<Double> grades = random.nextDouble() < 0.3 ? hand.held() : hand.notHeld();
            pairs.add(new FeltTwice(draw(grades, random), draw(grades, random)));
        }
        return pairs;
    }

    private static int draw(List<Double> grades, Random random) {
        double left = random.nextDouble();
        int grade = 0;
        while (grade < 3 && left > grades.get(grade)) {
            left -= grades.get(grade++);
        }
        return grade;
    }
}
