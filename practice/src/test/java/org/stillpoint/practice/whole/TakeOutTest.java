package org.stillpoint.practice.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Who may take everything out, and that it stands in the account before anything leaves. */
class TakeOutTest {
    private static final Actor MACHINE = Actor.program(Actor.ProgramPart.COMMAND_LINE);
    private static final WhoseRows PRACTICE = new WhoseRows.OfEverybody(false);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final TakeOut takeOut = new TakeOut(work);
    private final Actor owner = account("owner", Role.OWNER);
    private final Actor therapist = account("therapist", Role.THERAPIST);
    private final Actor desk = account("desk", Role.ASSISTANT);
    private final Client ann = client("Ann");
    private final Client bea = client("Bea");

    private Actor account(String name, Role role) {
        Account account = Account.added(new SignInName(name), "{kind}hash", role, Instant.EPOCH);
        records.accounts().add(account);
        return new Actor.Person(account.id(), role);
    }

    private Client client(String name) {
        Client client = Client.added(new PrivateText(name), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        return client;
    }

    private Answer<List<Id<Client>>> by(Actor actor, WhoseRows whose) {
        return takeOut.by(actor, new TakeOut.Command(Id.random(), whose));
    }

    @Test
    void takeOut_ofThePractice_isTheOwnersAndTheMachines_andStandsInTheAccount() {
        List<Id<Client>> both =
                Stream.of(ann.id(), bea.id()).sorted(Comparator.naturalOrder()).toList();
        assertThat(by(owner, PRACTICE)).isEqualTo(new Answer.Done<>(both));
        assertThat(records.audit().latest(1)).extracting(AuditEntry::act).containsExactly(Act.TAKE_OUT_PRACTICE);
        assertThat(by(MACHINE, new WhoseRows.OfEverybody(true))).isInstanceOf(Answer.Done.class);
        for (Actor other : List.of(therapist, desk)) {
            assertThatThrownBy(() -> by(other, PRACTICE)).isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void takeOut_ofAClient_isForWhoTreatsThem() {
        records.care().handOver(ann.id(), therapist.ownAccount().orElseThrow());

        assertThat(by(therapist, new WhoseRows.OfOneClient(ann.id(), false)))
                .isEqualTo(new Answer.Done<>(List.of(ann.id())));

        assertThat(records.audit().listOf(ann.id())).extracting(AuditEntry::act).contains(Act.TAKE_OUT_CLIENT);
        assertThatThrownBy(() -> by(therapist, new WhoseRows.OfOneClient(bea.id(), false)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> by(desk, new WhoseRows.OfOneClient(ann.id(), false)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void takeOut_ofWhatIsHeldApart_isForNobodyWhoSignsIn() {
        assertThatThrownBy(() -> by(owner, new WhoseRows.OfEverybody(true))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> by(owner, new WhoseRows.OfOneClient(ann.id(), true)))
                .isInstanceOf(NotAllowed.class);
    }
}
