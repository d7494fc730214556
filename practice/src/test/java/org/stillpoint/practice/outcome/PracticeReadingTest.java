package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class PracticeReadingTest {

    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    private final TestClock now = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(now);

    /** Goes on by a minute whenever it is looked at: what is read takes long, and is kept for long. */
    private final Clock slow = new Clock() {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Instant instant() {
            return now.instant().plus(Duration.ofMinutes(looks.getAndIncrement()));
        }

        @Override
        public ZoneId getZone() {
            return now.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final PracticeReading reading = new PracticeReading(work, Atlas.standard(), slow);

    private List<PracticeReading.PersonOutcome> everybody() {
        return reading.by(SOMEBODY).everybody();
    }

    private Client client(String name) {
        Client added = Client.added(new PrivateText(name), OptionalInt.empty(), now.instant());
        records.clients().add(added);
        return added;
    }

    /** Everybody was once kept by name for ten times as long as they took to read: a client who was erased stayed on the page. */
    @Test
    void everybody_afterAnErasure_holdsThatClientNoMore() {
        Client stays = client("Stays");
        Client goes = client("Goes");
        assertThat(everybody())
                .extracting(person -> person.client().name().value())
                .containsExactly("Goes", "Stays");
        records.clients().erase(goes.id());
        assertThat(everybody()).extracting(person -> person.client().id()).containsExactly(stays.id());
    }

    @Test
    void everybody_afterAChangeOfName_isNamedAsNow() {
        Client client = client("Before");
        everybody();
        records.clients().update(client.with(new PrivateText("After"), OptionalInt.empty()));
        assertThat(everybody())
                .extracting(person -> person.client().name().value())
                .containsExactly("After");
    }

    @Test
    void everybody_toATherapist_isTheirOwn_andTheOwnersIsNotMixedWithIt() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now.instant());
        records.accounts().add(sam);
        Client own = client("Own");
        client("Other");
        records.care().handOver(own.id(), sam.id());
        assertThat(reading.by(new Actor.Person(sam.id(), Role.THERAPIST)).everybody())
                .extracting(person -> person.client().id())
                .containsExactly(own.id());
        assertThat(everybody()).hasSize(2);
    }
}
