package org.stillpoint.practice.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.TakeLinkBack;
import org.stillpoint.practice.people.AcceptInvitation;
import org.stillpoint.practice.people.ChangeName;
import org.stillpoint.practice.people.ChangeRole;
import org.stillpoint.practice.people.EndAccount;
import org.stillpoint.practice.people.InvitePerson;
import org.stillpoint.practice.people.ResetPassword;
import org.stillpoint.practice.people.WithdrawInvitation;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Whatever changes how somebody is let in stands in the account. That nothing else changes it is held by HouseTest. */
class WaysInTest {
    private static final Actor DOOR = Actor.program(ProgramPart.DOOR);
    private static final String INVITED = "0a".repeat(32);
    private static final String LINK = "0b".repeat(32);
    private static final List<String> CODES = List.of("first", "second");

    private final PeopleInMemory people = new PeopleInMemory();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());

    private final SetSecondStep setStep = new SetSecondStep(work);
    private final EndSecondStep endStep = new EndSecondStep(work);
    private final RenewRecoveryCodes renew = new RenewRecoveryCodes(work);
    private final AddPasskey add = new AddPasskey(work);
    private final RemovePasskey remove = new RemovePasskey(work);
    private final EndSignIns endSignIns = new EndSignIns(work);

    private Passkey passkey(Account of, String credential) {
        return new Passkey(
                Id.random(),
                of.id(),
                credential,
                "localhost",
                "Tablet",
                "key",
                0,
                false,
                people.clock().instant(),
                Optional.empty(),
                Version.FIRST);
    }

    private Answer<?> set(Account who, String secret) {
        return setStep.by(by(who), new SetSecondStep.Command(Id.random(), secret, 7, CODES));
    }

    private Answer<?> remove(Account who, Passkey passkey) {
        return remove.by(by(who), new RemovePasskey.Command(Id.random(), passkey.id()));
    }

    private SignIn signIn(Account who, String hash) {
        SignIn begun = SignIn.begun(
                hash.repeat(64), who.id(), "Firefox", "form", people.clock().instant());
        records.signIns().add(begun);
        return begun;
    }

    private Optional<SecondFactor> factor(Account of) {
        return records.signIns().findFactor(of.id());
    }

    /** In an order in which each finds what it needs. */
    private Map<Act, Runnable> everyChange() {
        Passkey tablet = passkey(sam, "dGFibGV0");
        Id<Invitation> withdrawn = Id.random();
        Id<PrivateLink> link = Id.random();
        OpenLink open = new OpenLink(work, people.clock());
        Actor he = by(sam);
        Map<Act, Runnable> changes = new LinkedHashMap<>();
        changes.put(Act.ADD_PASSKEY, () -> add.by(he, new AddPasskey.Command(tablet)));
        changes.put(Act.SET_SECOND_STEP, () -> set(sam, "SECRET"));
        changes.put(
                Act.RENEW_RECOVERY_CODES,
                () -> renew.by(he, new RenewRecoveryCodes.Command(Id.random(), List.of("third"))));
        changes.put(Act.END_SECOND_STEP, () -> endStep.by(he, new EndSecondStep.Command(Id.random())));
        changes.put(Act.REMOVE_PASSKEY, () -> remove(sam, tablet));
        changes.put(
                Act.END_SIGN_INS,
                () -> endSignIns.by(
                        he,
                        new EndSignIns.Command(
                                Id.random(), new EndSignIns.SignInsToEnd.AllOtherSignIns(Optional.empty()))));
        changes.put(
                Act.SET_DOOR_RULE,
                () -> new SetDoorRule(work)
                        .by(by(owner), new SetDoorRule.Command(Id.random(), new DoorRule(false, 7))));
        changes.put(
                Act.CHANGE_PASSWORD,
                () -> new ChangePassword(work).by(he, new ChangePassword.Command(Id.random(), "{kind}new")));
        changes.put(
                Act.CHANGE_NAME,
                () -> new ChangeName(work).by(he, new ChangeName.Command(Id.random(), new SignInName("samira"))));
        changes.put(
                Act.MAKE_LINK,
                () -> new MakeLink(work, people.clock())
                        .by(he, new MakeLink.Command(link, ann, LinkPurpose.CHECK_IN, LINK, Duration.ofDays(7))));
        changes.put(
                Act.OPEN_LINK,
                () -> open.open(DOOR, records.privateLinks().findByHash(LINK).orElseThrow(), "0c".repeat(32)));
        changes.put(
                Act.TAKE_LINK_BACK,
                () -> new TakeLinkBack(work, people.clock()).by(he, new TakeLinkBack.Command(Id.random(), ann, link)));
        changes.put(
                Act.INVITE,
                () -> new InvitePerson(work, people.clock())
                        .by(by(owner), new InvitePerson.Command(Id.random(), Role.THERAPIST, INVITED)));
        changes.put(
                Act.ACCEPT_INVITATION,
                () -> new AcceptInvitation(work, people.clock())
                        .by(
                                DOOR,
                                new AcceptInvitation.Command(
                                        Id.random(), INVITED, new SignInName("lou"), "{kind}hash")));
        changes.put(
                Act.WITHDRAW_INVITATION,
                () -> new WithdrawInvitation(work)
                        .by(by(owner), new WithdrawInvitation.Command(Id.random(), withdrawn)));
        changes.put(
                Act.CHANGE_ROLE,
                () -> new ChangeRole(work)
                        .by(by(owner), new ChangeRole.Command(Id.random(), desk.id(), Role.SUPERVISOR)));
        changes.put(
                Act.RESET_PASSWORD,
                () -> new ResetPassword(work)
                        .by(
                                Actor.program(ProgramPart.COMMAND_LINE),
                                new ResetPassword.Command(Id.random(), desk.id(), "{kind}new")));
        changes.put(
                Act.END_ACCOUNT,
                () -> new EndAccount(work, people.clock())
                        .by(by(owner), new EndAccount.Command(Id.random(), desk.id(), Optional.empty())));
        return changes;
    }

    @Test
    void everyChange_ofHowSomebodyIsLetIn_standsInTheAccountOnce() {
        everyChange().forEach((act, change) -> {
            int before = records.audit().latest(Integer.MAX_VALUE).size();
            change.run();
            List<AuditEntry> all = records.audit().latest(Integer.MAX_VALUE);
            assertThat(all).as(act.name()).hasSize(before + 1);
            assertThat(all.getFirst().act()).isEqualTo(act);
            assertThat(all.getFirst().outcome()).isEqualTo(AuditEntry.Outcome.DONE);
            assertThat(all.getFirst().key()).as("of " + act).isPresent();
        });
    }

    @Test
    void secondStep_isWhatWasSetLast_andItsCodesLetInAlone() {
        set(sam, "SECRET");
        assertThat(factor(sam).orElseThrow().lastStep()).isEqualTo(7);
        renew.by(by(sam), new RenewRecoveryCodes.Command(Id.random(), List.of("third")));
        assertThat(factor(sam).orElseThrow().recovery()).containsExactly("third");
        assertThat(factor(sam).orElseThrow().secret()).isEqualTo("SECRET");
        set(sam, "ANOTHER");
        assertThat(factor(sam).orElseThrow().recovery()).isEqualTo(CODES);
        endStep.by(by(sam), new EndSecondStep.Command(Id.random()));
        assertThat(factor(sam)).isEmpty();
    }

    @Test
    void passkeyAfterThePassword_andNewCodes_areRefusedWhereThereIsNone_andThatIsAccountedFor() {
        assertThat(set(sam, "")).isEqualTo(new Answer.No<>(Rule.NO_PASSKEY));
        assertThat(renew.by(by(sam), new RenewRecoveryCodes.Command(Id.random(), CODES)))
                .isEqualTo(new Answer.No<>(Rule.NO_SECOND_STEP));
        assertThat(factor(sam)).isEmpty();
        assertThat(records.audit().latest(2)).extracting(AuditEntry::outcome).containsOnly(AuditEntry.Outcome.REFUSED);
    }

    @Test
    void rule_isTheOwners_holdsForLinks_andKeepsTheSecondStepWhereNothingElseIsLeft() {
        SetDoorRule rule = new SetDoorRule(work);
        SetDoorRule.Command strict = new SetDoorRule.Command(Id.random(), new DoorRule(true, 3));
        DoorRuleReading reading = new DoorRuleReading(work);
        for (Account each : List.of(sam, desk)) {
            assertThatThrownBy(() -> rule.by(by(each), strict)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> reading.by(by(each))).isInstanceOf(NotAllowed.class);
        }
        set(sam, "SECRET");
        rule.by(by(owner), strict);
        assertThat(reading.by(by(owner)).rule()).isEqualTo(strict.rule());
        assertThat(reading.by(by(owner)).passwordAlone())
                .containsExactlyInAnyOrder(owner.signInName(), desk.signInName());

        EndSecondStep.Command none = new EndSecondStep.Command(Id.random());
        assertThat(endStep.by(by(sam), none)).isEqualTo(new Answer.No<>(Rule.SECOND_STEP_DEMANDED));
        assertThat(factor(sam)).isPresent();
        add.by(by(sam), new AddPasskey.Command(passkey(sam, "dGFibGV0")));
        assertThat(endStep.by(by(sam), new EndSecondStep.Command(Id.random()))).isInstanceOf(Answer.Done.class);

        MakeLink make = new MakeLink(work, people.clock());
        assertThatThrownBy(() -> make.by(
                        by(sam),
                        new MakeLink.Command(Id.random(), ann, LinkPurpose.CHECK_IN, LINK, Duration.ofDays(4))))
                .isInstanceOf(BadValue.class);
        assertThat(make.by(
                        by(sam),
                        new MakeLink.Command(Id.random(), ann, LinkPurpose.CHECK_IN, LINK, Duration.ofDays(3))))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void lastPasskey_takesAlongTheStepThatOnlyItCouldShow_andNoDevices() {
        Passkey tablet = passkey(sam, "dGFibGV0");
        Passkey phone = passkey(sam, "cGhvbmU");
        add.by(by(sam), new AddPasskey.Command(tablet));
        add.by(by(sam), new AddPasskey.Command(phone));
        set(sam, "");
        remove(sam, tablet);
        assertThat(factor(sam)).isPresent();
        remove(sam, phone);
        assertThat(factor(sam)).isEmpty();

        add.by(by(sam), new AddPasskey.Command(tablet));
        set(sam, "SECRET");
        remove(sam, tablet);
        assertThat(factor(sam)).isPresent();
    }

    @Test
    void waysIn_areChangedByWhoseTheyAreAlone() {
        Passkey theirs = passkey(owner, "dGFibGV0");
        assertThatThrownBy(() -> add.by(by(sam), new AddPasskey.Command(theirs)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        set(Account.added(new SignInName("gone"), "{kind}hash", Role.OWNER, owner.addedAt()), "S"))
                .isInstanceOf(NotAllowed.class);
        for (ProgramPart part : List.of(ProgramPart.DOOR, ProgramPart.COMMAND_LINE)) {
            assertThatThrownBy(() -> endStep.by(Actor.program(part), new EndSecondStep.Command(Id.random())))
                    .isInstanceOf(NotAllowed.class);
        }
        add.by(by(owner), new AddPasskey.Command(theirs));
        assertThat(add.by(by(sam), new AddPasskey.Command(passkey(sam, "dGFibGV0"))))
                .as("a credential of somebody else's")
                .isInstanceOf(Answer.Other.class);
        remove(sam, theirs);
        assertThat(records.signIns().passkeys().list(owner.id())).containsExactly(theirs);

        SignIn open = signIn(owner, "a");
        SignIn here = signIn(sam, "b");
        signIn(sam, "c");
        endSignIns.by(by(sam), new EndSignIns.Command(Id.random(), new EndSignIns.SignInsToEnd.OneSignIn(open.id())));
        endSignIns.by(
                by(sam),
                new EndSignIns.Command(
                        Id.random(), new EndSignIns.SignInsToEnd.AllOtherSignIns(Optional.of(here.id()))));
        assertThat(records.signIns().list(owner.id())).containsExactly(open);
        assertThat(records.signIns().list(sam.id())).containsExactly(here);
    }
}
