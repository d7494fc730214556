package org.stillpoint.practice.note;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The author changes their own note, or gives it to the client with their copy; how it stood before stays. */
public final class ChangeOwnNote {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     * @param text not blank
     * @param released whether the client gets it with their copy
     */
    public record Command(
            Id<Deed> key, Id<Client> client, Id<OwnNote> note, Version seen, PrivateText text, boolean released) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeOwnNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @throws NoSuchRecord if the actor wrote no such note
     * @throws BadValue if there is no text
     */
    public Answer<Id<OwnNote>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_OWN_NOTE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            OwnNote kept = records.ownNotes()
                                    .find(wanted.client(), OwnNoteReading.author(actor), wanted.note())
                                    .orElseThrow(() -> new NoSuchRecord("note", wanted.note()));
                            records.ownNotes()
                                    .update(kept.with(wanted.text(), clock.instant())
                                            .released(wanted.released())
                                            .seenAt(wanted.seen()));
                            return new Answer.Done<>(wanted.note());
                        },
                        records -> new Answer.Again<>(wanted.note())),
                wanted::note);
    }
}
