package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.work.AuditEntry;

/** What every keeping does with invitations, and tells of sign-ins. */
public interface InvitationsContract extends Practice {

    private Invitation invitation(String hash, Role role) {
        Invitation invitation =
                new Invitation(Id.random(), role, hash.repeat(32), now(), now().plus(Duration.ofDays(7)));
        records().invitations().add(invitation);
        clock().pass(Duration.ofSeconds(1));
        return invitation;
    }

    @Test
    default void invitation_isFoundByItsHash_untilItIsWithdrawn() {
        Invitation first = invitation("0a", Role.THERAPIST);
        Invitation second = invitation("0b", Role.ASSISTANT);
        records().invitations().add(first);
        assertThat(records().invitations().findByHash(first.linkHash())).contains(first);
        assertThat(records().invitations().findByHash("0c".repeat(32))).isEmpty();
        assertThat(records().invitations().list()).containsExactly(second, first);
        Invitation sameHash =
                new Invitation(Id.random(), Role.THERAPIST, first.linkHash(), now(), now().plusSeconds(1));
        assertThatThrownBy(() -> records().invitations().add(sameHash)).isInstanceOf(AlreadyThere.class);

        records().invitations().withdraw(first.id());
        records().invitations().withdraw(Id.random());
        assertThat(records().invitations().findByHash(first.linkHash())).isEmpty();
        assertThat(records().invitations().list()).containsExactly(second);
        assertThatThrownBy(() -> invitation("0d", Role.OWNER)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new Invitation(Id.random(), Role.THERAPIST, "abc", now(), now()))
                .isInstanceOf(BadValue.class);
    }

    @Test
    default void signIns_areTheLastOfEach_andThoseTurnedAwayAreNone() {
        Id<Account> sam = Id.random();
        Id<Account> kim = Id.random();
        audit().signIn(Optional.of(sam), AuditEntry.Outcome.DONE);
        audit().signIn(Optional.of(kim), AuditEntry.Outcome.NOT_ALLOWED);
        audit().signIn(Optional.empty(), AuditEntry.Outcome.NOT_ALLOWED);
        assertThat(audit().lastSignIns()).containsOnlyKeys(sam);
    }
}
