package org.stillpoint.practice.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client's sessions, a page of them: the marks of those alone that it shows are read. */
public final class SessionListReading {

    /** Own choice, 2026: what one page of sessions holds. */
    public static final int AT_ONCE = 20;

    /**
     * One session.
     *
     * @param length empty where it goes on
     * @param facts what was marked
     * @param note how far its note is; empty where it goes on
     */
    public record ListedSession(
            Id<Session> id,
            Instant startedAt,
            Optional<Duration> length,
            SessionFacts facts,
            Optional<NoteProgress> note) {}

    /** How far the note of a session that has ended is. */
    public enum NoteProgress {
        SIGNED,
        /** Somebody has typed, or signed as the first of two. */
        DRAFTED,
        /** Nobody has typed anything. */
        MISSING;

        static NoteProgress of(Optional<SessionNote> standing) {
            if (standing.isEmpty()) {
                return MISSING;
            }
            SessionNote note = standing.get();
            if (note.isLocked()) {
                return SIGNED;
            }
            return note.draft().isEmpty() && note.signatures().isEmpty() ? MISSING : DRAFTED;
        }
    }

    /**
     * @param running the one that goes on
     * @param held the others of this page, the newest first
     * @param all how many were held
     * @param moved notes that were moved here from another client's record
     */
    public record SessionList(
            Client client,
            Optional<ListedSession> running,
            List<ListedSession> held,
            int all,
            List<SessionNote> moved) {}

    private final UnitOfWork work;

    public SessionListReading(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param page from 1
     * @throws BadValue if it is no page
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public SessionList by(Actor actor, Id<Client> client, int page) {
        if (page < 1 || page > Integer.MAX_VALUE / AT_ONCE) {
            throw new BadValue("page", String.valueOf(page), "from 1");
        }
        return work.read(actor, Act.SEE_SESSIONS, Optional.of(client), records -> {
            List<Session> ended = records.sessions().heads(client).reversed().stream()
                    .filter(EndedSession.class::isInstance)
                    .toList();
            List<SessionNote> notes = records.sessionNotes().list(client);
            return new SessionList(
                    records.clients().get(client),
                    records.sessions().findOpen(client).map(open -> told(open, Optional.empty())),
                    ended.stream()
                            .skip((long) (page - 1) * AT_ONCE)
                            .limit(AT_ONCE)
                            .map(head -> told(whole(records, head), Optional.of(progress(notes, head))))
                            .toList(),
                    ended.size(),
                    notes.stream().filter(note -> note.session().isEmpty()).toList());
        });
    }

    private static Session whole(Records records, Session head) {
        return records.sessions().get(head.client(), head.id());
    }

    private static NoteProgress progress(List<SessionNote> notes, Session session) {
        return NoteProgress.of(notes.stream()
                .filter(note -> note.session().equals(Optional.of(session.id())) && !note.isStruckOut())
                .findFirst());
    }

    private static ListedSession told(Session session, Optional<NoteProgress> note) {
        return new ListedSession(
                session.id(),
                session.startedAt(),
                switch (session) {
                    case EndedSession ended -> Optional.of(ended.length());
                    case OpenSession open -> Optional.empty();
                },
                SessionFacts.of(session),
                note);
    }
}
