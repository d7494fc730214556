package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SessionNotes;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Sight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The notes of the sessions; those to be signed are found by what stands in the clear. */
final class StoredSessionNotes implements SessionNotes {
    private static final int AT_ONCE = 500; // below every database's bound on parameters
    private static final Comparator<SessionNote> IN_TIME = Comparator.comparing(SessionNote::heldAt)
            .thenComparing(SessionNote::writtenAt)
            .thenComparing(SessionNote::id);
    private static final Comparator<Record3<String, String, Long>> ROWS_IN_TIME = Comparator.comparing(
                    (Record3<String, String, Long> row) -> row.value3())
            .thenComparing(row -> row.value1());

    private final Database database;
    private final StoredCare care;
    private final StoredKeeping keeping;
    private final Shelf<SessionNote> shelf;

    StoredSessionNotes(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        this.database = database;
        this.care = care;
        this.keeping = keeping;
        shelf = new Shelf<>(database, keys, new SessionNoteForm());
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
        Condition waits = Tables.IS_OPEN
                .eq(DSL.inline(1))
                .and(Tables.SESSION_ID
                        .isNull()
                        .or(Tables.SESSION_ID.notIn(
                                DSL.select(Tables.ID).from(Tables.SESSION).where(Tables.IS_OPEN.eq(DSL.inline(1))))));
        return database.read(transaction -> {
            List<Record3<String, String, Long>> rows =
                    switch (database.sight()) {
                        case Sight.Nobody nobody -> List.of();
                        case Sight.Everyone everyone -> rows(transaction, waits, atMost);
                        case Sight.OwnClients own -> {
                            List<Record3<String, String, Long>> all = new ArrayList<>(rows(
                                    transaction,
                                    waits.and(Tables.CLIENT_ID.in(DSL.select(Tables.ID)
                                            .from(Tables.CLIENT)
                                            .where(Tables.THERAPIST_ID.eq(
                                                    own.account().toString())))),
                                    atMost));
                            List<String> lent = care.listLent(transaction, own.account());
                            for (int first = 0; first < lent.size(); first += AT_ONCE) {
                                List<String> some = lent.subList(first, Math.min(first + AT_ONCE, lent.size()));
                                all.addAll(rows(transaction, waits.and(Tables.CLIENT_ID.in(some)), atMost));
                            }
                            yield all.stream()
                                    .sorted(ROWS_IN_TIME)
                                    .limit(atMost)
                                    .toList();
                        }
                    };
            return read(rows);
        });
    }

    private static List<Record3<String, String, Long>> rows(DSLContext transaction, Condition which, int atMost) {
        return transaction
                .select(Tables.ID, Tables.CLIENT_ID, Tables.AT)
                .from(Tables.SESSION_NOTE)
                .where(which)
                .orderBy(Tables.AT, Tables.ID)
                .limit(atMost)
                .fetch();
    }

    /** Asked at once; where one cannot be read, one by one, so that it hides no other. */
    private List<SessionNote> read(List<Record3<String, String, Long>> rows) {
        List<SessionNote> found = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += AT_ONCE) {
            List<Record3<String, String, Long>> some = rows.subList(first, Math.min(first + AT_ONCE, rows.size()));
            try {
                found.addAll(read(
                        some.stream().map(Record3::value1).toList(),
                        some.stream().map(row -> Id.<Client>of(row.value2())).collect(Collectors.toSet())));
            } catch (Unreadable damaged) {
                some.forEach(row -> keeping.tryReading(
                                row.value2(), () -> read(List.of(row.value1()), Set.of(Id.of(row.value2()))))
                        .ifPresent(found::addAll));
            }
        }
        return found.stream().sorted(IN_TIME).toList();
    }

    private List<SessionNote> read(List<String> ids, Set<Id<Client>> clients) {
        return shelf.list(clients, Tables.ID.in(ids), IN_TIME);
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
