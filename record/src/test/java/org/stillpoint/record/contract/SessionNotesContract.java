package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteCopy;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.NoteStrike;
import org.stillpoint.record.note.OtherRecord;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.session.EndedSession;

/** What every keeping does with the notes of sessions. */
public interface SessionNotesContract extends Practice {

    private SessionNote noteOf(Client client) {
        EndedSession ended = end(startSession(client));
        SessionNote note = SessionNote.of(ended, now());
        records().sessionNotes().add(note);
        clock().pass(Duration.ofMinutes(1));
        return note;
    }

    private SignedAs sam() {
        return new SignedAs(Id.random(), new SignInName("sam"), now());
    }

    private NoteSignature signature(boolean locks) {
        return NoteSignature.under(
                List.of(
                        new NoteLine(
                                NotePart.OBJECTIVE,
                                new PrivateText("Neck, left: softening."),
                                List.of(new NoteSource(NoteSource.SourceKind.MARK, Id.random()))),
                        new NoteLine(NotePart.PLAN, new PrivateText("Rest."), List.of())),
                sam(),
                locks);
    }

    @Test
    default void note_withAllThatIsAddedToIt_isReadAsItWasKept() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        SessionNote note = noteOf(ann);
        records().sessionNotes().add(note);
        NoteDraft typed = new NoteDraft(
                Map.of("O.distress", PrivateText.NONE),
                Map.of(NotePart.ASSESSMENT, new PrivateText("calmer\nand warm")));
        SessionNote written = records().sessionNotes().update(note.written(typed, now()));
        SessionNote once = records().sessionNotes().update(written.signed(signature(false)));
        assertThat(once.isToSign()).isTrue();
        SessionNote locked = records().sessionNotes().update(once.signed(signature(true)));
        SessionNote amended = records()
                .sessionNotes()
                .update(locked.amended(new PrivateText("It was the right side."), new PrivateText("a slip"), sam()));
        OtherRecord copy = new OtherRecord(bea.id(), Id.random());
        SessionNote struck = records()
                .sessionNotes()
                .update(amended.struckOut(new NoteStrike(new PrivateText("not hers"), sam(), Optional.of(copy))));
        SessionNote moved = amended.copiedTo(
                bea.id(),
                copy.note(),
                Map.of(NotePart.PLAN, new PrivateText("Rest.")),
                new NoteCopy(new OtherRecord(ann.id(), note.id()), new PrivateText("hers"), sam()));
        records().sessionNotes().add(moved);
        reopen();
        assertThat(records().sessionNotes().get(ann.id(), note.id())).isEqualTo(struck);
        assertThat(records().sessionNotes().list(ann.id())).containsExactly(struck);
        assertThat(records().sessionNotes().list(bea.id())).containsExactly(moved);
        assertThat(records().sessionNotes().find(bea.id(), note.id())).isEmpty();
        assertThat(struck.signatures()).hasSize(2);
        assertThat(struck.toString()).doesNotContain("right side");
    }

    @Test
    default void notesToSign_areThoseThatWait_andNoneOfASessionThatGoesOn() {
        Client ann = addClient("Ann");
        SessionNote first = noteOf(ann);
        SessionNote second = noteOf(addClient("Bea"));
        assertThat(records().sessionNotes().listToSign(9)).containsExactly(first, second);
        assertThat(records().sessionNotes().listToSign(1)).containsExactly(first);
        EndedSession held = (EndedSession)
                records().sessions().get(ann.id(), first.session().orElseThrow());
        records().sessions().keep(held.goOn(now()));
        assertThat(records().sessionNotes().listToSign(9)).containsExactly(second);
        records().sessions().keep(held);
        assertThat(records().sessionNotes().isLocked(ann.id(), held.id())).isFalse();
        SessionNote locked = records().sessionNotes().update(first.signed(signature(true)));
        assertThat(records().sessionNotes().isLocked(ann.id(), held.id())).isTrue();
        assertThat(records().sessionNotes().listToSign(9)).containsExactly(second);
        records()
                .sessionNotes()
                .update(locked.struckOut(new NoteStrike(new PrivateText("not hers"), sam(), Optional.empty())));
        assertThat(records().sessionNotes().isLocked(ann.id(), held.id())).isFalse();
        assertThat(records().sessionNotes().listOf(ann.id(), held.id())).hasSize(1);
    }

    @Test
    default void note_ofAnothersSession_stale_orUnderAnId_isRefused_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        SessionNote note = noteOf(ann);
        SessionNote anothers = new SessionNote(
                Id.random(),
                bea.id(),
                note.session(),
                note.heldAt(),
                NoteDraft.NONE,
                now(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Version.FIRST);
        assertThatThrownBy(() -> records().sessionNotes().add(anothers)).isInstanceOf(NoSuchRecord.class);
        NoteDraft typed = new NoteDraft(Map.of(), Map.of(NotePart.PLAN, new PrivateText("Rest.")));
        SessionNote written = records().sessionNotes().update(note.written(typed, now()));
        assertThatThrownBy(() -> records().sessionNotes().add(note.written(NoteDraft.NONE, now())))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().sessionNotes().update(note.written(typed, now())))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().sessionNotes().remove(ann.id(), note.id(), note.version()))
                .isInstanceOf(StaleRecord.class);
        records().sessionNotes().remove(ann.id(), note.id(), written.version());
        assertThat(records().sessionNotes().list(ann.id())).isEmpty();
        records().sessionNotes().add(note);
        records().clients().erase(ann.id());
        assertThat(records().sessionNotes().listToSign(9)).isEmpty();
    }
}
