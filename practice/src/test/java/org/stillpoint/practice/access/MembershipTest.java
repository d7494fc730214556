package org.stillpoint.practice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.CareReading;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.practice.client.HandOverClient;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Who reaches whom in a practice of an owner, two therapists and an assistant. */
class MembershipTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final Membership rights = people.rights();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = add(sam, "Ann");
    private final Id<Client> bea = add(kim, "Bea");

    private Id<Client> add(Account whose, String name) {
        clock.pass(Duration.ofMinutes(1));
        return people.add(whose, name, OptionalInt.empty());
    }

    private List<String> today(Actor actor) {
        return new SeeToday(work, clock)
                .by(actor).recent().stream()
                        .map(row -> row.standing().client().name().value())
                        .toList();
    }

    private void saysWorse(Actor actor, Id<Client> client) {
        Score0To10 one = Score0To10.of(1);
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText("numb"));
        assertThat(new GiveCheckIn(work, clock).by(actor, new GiveCheckIn.Command(Id.random(), client, answers)))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void therapist_seesWhomTheyAdded_andNobodyElses() {
        ReadClient reading = new ReadClient(work, clock);
        assertThat(reading.by(by(sam), ann).client().name().value()).isEqualTo("Ann");
        assertThatThrownBy(() -> reading.by(by(sam), bea)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.who(by(sam), bea)).isInstanceOf(NotAllowed.class);
        assertThat(today(by(sam))).containsExactly("Ann");
        assertThat(new SeeToday(work, clock).find(by(sam), "bea").rows()).isEmpty();
        assertThat(today(by(owner))).containsExactly("Bea", "Ann");
        AuditEntry refused = records.audit().latest(10).stream()
                .filter(each -> each.outcome() == AuditEntry.Outcome.NOT_ALLOWED)
                .findFirst()
                .orElseThrow();
        assertThat(refused.client()).contains(bea);
    }

    @Test
    void client_sharedAndHandedOver_isSeenByThem_andOnlyTheirTherapistOrTheOwnerDecides() {
        ShareClient share = new ShareClient(work);
        HandOverClient handOver = new HandOverClient(work);
        var toKim = new ShareClient.Command(Id.random(), ann, kim.id());
        assertThatThrownBy(() -> share.by(by(kim), toKim)).isInstanceOf(NotAllowed.class);
        assertThat(share.by(by(sam), toKim)).isInstanceOf(Answer.Done.class);
        assertThat(share.by(by(sam), toKim)).isInstanceOf(Answer.Again.class);
        assertThat(today(by(kim))).containsExactly("Bea", "Ann");
        assertThat(new AboutReading(work, clock).by(by(kim), ann).decides()).isFalse();
        assertThat(new CareReading(work, clock).by(by(sam), ann).shared()).containsExactly(kim);
        assertThatThrownBy(() -> handOver.by(by(kim), new HandOverClient.Command(Id.random(), ann, kim.id())))
                .isInstanceOf(NotAllowed.class);

        assertThat(share.end(by(owner), new ShareClient.Command(Id.random(), ann, kim.id())))
                .isInstanceOf(Answer.Done.class);
        assertThat(today(by(kim))).containsExactly("Bea");

        assertThat(handOver.by(by(sam), new HandOverClient.Command(Id.random(), ann, kim.id())))
                .isInstanceOf(Answer.Done.class);
        assertThat(today(by(sam))).isEmpty();
        assertThat(today(by(kim))).containsExactly("Bea", "Ann");
        assertThat(new AboutReading(work, clock).by(by(kim), ann).decides()).isTrue();
        assertThat(records.audit().latest(40))
                .extracting(AuditEntry::act)
                .contains(Act.SHARE_CLIENT, Act.END_SHARE, Act.HAND_OVER_CLIENT);
    }

    @Test
    void client_isHandedOverToNobodyWhoTreatsNobody() {
        HandOverClient handOver = new HandOverClient(work);
        assertThat(handOver.by(by(owner), new HandOverClient.Command(Id.random(), ann, desk.id())))
                .isEqualTo(new Answer.No<>(Refused.Rule.TREATS_NOBODY));
        records.accounts().update(kim.ended(clock.instant()));
        assertThat(handOver.by(by(owner), new HandOverClient.Command(Id.random(), ann, kim.id())))
                .isEqualTo(new Answer.No<>(Refused.Rule.TREATS_NOBODY));
    }

    @Test
    void assistant_knowsWhoComes_handsOverTheCheckIn_andReadsNothingThatWasTold() {
        saysWorse(by(desk), ann);
        saysWorse(by(desk), ann);
        SeeToday.TodayView seen = new SeeToday(work, clock).by(by(desk));
        assertThat(seen.worse()).isEmpty();
        assertThat(seen.counts().worse()).isZero();
        assertThat(seen.recent())
                .hasSize(2)
                .noneMatch(row -> row.forecastToSeal() || row.standing().worse())
                .allMatch(row -> row.standing().checkIns() == 0);
        assertThat(new SeeToday(work, clock).find(by(desk), "ann").rows())
                .noneMatch(row -> row.standing().worse());
        ReadClient reading = new ReadClient(work, clock);
        assertThat(reading.who(by(desk), ann).name().value()).isEqualTo("Ann");
        assertThatThrownBy(() -> reading.by(by(desk), ann)).isInstanceOf(NotAllowed.class);
        assertThat(new SeeToday(work, clock).by(by(sam)).worse()).hasSize(1);
    }

    @Test
    void whomTheAssistantAdds_isNobodys_untilTheOwnerHandsThemOver() {
        Id<Client> cara = add(desk, "Cara");
        assertThat(records.care().findTherapist(cara)).isEmpty();
        assertThat(today(by(sam))).doesNotContain("Cara");
        new HandOverClient(work).by(by(owner), new HandOverClient.Command(Id.random(), cara, sam.id()));
        assertThat(today(by(sam))).containsExactly("Cara", "Ann");
    }

    @Test
    void signIn_afterTheAccountEndedOrChangedItsRole_reachesNothing() {
        records.accounts().update(sam.ended(clock.instant()));
        assertThatThrownBy(() -> today(by(sam))).isInstanceOf(NotAllowed.class);
        records.accounts().update(kim.inRole(Role.ASSISTANT));
        assertThatThrownBy(() -> new ReadClient(work, clock).by(by(kim), bea)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> today(new Actor.Person(Id.random(), Role.OWNER)))
                .isInstanceOf(NotAllowed.class);
    }

    /** Whatever is asked of a client, is asked of a client: without one, nothing that is theirs opens to whoever treats some only. */
    @ParameterizedTest
    @EnumSource(Act.class)
    void therapist_withoutAClientNamed_reachesNoMoreThanWithOneOfOthers(Act act) {
        assertThat(rights.may(by(sam), act, Optional.empty())).isEqualTo(rights.may(by(sam), act, Optional.of(bea)));
    }

    @Test
    void erase_isTheOwners() {
        EraseClient erase = new EraseClient(work, List.of());
        assertThatThrownBy(() -> erase.by(by(sam), new EraseClient.Command(Id.random(), ann)))
                .isInstanceOf(NotAllowed.class);
        assertThat(erase.by(by(owner), new EraseClient.Command(Id.random(), ann)))
                .isInstanceOf(Answer.Done.class);
        assertThat(today(by(sam))).isEmpty();
    }
}
