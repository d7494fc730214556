package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SessionNotes;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The notes of the sessions; those to be signed are found by what stands in the clear. */
final class StoredSessionNotes implements SessionNotes {
    private static final Comparator<SessionNote> IN_TIME = Comparator.comparing(SessionNote::heldAt)
            .thenComparing(SessionNote::writtenAt)
            .thenComparing(SessionNote::id);

    /** The session of a note, where it goes on: looked up note by note, as many sessions may go on. */
    private static final Select<?> ITS_OPEN_SESSION = DSL.selectOne()
            .from(Tables.SESSION)
            .where(DSL.field(DSL.name("session", "id"), SQLDataType.VARCHAR).eq(Tables.SESSION_ID))
            .and(DSL.field(DSL.name("session", "is_open"), SQLDataType.INTEGER).eq(DSL.inline(1)));

    private final Database database;
    private final Shelf<SessionNote> shelf;
    private final SeenRows<SessionNote> seen;

    StoredSessionNotes(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        this.database = database;
        shelf = new Shelf<>(database, keys, new SessionNoteForm());
        seen = new SeenRows<>(database, care, keeping, shelf, Tables.SESSION_NOTE, IN_TIME);
    }

    @Override
    public void add(SessionNote note) {
        shelf.add(
                note,
                SessionNote::equals,
                transaction -> note.session()
                        .ifPresent(session -> StoredSessions.requireSession(transaction, note.client(), session)));
    }

    @Override
    public Optional<SessionNote> find(Id<Client> client, Id<SessionNote> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<SessionNote> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<SessionNote> listOf(Id<Client> client, Id<Session> session) {
        return shelf.list(List.of(client), Tables.SESSION_ID.eq(session.toString()), IN_TIME);
    }

    @Override
    public boolean isLocked(Id<Client> client, Id<Session> session) {
        return database.read(transaction -> transaction.fetchExists(
                Tables.SESSION_NOTE,
                Tables.CLIENT_ID
                        .eq(client.toString())
                        .and(Tables.SESSION_ID.eq(session.toString()))
                        .and(Tables.IS_LOCKED.eq(1))));
    }

    @Override
    public List<SessionNote> listToSign(int atMost) {
        return seen.list(Tables.IS_OPEN.eq(DSL.inline(1)).andNotExists(ITS_OPEN_SESSION), atMost);
    }

    @Override
    public SessionNote update(SessionNote changed) {
        return shelf.replace(changed, (kept, wanted) -> {
            if (!kept.session().equals(wanted.session())) {
                throw new NoSuchRecord("note", wanted.id());
            }
            return wanted;
        });
    }

    @Override
    public void remove(Id<Client> client, Id<SessionNote> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    private static final class SessionNoteForm implements RecordForm<SessionNote> {
        @Override
        public Table<Record> table() {
            return Tables.SESSION_NOTE;
        }

        @Override
        public String noun() {
            return "note";
        }

        @Override
        public Id<SessionNote> id(SessionNote note) {
            return note.id();
        }

        @Override
        public Id<Client> client(SessionNote note) {
            return note.client();
        }

        @Override
        public Version version(SessionNote note) {
            return note.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.SESSION_ID, Tables.AT, Tables.IS_OPEN, Tables.IS_LOCKED);
        }

        @Override
        public List<@Nullable Object> clear(SessionNote note) {
            List<@Nullable Object> clear = new ArrayList<>();
            clear.add(note.session().map(Id::toString).orElse(null));
            clear.add(note.heldAt().toEpochMilli());
            clear.add(note.isToSign() ? 1 : 0);
            clear.add(note.isLocked() && !note.isStruckOut() ? 1 : 0);
            return clear;
        }

        @Override
        public ObjectNode write(SessionNote note) {
            return NoteJson.write(note);
        }

        @Override
        public SessionNote read(Record row, JsonNode content) {
            return NoteJson.read(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Optional.ofNullable(row.get(Tables.SESSION_ID)).map(Id::of),
                    RecordForm.versionIn(row),
                    content);
        }
    }
}
