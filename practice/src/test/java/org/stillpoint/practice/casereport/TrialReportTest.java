package org.stillpoint.practice.casereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.casereport.TrialReading.DrawnTrial;
import org.stillpoint.practice.casereport.TrialReading.TrialFacts;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** What a report of a trial in one person may say by the record. */
class TrialReportTest {
    private static final int BLOCK = 5;

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.of(1980));
    private final TrialReading reading = new TrialReading(people.work(), people.clock());

    private TrialFacts facts() {
        return reading.by(by(sam), ann, "pain");
    }

    private LocalDate today() {
        return LocalDate.now(people.clock());
    }

    private void held() {
        Id<Session> session = Id.random();
        new StartSession(people.work(), people.clock())
                .by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        people.clock().pass(Duration.ofMinutes(30));
        new EndSession(people.work(), people.clock()).by(by(sam), new EndSession.Command(ann, session));
    }

    private void saysPain(double pain) {
        Score0To10 said = Score0To10.of(pain);
        new GiveCheckIn(people.work(), people.clock())
                .by(
                        by(sam),
                        new GiveCheckIn.Command(
                                Id.random(),
                                ann,
                                new Answers(
                                        said,
                                        said,
                                        said,
                                        said,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        PrivateText.NONE)));
    }

    private Lot drawn(PrivateText stops) {
        new DrawLot(people.work(), people.clock(), new Random(7))
                .by(
                        by(sam),
                        new DrawLot.Command(
                                Id.random(), ann, Lot.PlanKind.PAIRS, today().plusDays(3), BLOCK, 2, stops));
        return facts().drawn().orElseThrow().lot();
    }

    /** Pain 6 without sessions and 4 with, one check-in a day at noon, through the whole plan; a session on its first day with and its first without. */
    private void lives(Lot lot) {
        boolean[] plan = lot.plan();
        boolean[] was = {false, false};
        people.clock()
                .pass(Duration.between(
                        people.clock().instant(),
                        lot.first()
                                .atTime(12, 0)
                                .atZone(people.clock().getZone())
                                .toInstant()));
        for (int day = 0; day < plan.length; day++) {
            saysPain(plan[day] ? 4 : 6);
            int on = plan[day] ? 1 : 0;
            if (!was[on]) {
                held();
                was[on] = true;
            }
            people.clock()
                    .pass(Duration.between(
                            people.clock().instant(),
                            lot.first()
                                    .plusDays(day + 1L)
                                    .atTime(12, 0)
                                    .atZone(people.clock().getZone())
                                    .toInstant()));
        }
    }

    @Test
    void plan_thatIsOver_isToldByItsPeriodsTheLotAndWhatWasAgainstIt() {
        Lot lot = drawn(PrivateText.NONE);
        lives(lot);

        TrialFacts facts = facts();
        DrawnTrial trial = facts.drawn().orElseThrow();

        assertThat(trial.over()).isTrue();
        assertThat(trial.daysAhead()).isEqualTo(3);
        assertThat(trial.against()).isEqualTo(1);
        // the order of blocks is one of ABAB, ABBA, BAAB, BABA: where a pair ends as the next begins, they are one
        // period
        assertThat(facts.periods()).hasSize(lot.changes().size() + 1);
        assertThat(facts.periods().stream().mapToInt(TrialPeriod::days).sum()).isEqualTo(4 * BLOCK);
        assertThat(facts.periods().stream().mapToInt(TrialPeriod::entries).sum())
                .isEqualTo(4 * BLOCK);
        assertThat(facts.periods())
                .allSatisfy(period ->
                        assertThat(period.mean().orElseThrow()).isCloseTo(period.with() ? 4 : 6, within(1e-9)));
        assertThat(facts.week(lot.first())).isEqualTo(new ReportWeek(1));
        // 4 less 6; no other of the four orders parts the days as well
        assertThat(trial.tested().orElseThrow().mean()).isCloseTo(-2, within(1e-9));
        assertThat(trial.tested().orElseThrow().byLot()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void plan_thatIsNotOver_tellsNoTest() {
        drawn(PrivateText.NONE);

        DrawnTrial trial = facts().drawn().orElseThrow();

        assertThat(trial.over()).isFalse();
        assertThat(trial.tested()).isEmpty();
    }

    @Test
    void plan_thatWasStopped_isCountedAndNotReported() {
        drawn(PrivateText.NONE);
        Lot next = drawn(new PrivateText("Ann is away"));

        assertThat(facts().stopped()).isEqualTo(1);
        assertThat(facts().drawn().orElseThrow().lot()).isEqualTo(next);
    }

    @Test
    void diary_withoutALot_hasTheDaysBeforeTheFirstSessionAndThoseFromItOn() {
        assertThat(facts().periods()).isEmpty();
        saysPain(7);
        people.clock().pass(Duration.ofDays(8));
        held();
        people.clock().pass(Duration.ofDays(2));
        saysPain(5);
        saysPain(3);

        TrialFacts facts = facts();

        assertThat(facts.drawn()).isEmpty();
        assertThat(facts.periods()).extracting(TrialPeriod::with).containsExactly(false, true);
        assertThat(facts.periods()).extracting(TrialPeriod::entries).containsExactly(1, 2);
        assertThat(facts.periods()).extracting(TrialPeriod::sessions).containsExactly(0, 1);
        assertThat(facts.periods().getLast().mean()).hasValue(4);
        assertThat(facts.periods().getLast().least()).hasValue(3);
        assertThat(facts.periods().getLast().most()).hasValue(5);
        assertThat(facts.week(facts.periods().getFirst().first())).isEqualTo(new ReportWeek(-2));
        assertThat(facts.week(facts.periods().getLast().first())).isEqualTo(new ReportWeek(1));
    }

    /** CENT 2015 has 25 items in 44 parts (10.1136/bmj.h1793). */
    @Test
    void items_areThoseOfTheChecklist() {
        List<String> numbers =
                Arrays.stream(TrialItem.values()).map(TrialItem::number).toList();
        assertThat(numbers).hasSize(44).doesNotHaveDuplicates();
        assertThat(numbers.stream()
                        .map(number -> number.replaceAll("[a-c].*", ""))
                        .distinct())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 25).mapToObj(String::valueOf).toList());
    }

    @Test
    void facts_forWhoeverDoesNotTreatThem_areRefused() {
        assertThatThrownBy(() -> reading.by(by(kim), ann, "pain")).isInstanceOf(NotAllowed.class);
    }
}
