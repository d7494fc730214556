package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sessions and their marks. */
final class StoredSessions implements Sessions {
    private static final Comparator<Session> IN_TIME =
            Comparator.comparing(Session::startedAt).thenComparing(Session::id);
    private static final List<Field<?>> COLUMNS = List.of(
            Tables.ID,
            Tables.CLIENT_ID,
            Tables.VERSION,
            Tables.SAFETY_CHECK_ID,
            Tables.IS_OPEN,
            Tables.STARTED,
            Tables.ENDED,
            Tables.CONTENT);
    private static final List<Field<?>> MARK_COLUMNS =
            List.of(Tables.ID, Tables.SESSION_ID, Tables.PLACE, Tables.TURNS, Tables.CONTENT);

    private final Database database;
    private final Keys keys;

    StoredSessions(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    private static void insert(DSLContext transaction, Seal seal, OpenSession started) {
        transaction.insertInto(Tables.SESSION).set(row(seal, started)).execute();
        Standings.heldSession(transaction, List.of(started.client()));
    }

    /** Adds new sessions with their marks, of clients who are locked, in one go. */
    static void insertNew(DSLContext transaction, List<Session> sessions, Function<Id<Client>, Seal> seals) {
        if (sessions.isEmpty()) {
            return;
        }
        Batch.requireNew(
                transaction,
                Tables.SESSION,
                "session",
                sessions.stream().map(Session::id).toList());
        List<Map<Field<?>, @Nullable Object>> heads = new ArrayList<>();
        List<Map<Field<?>, @Nullable Object>> marks = new ArrayList<>();
        List<Id<Mark>> markIds = new ArrayList<>();
        for (Session session : sessions) {
            Seal seal = seals.apply(session.client());
            heads.add(row(seal, session));
            int place = 0;
            for (Mark mark : session.marks()) {
                place++;
                marks.add(row(seal, session.client(), session.id(), place, mark));
                markIds.add(mark.id());
            }
        }
        Batch.requireNew(transaction, Tables.MARK, "mark", markIds);
        Batch.insert(transaction, Tables.SESSION, heads);
        Batch.insert(transaction, Tables.MARK, marks);
        Standings.heldSession(
                transaction, sessions.stream().map(Session::client).distinct().toList());
    }

    /** All columns of a session that is new. */
    private static Map<Field<?>, @Nullable Object> row(Seal seal, Session head) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(Tables.ID, head.id().toString());
        row.put(Tables.CLIENT_ID, head.client().toString());
        row.put(Tables.SAFETY_CHECK_ID, head.safetyCheck().toString());
        row.putAll(sealed(seal, head, firstVersion(head)));
        return row;
    }

    /** What stands in the clear, and the ciphertext that is bound to it. */
    private static Map<Field<?>, @Nullable Object> sealed(Seal seal, Session head, Version version) {
        ObjectNode content = Json.object().put("started_at", head.startedAt().toString());
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(Tables.VERSION, version.number());
        columns.put(Tables.STARTED, head.startedAt().toEpochMilli());
        switch (head) {
            case OpenSession open -> {
                columns.put(Tables.IS_OPEN, 1);
                columns.put(Tables.ENDED, null);
            }
            case EndedSession ended -> {
                content.put("ended_at", ended.endedAt().toString());
                columns.put(Tables.IS_OPEN, 0);
                columns.put(Tables.ENDED, ended.endedAt().toEpochMilli());
            }
        }
        String place = place(head.client(), head.id(), head.safetyCheck().toString(), columns::get);
        columns.put(Tables.CONTENT, seal.close(Json.bytes(content), place));
        return columns;
    }

    /** Where the content of a session is bound to: its ids, its version, and all that stands in the clear. */
    static String place(Id<Client> client, Id<Session> id, String check, Function<Field<?>, @Nullable Object> columns) {
        return Seal.boundPlace(
                unboundPlace(client, id),
                (Integer) Objects.requireNonNull(columns.apply(Tables.VERSION)),
                Arrays.asList(
                        check,
                        columns.apply(Tables.IS_OPEN),
                        columns.apply(Tables.STARTED),
                        columns.apply(Tables.ENDED)));
    }

