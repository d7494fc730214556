package org.stillpoint.practice.note;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What was typed into the note of a session is kept, as often as it is typed. The first note of a session from before notes begins with it. */
public final class WriteSessionNote {

    /**
     * @param key made for this once
     * @param client whose
     * @param note which; of a session that has none yet, an id made with the page
     * @param session which it is of; empty for one that was moved here
     * @param seen the version that was seen; the first where there was none
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<SessionNote> note,
            Optional<Id<Session>> session,
            Version seen,
            NoteDraft draft) {}

    private final UnitOfWork work;
    private final Clock clock;

    public WriteSessionNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the note; {@link Answer.Changed} where somebody else has written since it was seen.
     *
     * @throws org.stillpoint.record.NoSuchRecord if this client has no such note and no such session
     */
    public Answer<SessionNote> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.WRITE_NOTE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(write(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(actor, Act.SEE_NOTE, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private SessionNote write(Records records, Command wanted) {
        Optional<SessionNote> standing = standing(records, wanted);
        if (standing.isPresent()) {
            if (!standing.get().id().equals(wanted.note())) {
                throw new StaleRecord(
                        wanted.note(), wanted.seen(), standing.get().version());
            }
            return records.sessionNotes()
                    .update(standing.get()
                            .written(wanted.draft(), clock.instant())
                            .seenAt(wanted.seen()));
        }
        Session session =
                records.sessions().head(wanted.client(), wanted.session().orElseThrow());
        if (session instanceof OpenSession) {
            throw new Refused(Rule.SESSION_IS_OPEN, session.id());
        }
        SessionNote begun = SessionNote.begun(wanted.note(), session, wanted.draft(), clock.instant());
        records.sessionNotes().add(begun);
        return begun;
    }

    private static SessionNote kept(Records records, Command wanted) {
        return standing(records, wanted).orElseGet(() -> records.sessionNotes().get(wanted.client(), wanted.note()));
    }

    /** The note of this session that is not struck out, or the one that was moved here. */
    private static Optional<SessionNote> standing(Records records, Command wanted) {
        return wanted.session().isPresent()
                ? records.sessionNotes()
                        .findStanding(wanted.client(), wanted.session().get())
                : Optional.of(records.sessionNotes().get(wanted.client(), wanted.note()));
    }
}
