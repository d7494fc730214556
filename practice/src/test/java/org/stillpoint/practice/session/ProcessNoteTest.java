package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.practice.session.SessionReading.NotesHeld;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What a client said when a memory surfaced is open for whoever wrote it down: not for the owner, nor in an emergency. */
class ProcessNoteTest {
    private static final Actor KEY_HOLDER = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    private final PeopleInMemory people = new PeopleInMemory();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final Id<Session> session = started();
    private final SessionReading reading = new SessionReading(work, people.clock());
    private final CopyClient copy = new CopyClient(work, records.audit(), people.clock());

    private Id<Session> started() {
        Id<Session> id = Id.random();
        new StartSession(work, people.clock()).by(by(sam), StartSession.Command.clear(id, ann, Id.random()));
        return id;
    }

    private void hears(Actor who, String words) {
        Tap tap = Tap.memory(Id.random(), people.clock().instant(), new ProcessNote(new PrivateText(words)));
        new MarkMoment(work, people.clock()).by(who, ann, new MarkMoment.Command(session, tap));
    }

    private List<String> reads(Account account) {
        return reading.withNotes(by(account), session).notes().values().stream()
                .map(note -> note.words().value())
                .toList();
    }

    private NotesHeld held(Account account) {
        return reading.by(by(account), session).notes();
    }

    private List<String> copied(Actor who) {
        return copy.by(who, ann, true).notes().values().stream()
                .map(note -> note.words().value())
                .toList();
    }

    @Test
    void words_areReadByWhoeverWroteThemDown_andOthersAreToldWhoKeepsThem() {
        hears(by(sam), "a voice");
        assertThat(reads(sam)).containsExactly("a voice");
        assertThat(reads(owner)).isEmpty();
        assertThat(held(sam)).isEqualTo(new NotesHeld(true, List.of()));
        assertThat(held(owner)).isEqualTo(new NotesHeld(false, List.of(sam.signInName())));

        assertThatThrownBy(() -> reads(kim)).isInstanceOf(NotAllowed.class);
        new ShareClient(work).by(by(sam), new ShareClient.Command(Id.random(), ann, kim.id()));
        hears(by(kim), "a door");
        assertThat(reads(kim)).containsExactly("a door");
        assertThat(reads(sam)).containsExactly("a voice");
        assertThat(held(kim)).isEqualTo(new NotesHeld(true, List.of(sam.signInName())));
        assertThat(held(owner).others()).containsExactly(sam.signInName(), kim.signInName());
    }

    @Test
    void words_ofNobodyKnown_areOpenForWhoeverTreats() {
        hears(Actor.program(Actor.ProgramPart.DEMO), "of old");
        assertThat(reads(sam)).containsExactly("of old");
        assertThat(reads(owner)).containsExactly("of old");
        assertThat(held(owner)).isEqualTo(new NotesHeld(true, List.of()));
    }

    @Test
    void emergency_opensNone_andTellsWhoKeepsThem() {
        hears(by(sam), "a voice");
        hears(Actor.program(Actor.ProgramPart.DEMO), "of old");
        new OpenInEmergency(work, people.clock(), OpenInEmergency.HowLong.USUAL)
                .by(by(kim), new OpenInEmergency.Command(Id.random(), ann, new PrivateText("she rang")));
        assertThatThrownBy(() -> reads(kim)).isInstanceOf(NotAllowed.class);
        assertThat(held(kim)).isEqualTo(new NotesHeld(false, List.of(sam.signInName())));
    }

    @Test
    void copy_holdsThoseOfWhoeverMadeIt_andAllForWhoeverHoldsTheKey() {
        hears(by(sam), "a voice");
        assertThat(copied(by(sam))).containsExactly("a voice");
        assertThat(copied(by(owner))).isEmpty();
        assertThat(copied(KEY_HOLDER)).containsExactly("a voice");
    }
}
