package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** What a client said is worse stays open until somebody has written what was done. */
class FollowUpWorseTest {
    private static final PrivateText RANG = new PrivateText("rang her; she goes to her doctor today");

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final Account account = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, Instant.EPOCH);
    private final Actor.Person somebody = new Actor.Person(account.id(), account.role());
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final Id<Client> ruth = Id.random();

    FollowUpWorseTest() {
        records.accounts().add(account);
        new AddClient(work, clock)
                .by(somebody, new AddClient.Command(ruth, new PrivateText("Ruth"), OptionalInt.empty(), false));
    }

    private Id<CheckIn> checkIn(String worse) {
        clock.pass(Duration.ofHours(1));
        Score0To10 one = Score0To10.of(1);
        Id<CheckIn> id = Id.random();
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText(worse));
        new GiveCheckIn(work, clock).by(somebody, new GiveCheckIn.Command(id, ruth, answers));
        return id;
    }

    private List<SeeToday.ClientToday> worseToday() {
        return new SeeToday(work, clock).by(somebody).worse();
    }

    private Answer<FollowUpWorse.StillOpen> followUp(Id<Deed> key, Set<Id<?>> seen) {
        return new FollowUpWorse(work, clock).by(somebody, new FollowUpWorse.Command(key, ruth, seen, RANG));
    }

    private CheckIn kept(Id<CheckIn> id) {
        return records.checkIns().get(ruth, id);
    }

    @Test
    void worse_isQuotedOnToday_andNoLaterCheckInWashesItAway() {
        Id<CheckIn> said = checkIn("headache since the session");
        checkIn("");
        checkIn("");

        assertThat(worseToday()).singleElement().satisfies(row -> {
            assertThat(row.standing().worse()).isTrue();
            assertThat(row.open()).extracting(CheckIn::id).containsExactly(said);
        });
    }

    @Test
    void followUp_closesWhatWasSeen_andKeepsWhoWroteItAndWhen() {
        Id<CheckIn> first = checkIn("headache");
        Id<CheckIn> second = checkIn("still there");
        Id<CheckIn> unseen = checkIn("and dizzy");

        assertThat(followUp(Id.random(), Set.of(first, second)))
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.kept())
                                .isEqualTo(new FollowUpWorse.StillOpen(List.of(kept(unseen)), List.of())));
        FollowUp written = new FollowUp(clock.instant(), Optional.of(somebody.account()), RANG);
        assertThat(kept(first).followUp()).contains(written);
        assertThat(kept(second).followUp()).contains(written);
        assertThat(kept(unseen).isOpen()).isTrue();

        followUp(Id.random(), Set.of(unseen));
        assertThat(worseToday()).isEmpty();
    }

    @Test
    void followUp_sentTwice_orOfWhatAColleagueFollowedUp_changesNothing() {
        Id<CheckIn> said = checkIn("headache");
        Id<Deed> key = Id.random();
        followUp(key, Set.of(said));
        CheckIn once = kept(said);
        clock.pass(Duration.ofMinutes(1));

        assertThat(followUp(key, Set.of(said))).isInstanceOf(Answer.Again.class);
        followUp(Id.random(), Set.of(said));
        assertThat(kept(said)).isEqualTo(once);
    }

    @Test
    void followUp_withoutAWord_isRefusedAndTheMatterStaysOpen() {
        Id<CheckIn> said = checkIn("headache");
        FollowUpWorse.Command empty = new FollowUpWorse.Command(Id.random(), ruth, Set.of(said), PrivateText.NONE);
        assertThatThrownBy(() -> new FollowUpWorse(work, clock).by(somebody, empty))
                .isInstanceOf(BadValue.class);
        assertThat(kept(said).isOpen()).isTrue();
    }
}
