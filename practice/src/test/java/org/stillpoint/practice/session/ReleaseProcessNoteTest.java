package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.client.HandOverClient;
import org.stillpoint.practice.client.ShareClient;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile.StaffMember;
import org.stillpoint.record.work.UnitOfWork;

/** A process note leaves where its author said so by an act of its own, and stays by whatever else anybody does. */
class ReleaseProcessNoteTest {
    private static final Actor KEY_HOLDER = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    private final PeopleInMemory people = new PeopleInMemory();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final Id<Session> session = Id.random();
    private final SessionReading reading = new SessionReading(work, people.clock());
    private final ReleaseProcessNote release = new ReleaseProcessNote(work, people.clock());
    private final ExportClient export = new ExportClient(work, records.audit(), people.clock());

    @BeforeEach
    void start() {
        new StartSession(work, people.clock()).by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
    }

    private Id<Mark> hears(Actor who, String words) {
        Tap tap = Tap.memory(Id.random(), people.clock().instant(), new ProcessNote(new PrivateText(words)));
        new MarkMoment(work, people.clock()).by(who, ann, new MarkMoment.Command(session, tap));
        return tap.id();
    }

    private ReleaseProcessNote.Command of(Id<Mark> note) {
        return new ReleaseProcessNote.Command(Id.random(), ann, session, note);
    }

    private List<String> leaving() {
        return export.by(KEY_HOLDER, ann).released().stream()
                .map(note -> note.said().words().value())
                .toList();
    }

