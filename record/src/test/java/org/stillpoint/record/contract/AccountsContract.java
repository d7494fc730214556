package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.HistoryContract.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;

/** What every store of accounts does. */
public interface AccountsContract extends Practice {

    private Account addAccount(String name, Role role) {
        Account account = Account.added(new SignInName(name), "{bcrypt}$2a$10$something", role, now());
        records().accounts().add(account);
        clock().pass(Duration.ofSeconds(1));
        return account;
    }

    @Test
    default void account_added_isFoundByNameInAnyCase() {
        assertThat(records().accounts().list()).isEmpty();
        Account owner = addAccount("Émilie@Example.org", Role.OWNER);
        Account second = addAccount("sam", Role.THERAPIST);
        records().accounts().add(owner);

        assertThat(records().accounts().find(new SignInName("  éMILIE@example.ORG ")))
                .contains(owner);
        assertThat(records().accounts().find(owner.id())).contains(owner);
        assertThat(records().accounts().find(new SignInName("nobody"))).isEmpty();
        assertThat(records().accounts().list()).containsExactly(owner, second);
        assertThat(owner.toString()).doesNotContain("milie").doesNotContain("bcrypt");
    }

    @Test
    default void account_secondOwnerOrTakenName_isRefused() {
        addAccount("owner", Role.OWNER);

        assertRefused(Rule.OWNER_EXISTS, () -> addAccount("other", Role.OWNER));
        assertThatThrownBy(() -> addAccount("OWNER", Role.THERAPIST)).isInstanceOf(AlreadyThere.class);
        assertThat(records().accounts().list()).hasSize(1);
    }

    @Test
    default void account_passwordChanged_refusesTheStalePage() {
        Account owner = addAccount("owner", Role.OWNER);

        Account changed = records().accounts().update(owner.with("{bcrypt}$2a$10$another"));

        assertThat(changed.passwordHash()).isEqualTo("{bcrypt}$2a$10$another");
        assertThat(records().accounts().find(owner.signInName())).contains(changed);
        assertThatThrownBy(() -> records().accounts().update(owner.with("x"))).isInstanceOf(StaleRecord.class);
        Account nobody = Account.added(new SignInName("nobody"), "x", Role.THERAPIST, now());
        assertThatThrownBy(() -> records().accounts().update(nobody)).isInstanceOf(NoSuchRecord.class);
        assertThat(records().accounts().find(Id.random())).isEmpty();
    }

    @Test
    default void account_underAnotherNameOrRole_orEnded_isKeptSo_andTheOwnerStays() {
        Account owner = addAccount("owner", Role.OWNER);
        Account sam = addAccount("sam", Role.THERAPIST);

        Account renamed = records().accounts().update(sam.named(new SignInName("samira")));
        Account moved = records().accounts().update(renamed.inRole(Role.ASSISTANT));
        Account ended = records().accounts().update(moved.ended(now()));

        assertThat(ended.signInName()).isEqualTo(new SignInName("samira"));
        assertThat(ended.role()).isEqualTo(Role.ASSISTANT);
        assertThat(ended.endedAt()).contains(now());
        assertThat(records().accounts().find(sam.id())).contains(ended);
        assertThat(records().accounts().find(new SignInName("samira"))).contains(ended);
        assertThat(records().accounts().find(sam.signInName())).isEmpty();
        assertThatThrownBy(() -> records().accounts().update(ended.named(owner.signInName())))
                .isInstanceOf(AlreadyThere.class);
        assertRefused(Rule.OWNER_STAYS, () -> records().accounts().update(owner.inRole(Role.ASSISTANT)));
        assertRefused(Rule.OWNER_STAYS, () -> records().accounts().update(owner.ended(now())));
        assertRefused(Rule.OWNER_STAYS, () -> records().accounts().update(ended.inRole(Role.OWNER)));
    }

    @Test
    default void signInName_withBlanksOrNothing_isRefused() {
        assertThatThrownBy(() -> new SignInName("two words")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new SignInName("  ")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new SignInName("x".repeat(101))).isInstanceOf(BadValue.class);
    }
}
