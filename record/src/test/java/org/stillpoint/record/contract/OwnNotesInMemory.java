package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.note.OwnNotes;
import org.stillpoint.record.session.Session;

/** The therapists' own notes, in memory. */
final class OwnNotesInMemory implements OwnNotes {
    private static final Comparator<OwnNote> IN_TIME =
            Comparator.comparing(OwnNote::writtenAt).thenComparing(OwnNote::id);

    private final OfAClient<OwnNote> notes;
    private final SessionsInMemory sessions;

    OwnNotesInMemory(Memory memory, ClientsInMemory clients, SessionsInMemory sessions) {
        this.sessions = sessions;
        notes = new OfAClient<>(
                "note", memory, clients, OwnNote::id, OwnNote::client, OwnNote::version, OwnNote::seenAt);
    }

    @Override
    public void add(OwnNote note) {
        sessions.head(note.client(), note.session());
        notes.add(note, OwnNote::equals);
    }

    @Override
    public Optional<OwnNote> find(Id<Client> client, Id<Account> author, Id<OwnNote> id) {
        return notes.find(client, id).filter(note -> note.author().equals(author));
    }

    @Override
    public boolean isAny(Id<Client> client, Id<Session> session) {
        return notes.list(client, IN_TIME).stream()
                .anyMatch(note -> note.session().equals(session));
    }

    @Override
    public List<OwnNote> list(Id<Client> client, Id<Account> author) {
        return notes.list(client, IN_TIME).stream()
                .filter(note -> note.author().equals(author))
                .toList();
    }

    @Override
    public List<OwnNote> listReleased(Id<Client> client) {
        return notes.list(client, IN_TIME).stream().filter(OwnNote::released).toList();
    }

    @Override
    public OwnNote update(OwnNote changed) {
        return notes.replace(changed, (kept, wanted) -> {
            if (!kept.author().equals(wanted.author()) || !kept.session().equals(wanted.session())) {
                throw new NoSuchRecord("note", wanted.id());
            }
            return wanted;
        });
    }
}
