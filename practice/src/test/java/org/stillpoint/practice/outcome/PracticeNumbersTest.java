package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.outcome.PracticeNumbers.BeforeAndAfter;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventKind;

class PracticeNumbersTest {

    /** What is said of a client is half of what the plain grid finds, in a range of two points either way. */
    private static ClientOutcome client(double before, double after, double variance, EventKind... kinds) {
        double plain = after - before;
        return new ClientOutcome(
                Id.random(),
                HowItGoes.ofPain(List.of(), List.of()),
                1,
                false,
                false,
                OptionalDouble.of(before),
                OptionalDouble.of(after),
                Optional.of(new ClientOutcome.MeasuredChange(plain / 2, plain / 2 - 2, plain / 2 + 2, plain, variance)),
                List.of(kinds),
                List.of());
    }

    private static ClientOutcome withoutFigures() {
        return new ClientOutcome(
                Id.random(),
                HowItGoes.ofPain(List.of(), List.of()),
                1,
                true,
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                List.of(EventKind.INJURY),
                List.of());
    }

    @Test
    void clientsWithoutAFigure_countNowhere() {
        PracticeNumbers numbers = new PracticeNumbers(List.of(withoutFigures(), client(6, 4, 1)));
        assertThat(numbers.size()).isOne();
        assertThat(numbers.small()).isTrue();
        assertThat(numbers.people())
                .singleElement()
                .satisfies(own -> assertThat(own.shrunk()).isEmpty());
        assertThat(numbers.pooled()).isEmpty();
    }

    /** The line of a client carries the figure that their own page says; what counts among others is the plain one. */
    @Test
    void people_whoGotWorseComeFirst_eachWithWhatIsSaidOfThem() {
        List<PracticeNumbers.Own> people =
                new PracticeNumbers(List.of(client(6, 5, 1), client(6, 2, 1), client(6, 7, 1))).people();
        assertThat(people).extracting(own -> own.effect().change()).containsExactly(0.5, -0.5, -2.0);
        assertThat(people).extracting(own -> own.effect().plain()).containsExactly(1.0, -1.0, -4.0);
        assertThat(people.getLast().effect().low()).isEqualTo(-4);
        assertThat(people.getLast().effect().high()).isZero();
    }

    @Test
    void shrunk_liesBetweenOneselfAndAll() {
        PracticeNumbers numbers = new PracticeNumbers(
                List.of(client(6, 5, 0.5), client(6, 2, 0.5), client(6, 7, 0.5), client(6, 5.5, 0.5)));
        double all = numbers.pooled().orElseThrow().estimate();
        for (PracticeNumbers.Own own : numbers.people()) {
            assertThat(own.shrunk().orElseThrow())
                    .isBetween(
                            Math.min(all, own.effect().plain()) - 1e-12,
                            Math.max(all, own.effect().plain()) + 1e-12);
        }
    }

    /** Everybody keeps half of their pain and a point: a slope of 0.5, and 0.5 m + 1 at the mean. */
    @Test
    void beforeAndAfter_onAnExactLine_isThatLine() {
        List<ClientOutcome> clients = new ArrayList<>();
        for (double before : new double[] {3, 4, 6, 8, 9}) {
            clients.add(client(before, 0.5 * before + 1, 1));
        }
        BeforeAndAfter.RegressionLine line =
                (BeforeAndAfter.RegressionLine) new PracticeNumbers(clients).beforeAndAfter();
        assertThat(line.before()).isEqualTo(6);
        assertThat(line.after()).isCloseTo(4, within(1e-9));
        assertThat(line.slope()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void beforeAndAfter_withoutEnough_saysWhy() {
        assertThat(new PracticeNumbers(List.of(client(6, 4, 1))).beforeAndAfter())
                .isEqualTo(new BeforeAndAfter.TooFewClients(1));
        List<ClientOutcome> alike =
                IntStream.range(0, 5).mapToObj(i -> client(6, i, 1)).toList();
        assertThat(new PracticeNumbers(alike).beforeAndAfter()).isEqualTo(new BeforeAndAfter.AllAlike());
    }

    /** A page of figures about nobody is one sentence. */
    @Test
    void practice_withoutASessionOrAForecast_isEmpty() {
        ForecastSkill none = ForecastSkill.of(List.of());
        assertThat(new PracticeReading.PracticeView(List.of(), none, PlanYears.NONE, CoreDomains.of(List.of()))
                        .isEmpty())
                .isTrue();
        Client somebody =
                Client.added(new PrivateText("Mira Test"), OptionalInt.empty(), Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(new PracticeReading.PracticeView(
                                List.of(new PracticeReading.PersonOutcome(somebody, withoutFigures())),
                                none,
                                PlanYears.NONE,
                                CoreDomains.of(List.of()))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void responders_haveThirtyPercentLess() {
        PracticeNumbers numbers =
                new PracticeNumbers(List.of(client(10, 7, 1), client(10, 7.1, 1), client(5, 1, 1), withoutFigures()));
        assertThat(numbers.responders()).isEqualTo(new PracticeNumbers.ResponderCount(2, 3));
    }

    @Test
    void groups_ofOneAreLeftOut_andOneGroupAloneSaysNothing() {
        List<ClientOutcome> clients = List.of(
                client(6, 4, 1, EventKind.INJURY),
                client(6, 3, 1, EventKind.INJURY, EventKind.SURGERY),
                client(6, 5, 1, EventKind.SURGERY),
                client(6, 6, 1, EventKind.CAR_ACCIDENT));
        List<PracticeNumbers.GroupChange<EventKind>> groups = new PracticeNumbers(clients).groups(ClientOutcome::kinds);
        assertThat(groups)
                .extracting(PracticeNumbers.GroupChange::what)
                .containsExactly(EventKind.INJURY, EventKind.SURGERY);
        assertThat(groups).extracting(PracticeNumbers.GroupChange::own).containsExactly(-2.5, -2.0);
        assertThat(groups).allMatch(PracticeNumbers.GroupChange::small);
        assertThat(new PracticeNumbers(clients.subList(0, 2)).groups(ClientOutcome::kinds))
                .isEmpty();
    }

    @Test
    void heaviest_ofManyPeople_areThoseToldMostNarrowly_inTheirOrder() {
        List<PracticeNumbers.Own> many = IntStream.range(0, 1_000)
                .mapToObj(i -> own(1 + i * 7919 % 1_000))
                .toList();
        List<PracticeNumbers.Own> shown = PracticeNumbers.heaviest(many, 40);
        assertThat(shown).hasSize(40).isSortedAccordingTo((a, b) -> many.indexOf(a) - many.indexOf(b));
        assertThat(shown).allMatch(one -> one.effect().variance() <= 40);
    }

    @Test
    void heaviest_whereMostAreAlike_leaveNobodyOutWhoWeighsMore() {
        List<PracticeNumbers.Own> people =
                IntStream.range(0, 110).mapToObj(i -> own(i < 100 ? 2 : 1)).toList();
        assertThat(PracticeNumbers.heaviest(people, 40)).containsAll(people.subList(100, 110));
    }

    @Test
    void heaviest_ofFewPeople_areAll() {
        List<PracticeNumbers.Own> few = List.of(own(3), own(1), own(2));
        assertThat(PracticeNumbers.heaviest(few, 40)).isEqualTo(few);
        assertThat(PracticeNumbers.heaviest(List.of(), 40)).isEmpty();
    }

    private static PracticeNumbers.Own own(double variance) {
        return new PracticeNumbers.Own(
                Id.random(), new ClientOutcome.MeasuredChange(-1, -2, 0, -1, variance), OptionalDouble.empty());
    }
}
