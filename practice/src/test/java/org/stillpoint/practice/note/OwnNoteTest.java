package org.stillpoint.practice.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.UnitOfWork;

/** A therapist's own notes are open for their author alone: not for the owner, nor in an emergency, nor for the client. */
class OwnNoteTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = add(sam);
    private final Id<Session> session = session(ann);
    private final WriteOwnNote write = new WriteOwnNote(work, clock);
    private final ChangeOwnNote change = new ChangeOwnNote(work, clock);
    private final OwnNoteReading reading = new OwnNoteReading(work);

    private Id<Client> add(Account whose) {
        return people.add(whose, "Ann", OptionalInt.empty());
    }

    private Id<Session> session(Id<Client> client) {
        SafetyCheck check = SafetyCheck.clear(client, clock.instant());
        records.safetyChecks().add(check);
        OpenSession started = OpenSession.start(Id.random(), client, check, clock.instant());
        records.sessions().add(started);
        return started.id();
    }

    private Id<OwnNote> writes(Account account, String text) {
        Id<OwnNote> id = Id.random();
        write.by(by(account), new WriteOwnNote.Command(id, ann, session, new PrivateText(text)));
        return id;
    }

    private ChangeOwnNote.Command changed(Id<OwnNote> note, String text, boolean released) {
        return new ChangeOwnNote.Command(Id.random(), ann, note, Version.FIRST, new PrivateText(text), released);
    }

    private List<String> reads(Account account) {
        return reading.by(by(account), ann, session).notes().stream()
                .map(note -> note.text().value())
                .toList();
    }

    @Test
    void notes_areReadAndChanged_byTheirAuthorAlone() {
        Id<OwnNote> sams = writes(sam, "sam's");
        assertThat(reads(sam)).containsExactly("sam's");
        assertThat(reads(owner)).isEmpty();
        assertThatThrownBy(() -> change.by(by(owner), changed(sams, "another's", true)))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> reads(kim)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reads(desk)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> writes(desk, "the desk's")).isInstanceOf(NotAllowed.class);

        new ShareClient(work).by(by(sam), new ShareClient.Command(Id.random(), ann, kim.id()));
        writes(kim, "kim's");
        writes(owner, "the owner's");
        assertThat(reads(kim)).containsExactly("kim's");
        assertThat(reads(owner)).containsExactly("the owner's");
        assertThatThrownBy(() -> change.by(by(kim), changed(sams, "another's", true)))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(reads(sam)).containsExactly("sam's");
    }

    @Test
    void emergency_opensNoNotes_andTakesNone() {
        writes(sam, "sam's");
        new OpenInEmergency(work, clock, OpenInEmergency.HowLong.USUAL)
                .by(by(kim), new OpenInEmergency.Command(Id.random(), ann, new PrivateText("she rang")));
        assertThatThrownBy(() -> reads(kim)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> writes(kim, "kim's")).isInstanceOf(NotAllowed.class);
    }

    @Test
    void change_keepsHowItStood_andRefusesAStalePage() {
        Id<OwnNote> note = writes(sam, "first");
        change.by(by(sam), changed(note, "second", false));
        assertThat(reading.by(by(sam), ann, session).notes())
                .singleElement()
                .satisfies(kept -> assertThat(kept.earlier())
                        .extracting(each -> each.text().value())
                        .containsExactly("first"));
        assertThat(change.by(by(sam), changed(note, "stale", false))).isInstanceOf(Answer.Changed.class);
        assertThat(reads(sam)).containsExactly("second");
    }

    @Test
    void copy_holdsWhatTheAuthorReleased_asItStands_andNothingElse() {
        Id<OwnNote> note = writes(sam, "first thought");
        writes(sam, "kept back");
        CopyClient copy = new CopyClient(work, records.audit(), clock);
        assertThat(copy.by(by(owner), ann, true).ownNotes()).isEmpty();
        change.by(by(sam), changed(note, "given", true));
        assertThat(copy.by(by(owner), ann, false).ownNotes()).singleElement().satisfies(given -> {
            assertThat(given.text().value()).isEqualTo("given");
            assertThat(given.by()).contains(sam.signInName());
            assertThat(given.toString()).doesNotContain("first thought");
        });
    }
}
