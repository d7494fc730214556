package org.stillpoint.practice.note;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A therapist notes something of a session for themselves. */
public final class WriteOwnNote {

    /**
     * @param id made with the page
     * @param text not blank
     */
    public record Command(Id<OwnNote> id, Id<Client> client, Id<Session> session, PrivateText text) {}

    private final UnitOfWork work;
    private final Clock clock;

    public WriteOwnNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws BadValue if there is no text, or the actor has no account that it could be kept for */
    public Answer<Id<OwnNote>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.WRITE_OWN_NOTE, wanted.id(), wanted.client(), wanted),
                        records -> {
                            records.ownNotes()
                                    .add(OwnNote.written(
                                            wanted.id(),
                                            wanted.client(),
                                            wanted.session(),
                                            OwnNoteReading.author(actor),
                                            wanted.text(),
                                            clock.instant()));
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }
}
