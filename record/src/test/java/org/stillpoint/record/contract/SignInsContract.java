package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.signin.Passkeys;
import org.stillpoint.record.signin.SecondFactor;
import org.stillpoint.record.signin.SignIn;

/** What every store of sign-ins does. */
public interface SignInsContract extends Practice {

    private Account account(String name) {
        Account account = Account.added(new SignInName(name), "{bcrypt}$2a$10$something", Role.THERAPIST, now());
        records().accounts().add(account);
        return account;
    }

    private SignIn begun(Account account, String digit) {
        SignIn begun = SignIn.begun(digit.repeat(64), account.id(), "FIREFOX LINUX", "form-token", now());
        records().signIns().add(begun);
        clock().pass(Duration.ofMinutes(1));
        return begun;
    }

    @Test
    default void signIn_survivesARestart_untilItEnds() {
        Account ann = account("ann");
        SignIn here = begun(ann, "a");
        SignIn tablet = begun(ann, "b");
        SignIn hers = begun(account("bea"), "c");
        reopen();

        assertThat(records().signIns().find(here.tokenHash())).contains(here);
        assertThat(records().signIns().find("d".repeat(64))).isEmpty();
        assertThat(records().signIns().list(ann.id())).containsExactly(tablet, here);
        records().signIns().end(hers.account(), tablet.id());
        assertThat(records().signIns().list(ann.id()))
                .as("another's ends nothing")
                .hasSize(2);
        records().signIns().end(ann.id(), tablet.id());
        assertThat(records().signIns().list(ann.id())).containsExactly(here);
        records().signIns().endAll(ann.id());
        assertThat(records().signIns().find(here.tokenHash())).isEmpty();
        assertThat(records().signIns().find(hers.tokenHash())).contains(hers);
        assertThat(here.toString()).doesNotContain(here.tokenHash()).doesNotContain("form-token");
    }

