package org.stillpoint.web.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.words.Message;
import org.stillpoint.words.NoteReleaseWords;
import org.stillpoint.words.Speaker;

/**
 * A process note, as listed to whoever may open it.
 *
 * @param id of its mark
 * @param clock minutes and seconds since the start
 * @param words what was said
 * @param address where its author says whether it may leave; empty where the reader is not its author
 * @param mayLeave since when it may; empty where it stays
 */
public record ProcessNoteRow(String id, String clock, String words, String address, Optional<Message> mayLeave) {

    /** Those whose marks stand, in order. */
    static List<ProcessNoteRow> all(SessionReading.WithNotes read, Speaker speaker) {
        return read.seen().session().standingMarks().stream()
                .flatMap(mark ->
                        Optional.ofNullable(read.notes().get(mark.id()))
                                .map(note -> of(read, mark, note, speaker))
                                .stream())
                .toList();
    }

    private static ProcessNoteRow of(SessionReading.WithNotes read, Mark mark, ProcessNote note, Speaker speaker) {
        Session session = read.seen().session();
        boolean own = read.own().contains(mark.id());
        return new ProcessNoteRow(
                mark.id().toString(),
                speaker.clock(Duration.between(session.startedAt(), mark.tappedAt())),
                note.words().value(),
                own ? "/sessions/" + session.id() + "/process-notes/" + mark.id() : "",
                Optional.ofNullable(read.leaving().get(mark.id()))
                        .map(NoteRelease::at)
                        .map(at -> new NoteReleaseWords.MayLeave(speaker.day(at))));
    }
}
