package org.stillpoint.practice.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** People come by invitation, get another role or name, and leave. */
class PeopleTest {
    private static final Actor AT_THE_DOOR = Actor.program(ProgramPart.DOOR);
    private static final String LINK = "0a".repeat(32);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = account("owner", Role.OWNER);
    private final Account sam = account("sam", Role.THERAPIST);
    private final Account kim = account("kim", Role.THERAPIST);
    private final Account desk = account("desk", Role.ASSISTANT);
    private final InvitePerson invite = new InvitePerson(work, clock);
    private final AcceptInvitation accept = new AcceptInvitation(work, clock);
    private final EndAccount end = new EndAccount(work, clock);

    private Account account(String name, Role role) {
        Account account = people.account(name, role);
        clock.pass(Duration.ofMinutes(1));
        return account;
    }

    private static AcceptInvitation.Command as(String name, String link) {
        return new AcceptInvitation.Command(Id.random(), link, new SignInName(name), "{kind}hash");
    }

    private Id<Client> add(Account whose) {
        return people.add(whose, "Ann", OptionalInt.empty());
    }

    private Answer<?> invited(Actor actor, Role role) {
        return invite.by(actor, new InvitePerson.Command(Id.random(), role, LINK));
    }

    @Test
    void invitation_makesOneAccount_inTheRoleThatWasChosen() {
        assertThat(invited(by(owner), Role.ASSISTANT)).isInstanceOf(Answer.Done.class);
        assertThat(accept.roleOf(AT_THE_DOOR, LINK)).contains(Role.ASSISTANT);
        assertThat(accept.by(AT_THE_DOOR, as("sam", LINK))).isInstanceOf(AcceptInvitation.Accepted.NameIsTaken.class);
        assertThat(accept.by(AT_THE_DOOR, as("lou", "0b".repeat(32))))
                .isInstanceOf(AcceptInvitation.Accepted.LinkOpensNothing.class);

        assertThat(accept.by(AT_THE_DOOR, as("lou", LINK)))
                .isInstanceOfSatisfying(
                        AcceptInvitation.Accepted.Welcomed.class,
                        made -> assertThat(made.account().role()).isEqualTo(Role.ASSISTANT));
        assertThat(records.accounts().find(new SignInName("lou"))).isPresent();
        assertThat(accept.by(AT_THE_DOOR, as("max", LINK)))
                .isInstanceOf(AcceptInvitation.Accepted.LinkOpensNothing.class);
        assertThat(accept.roleOf(AT_THE_DOOR, LINK)).isEmpty();
    }

    @Test
    void invitation_afterSevenDaysOrWithdrawn_opensNothing() {
        invited(by(owner), Role.THERAPIST);
        clock.pass(Duration.ofDays(7));
        assertThat(accept.by(AT_THE_DOOR, as("lou", LINK)))
                .isInstanceOf(AcceptInvitation.Accepted.LinkOpensNothing.class);

        String another = "0c".repeat(32);
        Id<Invitation> id = Id.random();
        invite.by(by(owner), new InvitePerson.Command(id, Role.THERAPIST, another));
        assertThat(accept.roleOf(AT_THE_DOOR, another)).isPresent();
        new WithdrawInvitation(work).by(by(owner), new WithdrawInvitation.Command(Id.random(), id));
        assertThat(accept.roleOf(AT_THE_DOOR, another)).isEmpty();
    }

