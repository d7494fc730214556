package org.stillpoint.practice.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.about.AboutReading;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** A record is opened in an emergency: for a reason, for some hours, told to all concerned. */
class EmergencyTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = add(sam, "Ann Example");
    private final OpenInEmergency open = new OpenInEmergency(work, clock, OpenInEmergency.HowLong.USUAL);

    private Id<Client> add(Account whose, String name) {
        return people.add(whose, name, OptionalInt.of(1980));
    }

    private static OpenInEmergency.Command because(Id<Client> client, String reason) {
        return new OpenInEmergency.Command(Id.random(), client, new PrivateText(reason));
    }

    private List<SeeToday.EmergencyTold> told(Account account) {
        return new SeeToday(work, clock).by(by(account)).emergencies();
    }

    private List<String> found(Account account, String name) {
        return new FindInEmergency(work)
                .by(by(account), new FindInEmergency.Command(Id.random(), new PrivateText(name))).stream()
                        .map(client -> client.name().value())
                        .toList();
    }

    @Test
    void client_ofAnother_isFoundByTheWholeNameAlone_andItIsKeptThatSomebodyLooked() {
        assertThat(found(kim, " ann EXAMPLE ")).containsExactly("Ann Example");
        assertThat(found(kim, "ann")).isEmpty();
        assertThat(found(kim, " ")).isEmpty();
        assertThat(new SeeToday(work, clock).find(by(kim), "ann").rows()).isEmpty();
        assertThatThrownBy(() -> found(desk, "Ann Example")).isInstanceOf(NotAllowed.class);
        assertThat(records.audit().latest(9))
                .filteredOn(entry -> entry.act() == Act.FIND_IN_EMERGENCY)
                .extracting(AuditEntry::outcome)
                .containsExactly(
                        AuditEntry.Outcome.NOT_ALLOWED,
                        AuditEntry.Outcome.DONE,
                        AuditEntry.Outcome.DONE,
                        AuditEntry.Outcome.DONE);
    }

    @Test
    void record_opened_isOpenForFourHours_andToldToTherapistAndOwnerUntilTheyHaveSeenIt() {
        ReadClient reading = new ReadClient(work, clock);
        OpenInEmergency.Command wanted = because(ann, "collapsed in the waiting room");
        assertThat(open.by(by(kim), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(open.by(by(kim), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(reading.by(by(kim), ann).client().id()).isEqualTo(ann);
        assertThat(new AboutReading(work, clock).by(by(kim), ann).decides()).isFalse();

        for (Account account : List.of(sam, owner)) {
            assertThat(told(account)).hasSize(1);
            SeeToday.EmergencyTold one = told(account).getFirst();
            assertThat(one.client().id()).isEqualTo(ann);
            assertThat(one.by()).isEqualTo(Optional.of(kim.signInName()));
            assertThat(one.access().reason().value()).isEqualTo("collapsed in the waiting room");
            assertThat(one.access().until()).isEqualTo(one.access().at().plus(Duration.ofHours(4)));
        }
        assertThat(told(kim)).isEmpty();
        assertThat(told(desk)).isEmpty();

        AcknowledgeEmergency acknowledge = new AcknowledgeEmergency(work);
        acknowledge.by(by(sam), new AcknowledgeEmergency.Command(Id.random(), wanted.id()));
        acknowledge.by(by(kim), new AcknowledgeEmergency.Command(Id.random(), wanted.id()));
        assertThat(told(sam)).isEmpty();
        assertThat(told(owner)).hasSize(1);

        clock.pass(Duration.ofHours(4));
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThat(told(owner)).hasSize(1);
        assertThat(records.audit().latest(40))
                .anyMatch(entry -> entry.act() == Act.OPEN_IN_EMERGENCY
                        && entry.client().equals(Optional.of(ann))
                        && entry.outcome() == AuditEntry.Outcome.DONE);
    }

    @Test
    void record_withoutAReason_orByTheDesk_staysShut() {
        assertThatThrownBy(() -> open.by(by(kim), because(ann, "  "))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> open.by(by(desk), because(ann, "a reason"))).isInstanceOf(NotAllowed.class);
        assertThat(records.care().find(ann, kim.id())).isEmpty();
        assertThatThrownBy(() -> new OpenInEmergency.HowLong(Duration.ofHours(73)))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new OpenInEmergency.HowLong(Duration.ZERO)).isInstanceOf(BadValue.class);
    }

    @Test
    void whoeverIsLetIn_staysSo_andNobodyIsTold() {
        new ShareClient(work).by(by(sam), new ShareClient.Command(Id.random(), ann, kim.id()));
        open.by(by(kim), because(ann, "a reason"));
        clock.pass(Duration.ofDays(1));
        assertThat(records.care().find(ann, kim.id())).contains(Bond.SHARED);
        assertThat(told(owner)).isEmpty();
    }
}
