package org.stillpoint.record.note;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** The notes of the sessions. */
public interface SessionNotes {

    /**
     * Adds a note; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if this client has no such session
     * @throws AlreadyThere if another is kept under this id
     */
    void add(SessionNote note);

    /** The note under this id, where it is this client's. */
    Optional<SessionNote> find(Id<Client> client, Id<SessionNote> id);

    /**
     * The note under this id.
     *
     * @throws NoSuchRecord if this client has no such note
     */
    default SessionNote get(Id<Client> client, Id<SessionNote> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("note", id));
    }

    /** The client's notes, by when their sessions were held; struck-out ones too. */
    List<SessionNote> list(Id<Client> client);

    /** The notes of one session: at most one that is not struck out, and those that are; the earliest written first. */
    List<SessionNote> listOf(Id<Client> client, Id<Session> session);

    /** The note of this session that is not struck out. */
    default Optional<SessionNote> findStanding(Id<Client> client, Id<Session> session) {
        return listOf(client, session).stream()
                .filter(note -> !note.isStruckOut())
                .findFirst();
    }

    /** Whether a note of this session is signed, locked and not struck out; none is read. */
    boolean isLocked(Id<Client> client, Id<Session> session);

    /**
     * The notes that wait to be signed, of clients in sight, but those of sessions that go on; by when their sessions were held.
     *
     * @param atMost how many
     */
    List<SessionNote> listToSign(int atMost);

    /**
     * Replaces a note; its session is never another.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    SessionNote update(SessionNote changed);

    /**
     * Takes out a note into which nobody has typed: its session is voided.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    void remove(Id<Client> client, Id<SessionNote> id, Version seen);
}
