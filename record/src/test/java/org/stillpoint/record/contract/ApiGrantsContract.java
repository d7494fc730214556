package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.api.ApiToken;

/** What every store of those who read by FHIR does. */
public interface ApiGrantsContract extends Practice {

    private Account account(String name) {
        Account account = Account.added(new SignInName(name), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(account);
        return account;
    }

    private ApiToken token(Id<Account> account, String hash, Duration holds) {
        return new ApiToken(Id.random(), account, hash.repeat(64), "a table of mine", now(), now().plus(holds));
    }

    private ApiProgram program(Id<Account> account) {
        return new ApiProgram(
                Id.random(),
                account,
                "the registry",
                "{\"keys\":[]}",
                Set.of(new ApiScope("Observation", true, true), new ApiScope("Patient", true, false)),
                now(),
                now().plus(Duration.ofDays(30)));
    }

    @Test
    default void grant_opensNothing_untilThePracticeIsOpen_andFromItsEndOn() {
        Account sam = account("sam");
        ApiToken lasting = token(sam.id(), "a", Duration.ofDays(365));
        ApiToken over = token(sam.id(), "b", Duration.ZERO);
        ApiProgram program = program(sam.id());
        records().apiGrants().add(lasting);
        records().apiGrants().add(lasting);
        records().apiGrants().add(over);
        records().apiGrants().add(program);

        assertThat(records().apiGrants().isOpen()).isFalse();
        assertThat(records().apiGrants().findTokenInForce(lasting.tokenHash())).isEmpty();
        assertThat(records().apiGrants().findInForce(program.id())).isEmpty();

        records().apiGrants().setOpen(true);
        reopen();
        assertThat(records().apiGrants().findTokenInForce(lasting.tokenHash())).contains(lasting);
        assertThat(records().apiGrants().findInForce(program.id())).contains(program);
        assertThat(records().apiGrants().findTokenInForce(over.tokenHash())).isEmpty();
        assertThat(records().apiGrants().list()).containsExactlyInAnyOrder(lasting, over, program);

        records().apiGrants().replace(lasting.ended(now()));
        assertThat(records().apiGrants().findTokenInForce(lasting.tokenHash())).isEmpty();
        assertThat(records().apiGrants().find(lasting.id())).contains(lasting.ended(now()));

        records().apiGrants().setOpen(false);
        assertThat(records().apiGrants().findInForce(program.id())).isEmpty();
    }

    @Test
    default void grant_thatCannotBe_isRefused() {
        Account sam = account("sam");
        ApiToken first = token(sam.id(), "c", Duration.ofDays(1));
        records().apiGrants().add(first);

        assertThatThrownBy(() -> records().apiGrants().add(token(sam.id(), "c", Duration.ofDays(2))))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().apiGrants().add(token(Id.random(), "d", Duration.ofDays(2))))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().apiGrants().replace(program(sam.id())))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> token(sam.id(), "e", ApiGrant.LONGEST.plusSeconds(1)))
                .isInstanceOf(BadValue.class);
        assertThat(records().apiGrants().list()).containsExactly(first);
    }
}