    @Test
    default void signIn_usedLockedAndWithASessionOpen_isKeptSo_andNothingStaleIs() {
        SignIn begun = begun(account("ann"), "a");
        Id<Session> session = Id.random();

        SignIn kept =
                records().signIns().update(begun.usedAt(now()).withScreen(true).with(session));

        assertThat(kept.lastUsed()).isAfter(begun.lastUsed());
        assertThat(kept.locked()).isTrue();
        assertThat(kept.live()).contains(session);
        assertThat(records().signIns().find(begun.tokenHash())).contains(kept);
        assertThatThrownBy(() -> records().signIns().update(begun.usedAt(now())))
                .isInstanceOf(StaleRecord.class);
        records().signIns().endAll(begun.account());
        assertThatThrownBy(() -> records().signIns().update(kept)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void signIn_handedOverToAClient_isSoAfterARestart_untilItsScreenIsLockedOrOpen() {
        SignIn begun = begun(account("ann"), "a");
        HandedScreen client = new HandedScreen(Id.random(), HandedTask.CONSENT);
        Id<Session> session = Id.random();

        records().signIns().update(begun.with(session).handedOver(client));
        reopen();

        SignIn handed = records().signIns().find(begun.tokenHash()).orElseThrow();
        assertThat(handed.handed()).contains(client);
        assertThat(handed.locked()).isTrue();
        assertThat(handed.live()).contains(session);
        SignIn used = records().signIns().update(handed.usedAt(now()));
        assertThat(used.handed()).contains(client);
        SignIn open = records().signIns().update(used.withScreen(false));
        assertThat(open.handed()).isEmpty();
        assertThat(records().signIns().find(begun.tokenHash())).contains(open);
        assertThat(open.handedOver(client).withScreen(true).handed()).isEmpty();
    }

    @Test
    default void signIn_shownByAnotherToken_isFoundByThatAlone_andStaysTheSame() {
        SignIn begun = begun(account("ann"), "a");
        SignIn renewed = records().signIns().update(begun.shownBy("f".repeat(64)));
        assertThat(records().signIns().find(begun.tokenHash())).isEmpty();
        assertThat(records().signIns().find("f".repeat(64))).contains(renewed);
        assertThat(renewed.id()).isEqualTo(begun.id());
        assertThat(renewed.formToken()).isEqualTo(begun.formToken());
    }

    @Test
    default void doorRule_isTheUsualOne_untilAnotherIsSet() {
        assertThat(records().signIns().rule()).isEqualTo(DoorRule.USUAL);
        records().signIns().setRule(new DoorRule(true, 3));
        records().signIns().setRule(new DoorRule(true, 5));
        reopen();
        assertThat(records().signIns().rule()).isEqualTo(new DoorRule(true, 5));
        assertThatThrownBy(() -> new DoorRule(true, 31)).isInstanceOf(BadValue.class);
        SignIn awaits = records().signIns().update(begun(account("ann"), "a").awaitingStep());
        assertThat(records().signIns().find(awaits.tokenHash())).contains(awaits);
        assertThat(awaits.awaitsStep()).isTrue();
    }

    @Test
    default void browserKey_isTheAccountsOwn_overRestarts() {
        Account ann = account("ann");
        byte[] key = records().signIns().browserKey(ann.id());
        reopen();
        assertThat(key).hasSize(32).isEqualTo(records().signIns().browserKey(ann.id()));
        assertThat(records().signIns().browserKey(account("bea").id())).isNotEqualTo(key);
    }

    @Test
    default void secondFactor_isKept_andNoCodeIsTakenTwiceAtOnce() {
        Account ann = account("ann");
        SecondFactor set = new SecondFactor(ann.id(), "JBSWY3DP", 0, List.of("a", "b"), Version.FIRST);
        assertThat(records().signIns().findFactor(ann.id())).isEmpty();
        assertThat(records().signIns().keepFactor(set)).isEqualTo(set);
        reopen();

        SecondFactor used = records().signIns().updateFactor(set.takenAt(7).without("a"));
        assertThat(used.recovery()).containsExactly("b");
        assertThat(records().signIns().findFactor(ann.id())).contains(used);
        assertThatThrownBy(() -> records().signIns().updateFactor(set.takenAt(7)))
                .isInstanceOf(StaleRecord.class);
        assertThat(used.toString()).doesNotContain("JBSWY3DP");
        records().signIns().removeFactor(ann.id());
        assertThat(records().signIns().findFactor(ann.id())).isEmpty();
    }

    @Test
    default void secondFactor_thatWasReplacedOrRemoved_takesNoCodeOfTheOneBefore() {
        Account ann = account("ann");
        SecondFactor before =
                records().signIns().keepFactor(new SecondFactor(ann.id(), "JBSWY3DP", 0, List.of("a"), Version.FIRST));
        SecondFactor now =
                records().signIns().keepFactor(new SecondFactor(ann.id(), "GEZDGNBV", 0, List.of("b"), Version.FIRST));
        assertThat(now.secret()).isEqualTo("GEZDGNBV");
        assertThatThrownBy(() -> records().signIns().updateFactor(before.without("a")))
                .isInstanceOf(StaleRecord.class);
        assertThat(records().signIns().findFactor(ann.id())).contains(now);
        records().signIns().removeFactor(ann.id());
        assertThatThrownBy(() -> records().signIns().updateFactor(now.without("b")))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(records().signIns().findFactor(ann.id())).isEmpty();
    }

    private Passkey passkey(Account account, String credentialId) {
        Passkey made = new Passkey(
                Id.random(),
                account.id(),
                credentialId,
                "localhost",
                "The tablet of " + account.signInName().value(),
                "a-public-key",
                3,
                true,
                now(),
                Optional.empty(),
                Version.FIRST);
        records().signIns().passkeys().add(made);
        clock().pass(Duration.ofMinutes(1));
        return made;
    }

    @Test
    default void passkey_isFoundByWhatItsDeviceShows_andGoneOnceItIsRemoved() {
        Account ann = account("ann");
        Passkey tablet = passkey(ann, "dGFibGV0");
        Passkey phone = passkey(ann, "cGhvbmU");
        Passkey hers = passkey(account("bea"), "aGVycw");
        reopen();

        Passkeys passkeys = records().signIns().passkeys();
        assertThat(passkeys.find("dGFibGV0")).contains(tablet);
        assertThat(passkeys.find("b3RoZXI")).isEmpty();
        assertThat(passkeys.list(ann.id())).containsExactly(tablet, phone);
        passkeys.remove(hers.account(), tablet.id());
        assertThat(passkeys.list(ann.id())).as("of somebody else").containsExactly(tablet, phone);
        passkeys.remove(ann.id(), tablet.id());
        assertThat(passkeys.list(ann.id())).containsExactly(phone);
        passkeys.removeAll(ann.id());
        assertThat(passkeys.find("cGhvbmU")).isEmpty();
        assertThat(passkeys.find("aGVycw")).contains(hers);
    }

    @Test
    default void passkey_isKeptOnce_andCountsOn() {
        Account ann = account("ann");
        Passkey made = passkey(ann, "dGFibGV0");
        Passkeys passkeys = records().signIns().passkeys();
        assertThatThrownBy(() -> passkey(ann, "dGFibGV0")).isInstanceOf(AlreadyThere.class);
        Passkey shown = passkeys.update(made.shown(4, now()));
        assertThat(shown.signCount()).isEqualTo(4);
        assertThat(passkeys.find("dGFibGV0")).contains(shown);
        assertThatThrownBy(() -> passkeys.update(made.shown(5, now()))).isInstanceOf(StaleRecord.class);
        passkeys.removeAll(ann.id());
        assertThatThrownBy(() -> passkeys.update(shown)).isInstanceOf(NoSuchRecord.class);
        assertThat(shown.toString()).doesNotContain("tablet");
    }

    @Test
    default void signIn_awaitingItsCode_isLockedUntilItIsShown() {
        Account ann = account("ann");
        SignIn begun =
                SignIn.begun("e".repeat(64), ann.id(), "", "form-token", now()).awaitingCode();
        records().signIns().add(begun);
        reopen();
        SignIn kept = records().signIns().find(begun.tokenHash()).orElseThrow();
        assertThat(kept.awaitsCode()).isTrue();
        assertThat(kept.locked()).isTrue();
        assertThat(records().signIns().update(kept.withCodeShown()).awaitsCode())
                .isFalse();
    }

    /** Another password, from whatever door: whoever came in by the old one is out. */
    @Test
    default void accountChanged_endsItsSignIns() {
        Account ann = account("ann");
        SignIn hers = begun(ann, "a");
        SignIn other = begun(account("bea"), "b");

        records().accounts().update(ann.with("{bcrypt}$2a$10$another"));

        assertThat(records().signIns().find(hers.tokenHash())).isEmpty();
        assertThat(records().signIns().find(other.tokenHash())).contains(other);
    }

    @Test
    default void signIns_begunOrUsedTooLongAgo_end() {
        Account ann = account("ann");
        SignIn oldest = begun(ann, "a");
        SignIn idle = begun(ann, "b");
        SignIn fresh = begun(ann, "c");
        records().signIns().update(oldest.usedAt(now()));

        records().signIns().endOld(idle.began(), fresh.lastUsed());

        assertThat(records().signIns().list(ann.id())).containsExactly(fresh);
        assertThatThrownBy(() ->
                        records().signIns().add(SignIn.begun("d".repeat(64), Id.random(), "", "form-token", now())))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(records().signIns().find("d".repeat(64))).isEqualTo(Optional.empty());
    }
}
