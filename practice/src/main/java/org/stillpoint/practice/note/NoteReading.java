package org.stillpoint.practice.note;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.practice.session.AroundSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.NoteDraft;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One note, and those that wait to be signed. */
public final class NoteReading {
    /** Own choice, 2026: as many as one goes through; the others come after these. */
    public static final int MOST = 200;

    /**
     * One note, with what it is drafted from.
     *
     * @param session empty where it was moved here from another client's record
     */
    public record NoteView(Client client, SessionNote note, Optional<NotedSession> session) {}

    /** A session that has ended, with what stands before and after it. */
    public record NotedSession(EndedSession session, AroundSession around) {}

    /** A note that waits to be signed. */
    public record NoteToSign(Client client, SessionNote note) {}

    private final UnitOfWork work;
    private final Clock clock;

    public NoteReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws NoSuchRecord if this client has no such note */
    public NoteView by(Actor actor, Id<Client> client, Id<SessionNote> id) {
        return work.read(
                actor,
                Act.SEE_NOTE,
                Optional.of(client),
                records -> view(records, records.sessionNotes().get(client, id)));
    }

    /**
     * The note of a session that is not struck out; one into which nobody has typed where there is none.
     *
     * @param as its id then
     * @throws NoSuchRecord if this client has no such session, or it goes on
     */
    public NoteView ofSession(Actor actor, Id<Client> client, Id<Session> session, Id<SessionNote> as) {
        return work.read(actor, Act.SEE_NOTE, Optional.of(client), records -> {
            EndedSession ended = ended(records, client, session);
            return view(
                    records,
                    records.sessionNotes()
                            .findStanding(client, session)
                            .orElseGet(() -> SessionNote.begun(as, ended, NoteDraft.NONE, clock.instant())));
        });
    }

    private NoteView view(Records records, SessionNote note) {
        return new NoteView(
                records.clients().get(note.client()), note, note.session().map(session -> {
                    EndedSession ended = ended(records, note.client(), session);
                    return new NotedSession(ended, AroundSession.of(records, ended, clock.instant()));
                }));
    }

    private static EndedSession ended(Records records, Id<Client> client, Id<Session> session) {
        if (records.sessions().get(client, session) instanceof EndedSession ended) {
            return ended;
        }
        throw new NoSuchRecord("ended session", session);
    }

    /** Those of the clients whom the actor sees, the session held first first; {@value #MOST} at most. */
    public List<NoteToSign> toSign(Actor actor) {
        return work.read(actor, Act.SEE_NOTES_TO_SIGN, Optional.empty(), records -> toSign(records, MOST));
    }

    /** The same within a reading: whatever shows them asks here. */
    public static List<NoteToSign> toSign(Records records, int atMost) {
        List<SessionNote> notes = records.sessionNotes().listToSign(atMost);
        Map<Id<Client>, Client> clients =
                new HashMap<>(records
                        .today()
                        .list(notes.stream().map(SessionNote::client).distinct().toList())
                        .stream()
                        .map(Standing::client)
                        .collect(Collectors.toMap(Client::id, client -> client)));
        return notes.stream()
                .filter(note -> clients.containsKey(note.client()))
                .map(note -> new NoteToSign(Objects.requireNonNull(clients.get(note.client())), note))
                .toList();
    }
}