    @Test
    void note_leavesByNoExport_untilItsAuthorSaysSo_andNoMoreOnceTheyTakeItBack() {
        Id<Mark> voice = hears(by(sam), "a voice");
        hears(by(sam), "a door");
        assertThat(leaving()).isEmpty();

        ReleaseProcessNote.Command wanted = of(voice);
        Answer<NoteRelease> answer = release.by(by(sam), wanted);
        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(release.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(release.by(by(sam), of(voice))).isInstanceOf(Answer.Again.class);
        assertThat(records.noteReleases().list(ann)).hasSize(1);
        assertThat(leaving()).containsExactly("a voice");
        ReleasedNote left = export.by(by(owner), ann).released().getFirst();
        assertThat(left.author()).isEqualTo(sam.id());
        assertThat(left.note()).isEqualTo(voice);
        assertThat(export.by(by(owner), ann).staff())
                .extracting(StaffMember::account)
                .contains(sam.id());
        assertThat(new ApiReading(work, records.audit(), people.clock())
                        .file(by(sam), ann)
                        .file()
                        .released())
                .containsExactly(left);

        assertThat(release.takeBack(by(sam), of(voice))).isInstanceOf(Answer.Done.class);
        assertThat(release.takeBack(by(sam), of(voice))).isInstanceOf(Answer.Again.class);
        assertThat(leaving()).isEmpty();
        assertThat(release.by(by(sam), of(voice))).isInstanceOf(Answer.Done.class);
        assertThat(leaving()).containsExactly("a voice");
    }

    /** Who, what, of whom, when and which: the key of the deed is the release, which names the note. */
    @Test
    void release_standsInTheAccount_andLeadsToItsNote() {
        Id<Mark> voice = hears(by(sam), "a voice");
        ReleaseProcessNote.Command wanted = of(voice);
        release.by(by(sam), wanted);
        release.takeBack(by(sam), of(voice));

        List<AuditEntry> said = records.audit().listOf(ann).stream()
                .filter(entry -> entry.act() == Act.RELEASE_PROCESS_NOTE || entry.act() == Act.TAKE_BACK_PROCESS_NOTE)
                .toList();
        assertThat(said)
                .extracting(AuditEntry::act)
                .containsExactly(Act.RELEASE_PROCESS_NOTE, Act.TAKE_BACK_PROCESS_NOTE);
        assertThat(said).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(by(sam));
            assertThat(records.noteReleases().list(ann).stream()
                            .filter(each -> Optional.<Id<?>>of(each.id()).equals(entry.key()))
                            .map(NoteRelease::note))
                    .containsExactly(voice);
        });
        assertThat(said.getFirst().key()).contains(wanted.key());
    }

    @Test
    void note_isLetGoByNobodyButItsAuthor_theOwnerAndWhoeverHoldsTheKeyIncluded() {
        Id<Mark> voice = hears(by(sam), "a voice");
        new ShareClient(work).by(by(sam), new ShareClient.Command(Id.random(), ann, kim.id()));
        for (Actor other : List.of(by(owner), by(kim), KEY_HOLDER, Actor.program(Actor.ProgramPart.DEMO))) {
            assertThatThrownBy(() -> release.by(other, of(voice)))
                    .as(other.toString())
                    .isInstanceOf(NotAllowed.class);
        }
        release.by(by(sam), of(voice));
        assertThatThrownBy(() -> release.takeBack(by(owner), of(voice))).isInstanceOf(NotAllowed.class);
        assertThat(reading.withNotes(by(owner), session).own()).isEmpty();
        assertThat(reading.withNotes(by(owner), session).leaving()).isEmpty();
        assertThat(reading.withNotes(by(sam), session).leaving()).containsOnlyKeys(voice);
    }

    @Test
    void note_ofNobodyKnown_isNobodysToLetGo() {
        Id<Mark> old = hears(Actor.program(Actor.ProgramPart.DEMO), "of old");
        assertThatThrownBy(() -> release.by(by(sam), of(old))).isInstanceOf(NotAllowed.class);
        assertThat(reading.withNotes(by(sam), session).own()).isEmpty();
        assertThatThrownBy(() -> release.by(by(sam), of(Id.random()))).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void note_whoseMarkWasTakenBack_staysHere() {
        Id<Mark> voice = hears(by(sam), "a voice");
        assertThatThrownBy(() -> release.takeBack(by(sam), of(voice))).isInstanceOf(NoSuchRecord.class);
        release.by(by(sam), of(voice));
        Tap undo = Tap.of(Id.random(), people.clock().instant(), new Moment.Undone(voice));
        new MarkMoment(work, people.clock()).by(by(sam), ann, new MarkMoment.Command(session, undo));
        assertThat(leaving()).isEmpty();
        assertThatThrownBy(() -> release.by(by(sam), of(voice))).isInstanceOf(NoSuchRecord.class);
    }

    /** Nothing leaves that its author could not take back. */
    @Test
    void note_restsWhileItsAuthorReachesNobody() {
        Id<Mark> voice = hears(by(sam), "a voice");
        release.by(by(sam), of(voice));
        handOver(kim);
        assertThat(leaving()).isEmpty();
        assertThatThrownBy(() -> release.takeBack(by(sam), of(voice))).isInstanceOf(NotAllowed.class);
        new OpenInEmergency(work, people.clock(), OpenInEmergency.HowLong.USUAL)
                .by(by(sam), new OpenInEmergency.Command(Id.random(), ann, new PrivateText("she rang")));
        assertThat(leaving()).isEmpty();
        handOver(sam);
        assertThat(leaving()).containsExactly("a voice");
        records.accounts()
                .update(records.accounts()
                        .find(sam.id())
                        .orElseThrow()
                        .ended(people.clock().instant()));
        assertThat(leaving()).isEmpty();
    }

    private void handOver(Account to) {
        new HandOverClient(work).by(by(owner), new HandOverClient.Command(Id.random(), ann, to.id()));
    }

    /** What one is asked for says nothing of the other: the copy goes to whose words they are. */
    @Test
    void clientsCopy_asksForItself() {
        Id<Mark> voice = hears(by(sam), "a voice");
        Id<Mark> door = hears(by(sam), "a door");
        release.by(by(sam), of(voice));
        CopyClient copy = new CopyClient(work, records.audit(), people.clock());
        assertThat(copy.by(by(sam), ann, false).notes()).isEmpty();
        assertThat(copy.by(by(sam), ann, true).notes())
                .isEqualTo(Map.of(
                        voice, new ProcessNote(new PrivateText("a voice")),
                        door, new ProcessNote(new PrivateText("a door"))));
        assertThat(leaving()).containsExactly("a voice");
    }
}
