package org.stillpoint.practice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;

class ChangePasswordTest {

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final ChangePassword change = new ChangePassword(records.unitOfWork(new Membership(records)));
    private final Account owner = Account.added(new SignInName("owner"), "{kind}old", Role.OWNER, clock.instant());
    private final Account other = Account.added(new SignInName("other"), "{kind}hers", Role.THERAPIST, clock.instant());

    ChangePasswordTest() {
        records.accounts().add(owner);
        records.accounts().add(other);
    }

    private String kept(Account account) {
        return records.accounts().find(account.id()).orElseThrow().passwordHash();
    }

    @Test
    void own_isChanged_onceHoweverOftenItIsSent_andNobodyElses() {
        ChangePassword.Command wanted = new ChangePassword.Command(Id.random(), "{kind}new");
        Actor who = new Actor.Person(other.id(), Role.THERAPIST);
        assertThat(change.by(who, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(change.by(who, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(kept(other)).isEqualTo("{kind}new");
        assertThat(kept(owner)).isEqualTo("{kind}old");
    }

    @Test
    void program_hasNoPasswordToChange() {
        for (Actor.ProgramPart part : Actor.ProgramPart.values()) {
            assertThatThrownBy(
                            () -> change.by(Actor.program(part), new ChangePassword.Command(Id.random(), "{kind}new")))
                    .isInstanceOf(NotAllowed.class);
        }
    }
}
