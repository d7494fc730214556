package org.stillpoint.practice.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;

/** The way back to a session leads to one's own, whoever else sees it. */
class RunningSessionTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final SeeToday today = new SeeToday(people.work(), people.clock());

    private void open(Id<Client> client) {
        people.clock().pass(Duration.ofMinutes(1));
        SafetyCheck check = SafetyCheck.clear(client, people.clock().instant());
        people.records().safetyChecks().add(check);
        people.records()
                .sessions()
                .add(OpenSession.start(
                        Id.random(), client, check, people.clock().instant()));
    }

    private Optional<String> running(Account account) {
        return today.running(by(account)).map(session -> session.client().name().value());
    }

    @Test
    void running_isTheSessionStartedLastWithOnesOwn_andNeverAColleagues() {
        Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
        Id<Client> bea = people.add(owner, "Bea Example", OptionalInt.empty());
        assertThat(running(sam)).isEmpty();

        open(ann);
        assertThat(running(sam)).contains("Ann Example");
        assertThat(running(owner)).isEmpty();
        open(bea);
        open(people.add(owner, "Cara Example", OptionalInt.empty()));
        assertThat(running(owner)).contains("Cara Example");
        assertThat(running(sam)).contains("Ann Example");
    }
}
