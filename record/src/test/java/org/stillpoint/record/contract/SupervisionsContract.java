package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.client.Client;

/** What every keeping does with cases that are handed to supervisors. */
public interface SupervisionsContract extends Practice {

    private Id<Account> supervisor(String name) {
        Account account = Account.added(new SignInName(name), "{kind}hash", Role.SUPERVISOR, now());
        records().accounts().add(account);
        return account.id();
    }

    private Supervision handed(Id<Client> client, Id<Account> to, int number) {
        return new Supervision(
                Id.random(),
                client,
                to,
                number,
                Optional.of(Id.random()),
                now(),
                now().plus(Duration.ofDays(28)),
                Optional.empty(),
                Version.FIRST);
    }

    @Test
    default void supervision_lastsUntilItsEnd_orUntilItIsEnded() {
        Id<Client> ann = addClient("Ann").id();
        Id<Client> bea = addClient("Bea").id();
        Id<Account> uma = supervisor("uma");
        Id<Account> vic = supervisor("vic");
        Supervision first = handed(ann, uma, 1);
        records().supervisions().add(first);
        records().supervisions().add(first);
        clock().pass(Duration.ofSeconds(1));
        Supervision second = handed(bea, uma, 2);
        records().supervisions().add(second);
        assertThat(records().supervisions().listTo(uma)).containsExactly(second, first);
        assertThat(records().supervisions().listTo(vic)).isEmpty();
        assertThat(records().supervisions().list(ann)).containsExactly(first);
        assertThat(records().supervisions().findLasting(ann, uma)).contains(first);
        assertThat(records().supervisions().findLasting(ann, vic)).isEmpty();
        assertThatThrownBy(() -> records().supervisions().add(handed(Id.random(), uma, 3)))
                .isInstanceOf(NoSuchRecord.class);

        Supervision ended = records().supervisions().update(first.ended(now()));
        assertThat(records().supervisions().findLasting(ann, uma)).isEmpty();
        assertThatThrownBy(() -> records().supervisions().update(first.ended(now())))
                .isInstanceOf(StaleRecord.class);
        reopen();
        assertThat(records().supervisions().list(ann)).containsExactly(ended);
        clock().pass(Duration.ofDays(28));
        assertThat(records().supervisions().findLasting(bea, uma)).isEmpty();
        records().clients().erase(bea);
        assertThat(records().supervisions().listTo(uma)).containsExactly(ended);
    }

    @Test
    default void supervision_withoutANumber_orThatEndsBeforeItBegins_isNone() {
        assertThatThrownBy(() -> handed(Id.random(), Id.random(), 0)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new Supervision(
                        Id.random(),
                        Id.random(),
                        Id.random(),
                        1,
                        Optional.empty(),
                        now(),
                        now(),
                        Optional.empty(),
                        Version.FIRST))
                .isInstanceOf(BadValue.class);
    }
}
