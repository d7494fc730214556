package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.retention.RetentionRule;

/** The practice's rule is kept, and so are the holds of each client. */
public interface RetentionContract extends Practice {

    @Test
    default void rule_isTheUsualOne_untilAnotherIsSet() {
        assertThat(records().retention().rule()).isEqualTo(RetentionRule.USUAL);
        records().retention().setRule(new RetentionRule(30, 0));
        records().retention().setRule(new RetentionRule(15, 21));
        reopen();

        assertThat(records().retention().rule()).isEqualTo(new RetentionRule(15, 21));
    }

    @Test
    default void hold_standsUntilItIsLifted_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        LegalHold hold = hold(ann);
        LegalHold other = hold(bea);
        records().retention().add(hold);
        records().retention().add(hold);
        records().retention().add(other);
        reopen();

        assertThat(records().retention().isHeld(ann.id())).isTrue();
        assertThat(records().retention().listStanding()).containsExactlyInAnyOrder(hold, other);
        LegalHold lifted = records().retention().update(hold.lifted(now()));
        assertThat(records().retention().list(ann.id())).containsExactly(lifted);
        assertThat(records().retention().listStanding()).containsExactly(other);
        assertThatThrownBy(() -> records().retention().update(hold.lifted(now())))
                .isInstanceOf(StaleRecord.class);
        records().clients().erase(bea.id());
        assertThat(records().retention().listStanding()).isEmpty();
    }

    private LegalHold hold(Client client) {
        return new LegalHold(
                Id.random(),
                client.id(),
                new PrivateText("a court asks for it"),
                now(),
                Optional.of(Id.random()),
                Optional.empty(),
                Version.FIRST);
    }

    @Test
    default void listSeenBefore_tellsWhoWasSeenLongestAgoFirst() {
        Client ann = addClient("Ann");
        clock().pass(Duration.ofDays(1));
        Client bea = addClient("Bea");
        clock().pass(Duration.ofDays(1));

        assertThat(records().today().listSeenBefore(now(), 9))
                .extracting(standing -> standing.client())
                .containsExactly(ann, bea);
        assertThat(records().today().listSeenBefore(bea.addedAt(), 9))
                .extracting(standing -> standing.client())
                .containsExactly(ann);
    }
}
