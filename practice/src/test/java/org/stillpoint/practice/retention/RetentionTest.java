package org.stillpoint.practice.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.retention.RetentionRule;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What is due is told and never erased by itself; what is held is erased by nobody. */
class RetentionTest {
    private static final Account RUNS_IT =
            Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, Instant.EPOCH);
    private static final Account TREATS =
            Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, Instant.EPOCH);
    private static final Actor OWNER = new Actor.Person(RUNS_IT.id(), RUNS_IT.role());
    private static final Duration TEN_YEARS_AND_MORE = Duration.ofDays(3_660);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = open(records);
    private final RetentionReading reading = new RetentionReading(work, clock);

    private static UnitOfWork open(RecordsInMemory records) {
        records.accounts().add(RUNS_IT);
        records.accounts().add(TREATS);
        return records.unitOfWork(new Membership(records));
    }

    private Client add(String name, OptionalInt year) {
        Client client = Client.added(new PrivateText(name), year, clock.instant());
        records.clients().add(client);
        return client;
    }

    private List<Client> due() {
        return reading.by(OWNER).due().stream()
                .map(RetentionReading.DueClient::client)
                .toList();
    }

    @Test
    void rule_countsFromTheLastEntry_andForMinorsFromTheDayTheyAreOfAge() {
        LocalDate last = LocalDate.of(2020, 5, 4);

        assertThat(RetentionRule.USUAL.dueOn(last, OptionalInt.of(1980))).isEqualTo(LocalDate.of(2030, 5, 5));
        assertThat(RetentionRule.USUAL.dueOn(last, OptionalInt.of(2010))).isEqualTo(LocalDate.of(2039, 1, 1));
        assertThat(RetentionRule.USUAL.dueOn(last, OptionalInt.empty())).isEqualTo(LocalDate.of(2030, 5, 5));
        assertThat(new RetentionRule(5, 0).dueOn(last, OptionalInt.of(2010))).isEqualTo(LocalDate.of(2025, 5, 5));
        assertThatThrownBy(() -> new RetentionRule(0, 18)).isInstanceOf(BadValue.class);
    }

    @Test
    void due_isWhoeverHasNoEntryForTenYears_withoutMinorsAndWhoHasAnyLaterEntry() {
        int year = LocalDate.now(clock).getYear();
        Client old = add("Old", OptionalInt.of(year - 50));
        add("Minor", OptionalInt.of(year - 5));
        Client told = add("Told", OptionalInt.of(year - 50));
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofDays(30));
        records.history().add(TraumaEvent.toldBeforeSession(told.id(), Practice.carAccident("fear"), clock.instant()));
        clock.pass(TEN_YEARS_AND_MORE.minusDays(20));

        assertThat(due()).containsExactly(old);
        assertThat(records.clients().find(old.id())).isPresent();
        new SetRetention(work).by(OWNER, new SetRetention.Command(Id.random(), new RetentionRule(20, 18)));
        assertThat(due()).isEmpty();
    }

    @Test
    void hold_keepsAClientFromBeingDue_andFromBeingErased_untilItIsLifted() {
        Client old = add("Old", OptionalInt.of(1950));
        clock.pass(TEN_YEARS_AND_MORE);
        HoldClient hold = new HoldClient(work, clock);
        EraseClient erase = new EraseClient(work, List.of());
        assertThatThrownBy(() -> hold.by(OWNER, new HoldClient.Command(Id.random(), old.id(), PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
        hold.by(OWNER, new HoldClient.Command(Id.random(), old.id(), new PrivateText("a court asks for it")));

        assertThat(due()).isEmpty();
        assertThat(reading.by(OWNER).held()).hasSize(1);
        assertThat(erase.by(OWNER, new EraseClient.Command(Id.random(), old.id())))
                .isEqualTo(new Answer.No<>(Rule.CLIENT_IS_HELD));
        assertThat(records.clients().find(old.id())).isPresent();

        new LiftHold(work, clock).by(OWNER, new LiftHold.Command(Id.random(), old.id()));
        assertThat(due()).containsExactly(old);
        assertThat(erase.by(OWNER, new EraseClient.Command(Id.random(), old.id())))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void retention_isTheOwners() {
        Actor other = new Actor.Person(TREATS.id(), TREATS.role());

        assertThatThrownBy(() -> reading.by(other)).isInstanceOf(NotAllowed.class);
    }
}
