package org.stillpoint.practice.note;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteLine;
import org.stillpoint.record.note.NoteSignature;
import org.stillpoint.record.note.NoteSource;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * The note of a session is signed, by the account that acts and in its name: as it was read, or not at all. That whoever signs has shown
 * again who they are is asked at the door.
 */
public final class SignSessionNote {

    /**
     * @param key made with the page
     * @param seen the version of the note that was read
     * @param marks how many marks the session had as it was read, those that count no more included; 0 without a session
     * @param lines the text as it was read
     * @param locks whether the note is locked by it; else somebody else signs too
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<SessionNote> note,
            Version seen,
            int marks,
            List<NoteLine> lines,
            boolean locks) {}

    private final UnitOfWork work;
    private final Clock clock;

    public SignSessionNote(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the note; {@link Answer.Changed} where the note or the marks of its session are not as they were read.
     *
     * @throws BadValue if a line tells a mark that the session has not, or the actor has no account
     */
    public Answer<SessionNote> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SIGN_NOTE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(sign(records, actor, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(actor, Act.SEE_NOTE, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private SessionNote sign(Records records, Actor actor, Command wanted) {
        SessionNote note = kept(records, wanted);
        if (wanted.lines().isEmpty()) {
            throw new Refused(Rule.NOTHING_TO_SIGN, note.id());
        }
        note.session()
                .map(session -> records.sessions().get(wanted.client(), session))
                .ifPresent(session -> requireAsRead(session, wanted));
        NoteSignature signature =
                NoteSignature.under(wanted.lines(), Signers.of(records, actor, clock.instant()), wanted.locks());
        return records.sessionNotes().update(note.signed(signature).seenAt(wanted.seen()));
    }

    private static void requireAsRead(Session session, Command wanted) {
        if (session instanceof OpenSession) {
            throw new Refused(Rule.SESSION_IS_OPEN, session.id());
        }
        if (session.marks().size() != wanted.marks()) {
            throw new StaleRecord(wanted.note(), wanted.seen(), wanted.seen());
        }
        for (NoteLine line : wanted.lines()) {
            for (NoteSource source : line.sources()) {
                if (source.kind() == NoteSource.SourceKind.MARK
                        && session.findMark(new Id<>(source.id().value())).isEmpty()) {
                    throw new BadValue("mark", "of another session", "a mark of the session that is noted");
                }
            }
        }
    }

    private static SessionNote kept(Records records, Command wanted) {
        return records.sessionNotes().get(wanted.client(), wanted.note());
    }
}
