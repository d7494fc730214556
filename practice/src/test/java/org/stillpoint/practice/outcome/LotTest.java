package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.trial.RandomisationTest;

/** Plans drawn by lot, and the test that rests on nothing else. */
class LotTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    /** A check-in at eight every evening; pain 6 without and 2 with sessions, as the plan has it. */
    private static Course followed(Lot lot) {
        boolean[] plan = lot.plan();
        return new Course(
                Asked.PAIN,
                IntStream.range(0, lot.days())
                        .mapToObj(day -> new Course.Entry(
                                lot.first()
                                        .plusDays(day)
                                        .atTime(20, 0)
                                        .atZone(ZONE)
                                        .toInstant(),
                                plan[day] ? 2 : 6))
                        .toList(),
                Optional.empty());
    }

    private static Instant after(Lot lot) {
        return lot.end().atStartOfDay(ZONE).toInstant();
    }

    /** Three days to spare among four phases: C(3 + 3, 3) = 20 plans, by stars and bars. */
    @Test
    void fourPhases_withThreeDaysToSpare_areTwentyPlans_eachInOrder() {
        List<boolean[]> plans = Lot.possible(Lot.PlanKind.PHASES, 4 * 7 + 3, 7);
        assertThat(plans).hasSize(20);
        for (int drawn = 0; drawn < plans.size(); drawn++) {
            Lot lot = new Lot(Lot.PlanKind.PHASES, FIRST, 31, 7, drawn);
            assertThat(lot.plan()[0]).isFalse();
            assertThat(lot.plan()[30]).isTrue();
            assertThat(lot.changes()).hasSize(3);
            assertThat(lot.changes().getFirst()).isAfterOrEqualTo(FIRST.plusDays(7));
            assertThat(lot.changes().getLast()).isBeforeOrEqualTo(FIRST.plusDays(24));
        }
    }

    @Test
    void test_onAPlanThatWasFollowed_isTheSmallestPossibleShare() {
        for (Lot lot : List.of(
                new Lot(Lot.PlanKind.PHASES, FIRST, 31, 7, 11),
                new Lot(Lot.PlanKind.START, FIRST, 39, 10, 4),
                new Lot(Lot.PlanKind.PAIRS, FIRST, 30, 3, 21))) {
            RandomisationTest test = lot.test(followed(lot), ZONE, after(lot)).orElseThrow();
            assertThat(test.observed()).isEqualTo(-4);
            assertThat(test.oneSided()).isEqualTo(1.0 / test.plans());
        }
    }

    @Test
    void test_beforeThePlanIsOver_isNotGiven() {
        Lot lot = new Lot(Lot.PlanKind.PHASES, FIRST, 31, 7, 11);
        assertThat(lot.test(followed(lot), ZONE, after(lot).minusSeconds(1))).isEmpty();
    }
}
