package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Actor;

class DrawLotTest {

    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final DrawLot draw =
            new DrawLot(records.unitOfWork((actor, act, client) -> true), clock, new SplittableRandom(1));
    private final Client client = Client.added(new PrivateText("A Client"), OptionalInt.empty(), clock.instant());
    private final LocalDate tomorrow = LocalDate.now(clock).plusDays(1);

    DrawLotTest() {
        records.clients().add(client);
    }

    private DrawLot.Command wanted(Lot.PlanKind kind, int least, int count) {
        return new DrawLot.Command(Id.random(), client.id(), kind, tomorrow, least, count, PrivateText.NONE);
    }

    /** Days: 2 × 10 + 20 − 1; 2 × 5 × 3; 4 × 7 + 3. Plans: 20 days to begin; 2^5 orders; C(6, 3) = 20 by stars and bars. */
    @Test
    void draw_ofEveryKind_hasItsDaysAndOneOfItsPlans() {
        assertThat(drawn(wanted(Lot.PlanKind.START, 10, 20)).days()).isEqualTo(39);
        assertThat(drawn(instead(wanted(Lot.PlanKind.PAIRS, 3, 5), "too long")).days())
                .isEqualTo(30);
        Lot phases = drawn(instead(wanted(Lot.PlanKind.PHASES, 7, 3), "pairs are too short"));
        assertThat(phases.days()).isEqualTo(31);
        assertThat(phases.drawn()).isBetween(0, 19);
        assertThat(records.ledger().list(client.id()))
                .extracting(LedgerEntry::kind)
                .containsOnly(EntryKind.DRAW);
        assertThat(Lot.drawn(records.ledger().list(client.id())))
                .extracting(plan -> plan.stopped().map(PrivateText::value).orElse("stands"))
                .containsExactly("too long", "pairs are too short", "stands");
        assertThat(Lot.among(records.ledger().list(client.id()))).containsExactly(phases);
    }

    /** The lot was once drawn as often as one liked, until a day came up that pleased. */
    @Test
    void draw_whileAPlanStands_needsAReason_andThatPlanIsTestedNoMore() {
        Lot first = drawn(wanted(Lot.PlanKind.START, 10, 20));
        assertThat(draw.by(SOMEBODY, wanted(Lot.PlanKind.START, 10, 20)))
                .isEqualTo(new Answer.No<>(Refused.Rule.LOT_IS_DRAWN));
        assertThat(draw.by(SOMEBODY, instead(wanted(Lot.PlanKind.START, 10, 20), "  ")))
                .isEqualTo(new Answer.No<>(Refused.Rule.LOT_IS_DRAWN));
        assertThat(Lot.among(records.ledger().list(client.id()))).containsExactly(first);

        Lot second = drawn(instead(wanted(Lot.PlanKind.START, 10, 20), "she moves house"));
        assertThat(Lot.among(records.ledger().list(client.id()))).containsExactly(second);
        clock.pass(Duration.ofDays(second.days() + 1));
        LocalDate later = LocalDate.now(clock).plusDays(1);
        drawn(new DrawLot.Command(Id.random(), client.id(), Lot.PlanKind.START, later, 10, 20, PrivateText.NONE));
        assertThat(Lot.among(records.ledger().list(client.id()))).hasSize(2).contains(second);
    }

    private static DrawLot.Command instead(DrawLot.Command wanted, String reason) {
        return new DrawLot.Command(
                wanted.id(),
                wanted.client(),
                wanted.kind(),
                wanted.first(),
                wanted.least(),
                wanted.count(),
                new PrivateText(reason));
    }

    private Lot drawn(DrawLot.Command wanted) {
        return ((Answer.Done<Lot>) draw.by(SOMEBODY, wanted)).kept();
    }

    @Test
    void draw_sentTwice_drawsOnce() {
        DrawLot.Command wanted = wanted(Lot.PlanKind.PHASES, 7, 30);
        Lot first = drawn(wanted);
        assertThat(draw.by(SOMEBODY, wanted)).isEqualTo(new Answer.Again<>(first));
        assertThat(records.ledger().list()).hasSize(1);
    }

    /** Whoever dislikes what was drawn cannot draw again under the same form. */
    @Test
    void draw_ofAnotherPlanUnderTheSameId_keepsTheFirst() {
        DrawLot.Command wanted = wanted(Lot.PlanKind.START, 10, 20);
        Lot first = drawn(wanted);
        DrawLot.Command other =
                new DrawLot.Command(wanted.id(), client.id(), Lot.PlanKind.START, tomorrow, 10, 21, PrivateText.NONE);
        assertThat(draw.by(SOMEBODY, other)).isEqualTo(new Answer.Other<>(first));
        assertThat(records.ledger().list()).hasSize(1);
    }

    @Test
    void draw_outOfItsBounds_isNoPlan() {
        assertThatThrownBy(() -> wanted(Lot.PlanKind.START, 4, 20)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> wanted(Lot.PlanKind.PAIRS, 2, 9)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> wanted(Lot.PlanKind.PHASES, 61, 1)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> draw.by(
                        SOMEBODY,
                        new DrawLot.Command(
                                Id.random(),
                                client.id(),
                                Lot.PlanKind.START,
                                tomorrow.minusDays(1),
                                10,
                                20,
                                PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
        assertThat(records.ledger().list()).isEmpty();
    }
}