    @Test
    void invitation_isTheOwnersOrTheKeyHolders_andMakesNoOwner() {
        for (Account each : List.of(sam, desk)) {
            assertThatThrownBy(() -> invited(by(each), Role.THERAPIST)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> new PeopleReading(work, records.audit()).by(by(each)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> invited(by(owner), Role.OWNER)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> accept.by(by(sam), as("lou", LINK))).isInstanceOf(NotAllowed.class);
        assertThat(invited(Actor.program(ProgramPart.COMMAND_LINE), Role.THERAPIST))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void account_thatEnds_handsItsClientsOverFirst_andReachesNothing() {
        Id<Client> ann = add(sam);
        assertThat(end.by(by(owner), new EndAccount.Command(Id.random(), sam.id(), Optional.empty())))
                .isEqualTo(new Answer.No<>(Rule.HAS_CLIENTS));
        for (Account heir : List.of(desk, sam)) {
            assertThat(end.by(by(owner), new EndAccount.Command(Id.random(), sam.id(), Optional.of(heir.id()))))
                    .isEqualTo(new Answer.No<>(Rule.TREATS_NOBODY));
        }
        assertThat(records.accounts().find(sam.id()).orElseThrow().isEnded()).isFalse();

        EndAccount.Command wanted = new EndAccount.Command(Id.random(), sam.id(), Optional.of(kim.id()));
        assertThat(end.by(by(owner), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(end.by(by(owner), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(records.care().findTherapist(ann)).contains(kim.id());
        assertThatThrownBy(() -> new SeeToday(work, clock).by(by(sam))).isInstanceOf(NotAllowed.class);
        assertThat(end.by(by(owner), new EndAccount.Command(Id.random(), desk.id(), Optional.empty())))
                .isInstanceOf(Answer.Done.class);
        assertThat(end.by(by(owner), new EndAccount.Command(Id.random(), owner.id(), Optional.of(kim.id()))))
                .isEqualTo(new Answer.No<>(Rule.OWNER_STAYS));
        assertThatThrownBy(() -> end.by(by(kim), new EndAccount.Command(Id.random(), kim.id(), Optional.empty())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void role_isChangedByTheOwner_andNoAssistantTreatsAnybody() {
        ChangeRole change = new ChangeRole(work);
        add(sam);
        assertThat(change.by(by(owner), new ChangeRole.Command(Id.random(), sam.id(), Role.ASSISTANT)))
                .isEqualTo(new Answer.No<>(Rule.HAS_CLIENTS));
        assertThat(change.by(by(owner), new ChangeRole.Command(Id.random(), kim.id(), Role.ASSISTANT)))
                .isInstanceOf(Answer.Done.class);
        assertThat(records.accounts().find(kim.id()).orElseThrow().role()).isEqualTo(Role.ASSISTANT);
        assertThat(change.by(by(owner), new ChangeRole.Command(Id.random(), kim.id(), Role.OWNER)))
                .isEqualTo(new Answer.No<>(Rule.OWNER_STAYS));
        assertThatThrownBy(() -> change.by(by(sam), new ChangeRole.Command(Id.random(), sam.id(), Role.OWNER)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void name_isChangedByWhoeverHasIt_toOneThatIsFree() {
        ChangeName change = new ChangeName(work);
        ChangeName.Command wanted = new ChangeName.Command(Id.random(), new SignInName("samira"));
        assertThat(change.by(by(sam), wanted)).isTrue();
        assertThat(change.by(by(sam), wanted)).isTrue();
        assertThat(records.accounts().find(sam.id()).orElseThrow().signInName()).isEqualTo(new SignInName("samira"));
        assertThat(change.by(by(desk), new ChangeName.Command(Id.random(), new SignInName("samira"))))
                .isFalse();
        assertThat(records.accounts().find(desk.id()).orElseThrow().signInName())
                .isEqualTo(desk.signInName());
    }

    @Test
    void password_isResetByWhoeverHoldsTheKeyAlone() {
        ResetPassword reset = new ResetPassword(work);
        ResetPassword.Command wanted = new ResetPassword.Command(Id.random(), owner.id(), "{kind}new");
        assertThatThrownBy(() -> reset.by(by(owner), wanted)).isInstanceOf(NotAllowed.class);
        records.signIns().keepFactor(new SecondFactor(owner.id(), "SECRET", 1, List.of(), Version.FIRST));
        records.signIns()
                .passkeys()
                .add(new Passkey(
                        Id.random(),
                        owner.id(),
                        "dGFibGV0",
                        "localhost",
                        "Tablet",
                        "key",
                        0,
                        false,
                        Instant.EPOCH,
                        Optional.empty(),
                        Version.FIRST));
        reset.by(Actor.program(ProgramPart.COMMAND_LINE), new ResetPassword.Command(Id.random(), owner.id(), "{k}n"));
        assertThat(records.signIns().passkeys().list(owner.id())).isEmpty();
        assertThat(records.signIns().findFactor(owner.id())).isEmpty();
        assertThat(records.accounts().find(owner.id()).orElseThrow().passwordHash())
                .isEqualTo("{k}n");
        assertThatThrownBy(() -> reset.by(
                        Actor.program(ProgramPart.COMMAND_LINE),
                        new ResetPassword.Command(Id.random(), Id.random(), "{k}n")))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void people_areListedWithWhomTheyTreatAndWhenTheyCameLast() {
        add(sam);
        records.audit().signIn(Optional.of(sam.id()), AuditEntry.Outcome.DONE);
        records.audit().signIn(Optional.of(kim.id()), AuditEntry.Outcome.NOT_ALLOWED);
        invited(by(owner), Role.THERAPIST);
        PeopleReading.PeopleView seen = new PeopleReading(work, records.audit()).by(by(owner));
        assertThat(seen.people())
                .extracting(each -> each.account().id())
                .containsExactly(owner.id(), sam.id(), kim.id(), desk.id());
        assertThat(seen.people().get(1).clients()).isEqualTo(1);
        assertThat(seen.people().get(1).lastSignIn()).isPresent();
        assertThat(seen.people().get(2).lastSignIn()).isEmpty();
        assertThat(seen.invited()).hasSize(1);
    }
}