    @Override
    public void add(OpenSession started) {
        database.write(transaction -> {
            insert(transaction, keys.lockClient(transaction, started.client()), started);
            return started;
        });
    }

    @Override
    public boolean isUsed(Id<SafetyCheck> check) {
        return database.read(
                transaction -> transaction.fetchExists(Tables.SESSION, Tables.SAFETY_CHECK_ID.eq(check.toString())));
    }

    /** The place of a session's next mark. */
    private static int nextPlace(DSLContext transaction, Id<Client> client, Id<Session> id, Id<Mark> next) {
        Field<Integer> place =
                DSL.field(DSL.select(DSL.coalesce(DSL.max(Tables.PLACE), 0).plus(1))
                        .from(Tables.MARK)
                        .where(Tables.SESSION_ID.eq(id.toString())));
        Field<Boolean> isThere =
                DSL.field(DSL.exists(DSL.selectOne().from(Tables.MARK).where(Tables.ID.eq(next.toString()))));
        var row = transaction
                .select(Tables.CLIENT_ID, place, isThere)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()))
                .fetchOptional()
                .filter(found -> found.value1().equals(client.toString()))
                .orElseThrow(() -> new NoSuchRecord("session", id));
        if (row.value3()) {
            throw new AlreadyThere("mark", next);
        }
        return row.value2();
    }

    private static Map<Field<?>, @Nullable Object> row(
            Seal seal, Id<Client> client, Id<Session> session, int place, Mark mark) {
        ObjectNode content = MomentJson.write(mark.moment())
                .put("tapped_at", mark.tappedAt().toString())
                .put("recorded_at", mark.recordedAt().toString());
        int turns = mark.moment().turns() ? 1 : 0;
        String where = markPlace(client, session, place, mark.id().toString(), turns);
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(Tables.ID, mark.id().toString());
        row.put(Tables.SESSION_ID, session.toString());
        row.put(Tables.PLACE, place);
        row.put(Tables.TURNS, turns);
        row.put(Tables.CONTENT, seal.close(Json.bytes(content), where));
        return row;
    }

    @Override
    public void append(Id<Client> client, Id<Session> session, Mark mark, Optional<AuthoredNote> note) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            int place = nextPlace(transaction, client, session, mark.id());
            transaction
                    .insertInto(Tables.MARK)
                    .set(row(seal, client, session, place, mark))
                    .execute();
            note.ifPresent(
                    said -> StoredProcessNotes.insert(transaction, seal, client, session, place, mark.id(), said));
            return mark;
        });
    }

    /** @throws NoSuchRecord if this client has no such session */
    static void requireSession(DSLContext transaction, Id<Client> client, Id<Session> session) {
        if (!clientOf(transaction, session).equals(client)) {
            throw new NoSuchRecord("session", session);
        }
    }

    @Override
    public void keep(Session session) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, session.client());
            requireSession(transaction, session.client(), session.id());
            keep(transaction, seal, session, nextVersion(transaction, session.id()));
            if (session instanceof EndedSession) {
                Standings.heard(transaction, List.of(session.client()));
                database.emptyLogOnceKept();
            }
            return session;
        });
    }

    @Override
    public void remove(Id<Client> client, Id<Session> session) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            requireSession(transaction, client, session);
            List<Mark> marks = transaction
                    .select(MARK_COLUMNS)
                    .from(Tables.MARK)
                    .where(Tables.SESSION_ID.eq(session.toString()))
                    .fetch(row -> readMark(seal, client, session, row));
            if (!marks.stream().allMatch(mark -> mark.moment() instanceof Moment.HandTaken)) {
                throw new IllegalStateException("a session in which something was marked");
            }
            transaction
                    .deleteFrom(Tables.MARK)
                    .where(Tables.SESSION_ID.eq(session.toString()))
                    .execute();
            transaction
                    .deleteFrom(Tables.SESSION)
                    .where(Tables.ID.eq(session.toString()))
                    .execute();
            Standings.heldSession(transaction, List.of(client));
            return session;
        });
    }

    /** Never one that this session had before: an older ciphertext is none of the row's. */
    private static Version nextVersion(DSLContext transaction, Id<Session> id) {
        return transaction
                .select(Tables.VERSION)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()))
                .fetchSingle(row -> new Version(row.get(Tables.VERSION)).next());
    }

    private static Version firstVersion(Session head) {
        return switch (head) {
            case OpenSession open -> Version.FIRST;
            case EndedSession ended -> Version.FIRST.next();
        };
    }

    private static void keep(DSLContext transaction, Seal seal, Session head, Version version) {
        transaction
                .update(Tables.SESSION)
                .set(sealed(seal, head, version))
                .where(Tables.ID.eq(head.id().toString()))
                .execute();
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        transaction
                .select(COLUMNS)
                .from(Tables.SESSION)
                .where(Tables.CLIENT_ID.eq(client.toString()))
                .fetch(row -> head(row, seal.open(row.get(Tables.CONTENT), unboundPlace(client, RecordForm.idIn(row)))))
                .forEach(head -> keep(transaction, seal, head, firstVersion(head)));
    }

    @Override
    public Optional<Session> find(Id<Client> client, Id<Session> id) {
        return database.read(transaction -> transaction
                .select(COLUMNS)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()).and(Tables.CLIENT_ID.eq(client.toString())))
                .fetchOptional()
                .map(row -> read(transaction, row)));
    }

    @Override
    public Optional<OpenSession> findOpen(Id<Client> client) {
        return database.read(transaction -> transaction
                        .select(COLUMNS)
                        .from(Tables.SESSION)
                        .where(Tables.CLIENT_ID.eq(client.toString()).and(Tables.IS_OPEN.eq(1)))
                        .fetchOptional()
                        .map(row -> read(transaction, row)))
                .filter(OpenSession.class::isInstance)
                .map(OpenSession.class::cast);
    }

    @Override
    public List<Session> list(Id<Client> client) {
        return database.read(transaction -> list(transaction, client));
    }

    List<Session> list(DSLContext transaction, Id<Client> client) {
        Map<String, List<Mark>> marks = marks(transaction, client);
        return heads(transaction, client).stream()
                .map(head -> head.with(marks.getOrDefault(head.id().toString(), List.of())))
                .toList();
    }

    /** The marks of all sessions of a client, by the session, in one query. */
    private Map<String, List<Mark>> marks(DSLContext transaction, Id<Client> client) {
        Map<String, List<Mark>> marks = new HashMap<>();
        transaction
                .select(MARK_COLUMNS)
                .from(Tables.MARK)
                .where(Tables.SESSION_ID.in(
                        DSL.select(Tables.ID).from(Tables.SESSION).where(Tables.CLIENT_ID.eq(client.toString()))))
                .orderBy(Tables.SESSION_ID, Tables.PLACE)
                .forEach(row -> {
                    String session = row.get(Tables.SESSION_ID);
                    marks.computeIfAbsent(session, first -> new ArrayList<>())
                            .add(readMark(keys.ofClient(transaction, client), client, Id.of(session), row));
                });
        return marks;
    }

    @Override
    public Optional<Id<Client>> findClient(Id<Session> id) {
        return database.read(transaction -> transaction
                .select(Tables.CLIENT_ID)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()))
                .fetchOptional(Tables.CLIENT_ID)
                .map(Id::of));
    }

    @Override
    public Session head(Id<Client> client, Id<Session> id) {
        return get(client, id, Optional.empty());
    }

    @Override
    public Session turns(Id<Client> client, Id<Session> id, Id<Mark> and) {
        return get(client, id, Optional.of(Tables.TURNS.isDistinctFrom(0).or(Tables.ID.eq(and.toString()))));
    }

    private Session get(Id<Client> client, Id<Session> id, Optional<Condition> which) {
        return database.read(transaction -> transaction
                .select(COLUMNS)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()).and(Tables.CLIENT_ID.eq(client.toString())))
                .fetchOptional()
                .map(row -> read(transaction, row, which))
                .orElseThrow(() -> new NoSuchRecord("session", id)));
    }

    @Override
    public List<Session> heads(Id<Client> client) {
        return database.read(transaction -> heads(transaction, client));
    }

    private List<Session> heads(DSLContext transaction, Id<Client> client) {
        return transaction
                .select(COLUMNS)
                .from(Tables.SESSION)
                .where(Tables.CLIENT_ID.eq(client.toString()))
                .fetch(row -> read(transaction, row, Optional.empty()))
                .stream()
                .sorted(IN_TIME)
                .toList();
    }

    @Override
    public Optional<Mark> findMark(Id<Client> client, Id<Session> session, Id<Mark> mark) {
        return database.read(transaction -> {
            requireSession(transaction, client, session);
            return transaction
                    .select(MARK_COLUMNS)
                    .from(Tables.MARK)
                    .where(Tables.ID.eq(mark.toString()).and(Tables.SESSION_ID.eq(session.toString())))
                    .fetchOptional()
                    .map(row -> readMark(keys.ofClient(transaction, client), client, session, row));
        });
    }

    /** @throws NoSuchRecord if there is no such session */
    static Id<Client> clientOf(DSLContext transaction, Id<Session> id) {
        return transaction
                .select(Tables.CLIENT_ID)
                .from(Tables.SESSION)
                .where(Tables.ID.eq(id.toString()))
                .fetchOptional(Tables.CLIENT_ID)
                .map(Id::<Client>of)
                .orElseThrow(() -> new NoSuchRecord("session", id));
    }

    private Session read(DSLContext transaction, Record row) {
        return read(transaction, row, Optional.of(DSL.noCondition()));
    }

    /** @param which of its marks; empty for none */
    private Session read(DSLContext transaction, Record row, Optional<Condition> which) {
        Id<Session> id = RecordForm.idIn(row);
        Id<Client> client = RecordForm.clientIn(row);
        Seal seal = keys.ofClient(transaction, client);
        String place = place(client, id, row.get(Tables.SAFETY_CHECK_ID), row::get);
        Session head = head(row, seal.open(row.get(Tables.CONTENT), place));
        return which.map(some -> head.with(marks(transaction, seal, client, id, some)))
                .orElse(head);
    }

    private static Session head(Record row, byte[] plain) {
        JsonNode content = Json.parse(plain);
        OpenSession open = new OpenSession(
                RecordForm.idIn(row),
                RecordForm.clientIn(row),
                Id.of(row.get(Tables.SAFETY_CHECK_ID)),
                Json.instant(content, "started_at"),
                List.of());
        return content.has("ended_at") ? open.end(Json.instant(content, "ended_at")) : open;
    }

    private static List<Mark> marks(
            DSLContext transaction, Seal seal, Id<Client> client, Id<Session> session, Condition which) {
        return transaction
                .select(MARK_COLUMNS)
                .from(Tables.MARK)
                .where(Tables.SESSION_ID.eq(session.toString()).and(which))
                .orderBy(Tables.PLACE)
                .fetch(row -> readMark(seal, client, session, row));
    }

    private static Mark readMark(Seal seal, Id<Client> client, Id<Session> session, Record row) {
        String place = markPlace(client, session, row.get(Tables.PLACE), row.get(Tables.ID), row.get(Tables.TURNS));
        JsonNode content = Json.parse(seal.open(row.get(Tables.CONTENT), place));
        return new Mark(
                RecordForm.idIn(row),
                Json.instant(content, "tapped_at"),
                Json.instant(content, "recorded_at"),
                MomentJson.read(content));
    }

    private static String unboundPlace(Id<Client> client, Id<Session> id) {
        return Seal.place("session", "content", client, id);
    }

    /** @param turns as the row says it; null where a program before schema 98 wrote it, which says nothing */
    static String markPlace(Id<Client> client, Id<Session> session, int place, String mark, @Nullable Integer turns) {
        return turns != null && turns == 1
                ? Seal.place("mark", "content", client, session, place, mark, "turns")
                : Seal.place("mark", "content", client, session, place, mark);
    }
}
