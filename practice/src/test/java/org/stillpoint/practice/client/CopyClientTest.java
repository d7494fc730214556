package org.stillpoint.practice.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A copy holds everything of one client and nothing of another, and the account tells that it was made. */
class CopyClientTest {
    private static final Account OWNER =
            Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, Instant.EPOCH);
    private static final Actor SOMEBODY = new Actor.Person(OWNER.id(), OWNER.role());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = open(records);

    private static UnitOfWork open(RecordsInMemory records) {
        records.accounts().add(OWNER);
        return records.unitOfWork(new Membership(records));
    }

    private Id<Client> add(String name) {
        Id<Client> id = Id.random();
        new AddClient(work, clock)
                .by(SOMEBODY, new AddClient.Command(id, new PrivateText(name), OptionalInt.empty(), false));
        new TellEvent(work, clock)
                .by(
                        SOMEBODY,
                        new TellEvent.Command(
                                Id.random(), id, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION));
        Id<Session> session = Id.random();
        ConsentOnRecord.add(records, id, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(session, id, Id.random()));
        Instant now = clock.instant();
        new MarkMoment(work, clock)
                .by(
                        SOMEBODY,
                        id,
                        new MarkMoment.Command(
                                session, Tap.memory(Id.random(), now, new ProcessNote(new PrivateText("own words")))));
        return id;
    }

    @Test
    void copy_holdsOneClientWhole_andProcessNotesOnlyWhereTheyWereAskedFor() {
        Id<Client> ann = add("Ann");
        add("Bea");
        CopyClient copy = new CopyClient(work, records.audit(), clock);

        CopiedClient without = copy.by(SOMEBODY, ann, false);
        CopiedClient with = copy.by(SOMEBODY, ann, true);

        assertThat(without.client().name().value()).isEqualTo("Ann");
        assertThat(without.events()).hasSize(1);
        assertThat(without.safetyChecks()).hasSize(1);
        assertThat(without.sessions()).hasSize(1);
        assertThat(without.notes()).isEmpty();
        assertThat(with.notes()).hasSize(1);
        assertThat(without.lookedAt()).extracting(each -> each.entry().act()).contains(Act.TELL_EVENT, Act.TAP);
        assertThat(with.lookedAt())
                .extracting(each -> each.entry().act())
                .contains(Act.COPY_CLIENT, Act.SEE_PROCESS_NOTES);
        assertThat(with.lookedAt())
                .allMatch(each -> each.entry().client().filter(ann::equals).isPresent());
    }
}
