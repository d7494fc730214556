package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.RemoveCheckIn;
import org.stillpoint.practice.checkin.TakeCheckIns;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;

/** Whom the practice's page calls worse is an open matter on Today, until somebody has written what was done. */
class WorseTurnTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final SeeToday today = new SeeToday(work, clock);

    private Id<Client> add(String name) {
        Client client = Client.added(new PrivateText(name), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        return client.id();
    }

    private static Answers pain(double score) {
        Score0To10 other = Score0To10.of(3);
        return new Answers(
                Score0To10.of(score),
                other,
                other,
                other,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PrivateText.NONE);
    }

    private void checkInDaily(Id<Client> client, double... scores) {
        for (double score : scores) {
            clock.pass(Duration.ofDays(1));
            new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(Id.random(), client, pain(score)));
        }
    }

    private void treat(Id<Client> client) {
        clock.pass(Duration.ofHours(1));
        ConsentOnRecord.add(records, client, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(Id.random(), client, Id.random()));
    }

    /** Eight days of some 3 of 10, a session, eight days of some 7: a change that every verdict calls worse. */
    private Id<Client> whoGotWorse(String name) {
        Id<Client> client = add(name);
        checkInDaily(client, 3, 2, 3, 4, 3, 3, 2, 4);
        treat(client);
        checkInDaily(client, 7, 8, 7, 7, 8, 7, 6, 8);
        return client;
    }

    private Set<Id<Client>> worseOnToday() {
        return today.openMatters(SOMEBODY, 1).rows().stream()
                .map(row -> row.standing().client().id())
                .collect(Collectors.toSet());
    }

    private Set<Id<Client>> worseOnThePracticesPage() {
        return new PracticeReading(work, Atlas.standard(), clock)
                .by(SOMEBODY).everybody().stream()
                        .map(PracticeReading.PersonOutcome::outcome)
                        .filter(outcome -> outcome.said().change() == Change.WORSE)
                        .map(ClientOutcome::client)
                        .collect(Collectors.toSet());
    }

    private List<CheckIn> open(Id<Client> client) {
        return records.checkIns().listOpen(List.of(client));
    }

    private void followUp(Id<Client> client) {
        new FollowUpWorse(work, clock)
                .by(
                        SOMEBODY,
                        new FollowUpWorse.Command(
                                Id.random(),
                                client,
                                open(client).stream().map(CheckIn::id).collect(Collectors.toSet()),
                                new PrivateText("rang her")));
    }

    @Test
    void worse_byVerdict_isOpenOnToday_forThoseWhomThePracticesPageCallsWorseAndNobodyElse() {
        Id<Client> worse = whoGotWorse("Ann");
        Id<Client> better = add("Bea");
        checkInDaily(better, 7, 8, 7, 7, 8, 7, 6, 8);
        treat(better);
        checkInDaily(better, 3, 2, 3, 4, 3, 3, 2, 4);
        checkInDaily(add("Cara"), 3, 3, 8);

        assertThat(worseOnThePracticesPage()).containsExactly(worse);
        assertThat(worseOnToday()).isEqualTo(worseOnThePracticesPage());
        assertThat(open(worse)).singleElement().satisfies(turn -> {
            assertThat(turn.saysWorse()).isFalse();
            assertThat(turn.turnedWorse()).isTrue();
        });
    }

    @Test
    void worse_seenTo_staysSeenToWhileTheVerdictStands_andIsOpenAgainWhereItTurnsAnew() {
        Id<Client> ann = whoGotWorse("Ann");
        followUp(ann);
        checkInDaily(ann, 7, 8);
        assertThat(worseOnThePracticesPage()).containsExactly(ann);
        assertThat(worseOnToday()).isEmpty();

        double[] good = new double[20];
        Arrays.fill(good, 1);
        checkInDaily(ann, good);
        assertThat(worseOnThePracticesPage()).isEmpty();
        double[] bad = new double[30];
        Arrays.fill(bad, 9);
        checkInDaily(ann, bad);
        assertThat(worseOnThePracticesPage()).containsExactly(ann);
        assertThat(worseOnToday()).containsExactly(ann);
    }

    @Test
    void worse_inADiaryThatWasKeptElsewhere_isOpenToo_andWhereItsCheckInIsTakenOutTheNextStandsForIt() {
        Id<Client> ann = add("Ann");
        treat(ann);
        Instant first = clock.instant();
        List<TakeCheckIns.GivenElsewhere> entries = new ArrayList<>();
        double[] scores = {3, 2, 3, 4, 3, 3, 2, 4, 7, 8, 7, 7, 8, 7, 6, 8, 8, 8};
        for (int day = 0; day < scores.length; day++) {
            entries.add(new TakeCheckIns.GivenElsewhere(first.plus(Duration.ofDays(day - 8)), pain(scores[day])));
        }
        clock.pass(Duration.ofDays(20));
        new TakeCheckIns(work, clock).by(SOMEBODY, new TakeCheckIns.Command(Id.random(), ann, entries));
        assertThat(worseOnToday()).containsExactly(ann).isEqualTo(worseOnThePracticesPage());

        CheckIn turn = open(ann).getFirst();
        new RemoveCheckIn(work, clock)
                .by(
                        SOMEBODY,
                        new RemoveCheckIn.Command(
                                Id.random(), ann, turn.id(), turn.version(), new PrivateText("by mistake")));
        assertThat(open(ann))
                .singleElement()
                .satisfies(next -> assertThat(next.id()).isNotEqualTo(turn.id()));
    }

    @Test
    void openMatters_areAllReached_whoeverHasWaitedLongestFirst() {
        List<Id<Client>> inOrder = new ArrayList<>();
        for (int number = 0; number <= SeeToday.MOST_MATTERS; number++) {
            Id<Client> client = add("Client " + number);
            inOrder.add(client);
            clock.pass(Duration.ofMinutes(1));
            Answers worse = new Answers(
                    Score0To10.of(1),
                    Score0To10.of(1),
                    Score0To10.of(1),
                    Score0To10.of(1),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new PrivateText("worse"));
            new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(Id.random(), client, worse));
        }
        checkInDaily(inOrder.getFirst(), 1); // heard of last, and still the one who has waited longest

        assertThat(today.by(SOMEBODY).worse().getFirst().standing().client().id())
                .isEqualTo(inOrder.getFirst());
        List<Id<Client>> seen = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            SeeToday.OpenMatters some = today.openMatters(SOMEBODY, page);
            assertThat(some.all()).isEqualTo(SeeToday.MOST_MATTERS + 1);
            some.rows().forEach(row -> seen.add(row.standing().client().id()));
        }
        assertThat(seen).isEqualTo(inOrder);
        assertThat(today.openMatters(SOMEBODY, 3).rows()).isEmpty();
    }
}
