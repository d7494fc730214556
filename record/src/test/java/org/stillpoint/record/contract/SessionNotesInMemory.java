package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SessionNotes;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;

/** The notes of the sessions, in memory. */
final class SessionNotesInMemory implements SessionNotes {
    private static final Comparator<SessionNote> IN_TIME = Comparator.comparing(SessionNote::heldAt)
            .thenComparing(SessionNote::writtenAt)
            .thenComparing(SessionNote::id);

    private final OfAClient<SessionNote> notes;
    private final SessionsInMemory sessions;
    private final CareInMemory care;

    SessionNotesInMemory(Memory memory, ClientsInMemory clients, SessionsInMemory sessions, CareInMemory care) {
        this.sessions = sessions;
        this.care = care;
        notes = new OfAClient<>(
                "note",
                memory,
                clients,
                SessionNote::id,
                SessionNote::client,
                SessionNote::version,
                SessionNote::seenAt);
    }

    @Override
    public void add(SessionNote note) {
        note.session().ifPresent(session -> sessions.head(note.client(), session));
        notes.add(note, SessionNote::equals);
    }

    @Override
    public Optional<SessionNote> find(Id<Client> client, Id<SessionNote> id) {
        return notes.find(client, id);
    }

    @Override
    public List<SessionNote> list(Id<Client> client) {
        return notes.list(client, IN_TIME);
    }

    @Override
    public List<SessionNote> listOf(Id<Client> client, Id<Session> session) {
        return list(client).stream()
                .filter(note -> note.session().equals(Optional.of(session)))
                .toList();
    }

    @Override
    public boolean isLocked(Id<Client> client, Id<Session> session) {
        return listOf(client, session).stream().anyMatch(note -> note.isLocked() && !note.isStruckOut());
    }

    @Override
    public List<SessionNote> listToSign(int atMost) {
        return notes.listAll(IN_TIME).stream()
                .filter(SessionNote::isToSign)
                .filter(note -> care.isSeen(note.client()))
                .filter(note -> note.session()
                        .map(session -> !(sessions.head(note.client(), session) instanceof OpenSession))
                        .orElse(true))
                .limit(atMost)
                .toList();
    }

    @Override
    public SessionNote update(SessionNote changed) {
        return notes.replace(changed, (kept, wanted) -> {
            if (!kept.session().equals(wanted.session())) {
                throw new NoSuchRecord("note", wanted.id());
            }
            return wanted;
        });
    }

    @Override
    public void remove(Id<Client> client, Id<SessionNote> id, Version seen) {
        notes.remove(client, id, seen);
    }
}
