package org.stillpoint.practice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.access.AuditReading.NamedEntry;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class AuditReadingTest {

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final AuditReading reading = new AuditReading(work, records.audit());
    private final Account owner = Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, clock.instant());
    private final Actor who = new Actor.Person(owner.id(), Role.OWNER);

    @Test
    void latest_namesWhoDidWhat_theNewestFirst() {
        records.accounts().add(owner);
        new AddClient(work, clock)
                .by(who, new AddClient.Command(Id.random(), new PrivateText("Ann"), OptionalInt.empty(), false));

        NamedEntry latest = reading.by(who, 10).stream()
                .filter(each -> each.entry().act() == Act.ADD_CLIENT)
                .findFirst()
                .orElseThrow();
        assertThat(latest.who()).isEqualTo(Optional.of(new SignInName("owner")));
        assertThat(latest.entry().actor()).isEqualTo(who);
    }

    @Test
    void therapist_mayNotReadIt() {
        assertThatThrownBy(() -> reading.by(new Actor.Person(Id.random(), Role.THERAPIST), 10))
                .isInstanceOf(NotAllowed.class);
    }
}
