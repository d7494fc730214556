package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.session.Session;
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
        assertThat(here.toString()).doesNotContain("aaa").doesNotContain("form-token");
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
