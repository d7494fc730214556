package org.stillpoint.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;

/** The process notes, in a table of their own. */
final class StoredProcessNotes implements ProcessNotes {
    private static final String AUTHOR = "author";

    private final Database database;
    private final Keys keys;

    StoredProcessNotes(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Written within the transaction that adds the mark. */
    static void insert(
            DSLContext transaction,
            Seal seal,
            Id<Client> client,
            Id<Session> session,
            int place,
            Id<Mark> mark,
            AuthoredNote said) {
        String author = said.author().map(Id::toString).orElse("");
        byte[] content = Json.bytes(
                Json.object().put("words", said.note().words().value()).put(AUTHOR, author));
        transaction
                .insertInto(Tables.PROCESS_NOTE)
                .set(Tables.MARK_ID, mark.toString())
                .set(Tables.SESSION_ID, session.toString())
                .set(Tables.PLACE, place)
                .set(Tables.ACCOUNT_ID, author.isEmpty() ? null : author)
                .set(Tables.CONTENT, seal.close(content, place(client, session, mark.toString())))
                .execute();
    }

    @Override
    public Map<Id<Mark>, Optional<Id<Account>>> authors(Id<Client> client, Id<Session> session) {
        return list(client, session, DSL.noCondition(), (seal, row) -> author(row));
    }

    @Override
    public Map<Id<Mark>, ProcessNote> list(Id<Client> client, Id<Session> session, Id<Account> reader) {
        return list(
                client,
                session,
                Tables.ACCOUNT_ID.isNull().or(Tables.ACCOUNT_ID.eq(reader.toString())),
                (seal, row) -> read(seal, client, session, row));
    }

    @Override
    public Map<Id<Mark>, ProcessNote> listAll(Id<Client> client, Id<Session> session) {
        return list(client, session, DSL.noCondition(), (seal, row) -> read(seal, client, session, row));
    }

    private <T> Map<Id<Mark>, T> list(
            Id<Client> client, Id<Session> session, Condition which, BiFunction<Seal, Record, T> what) {
        return database.read(transaction -> {
            StoredSessions.requireSession(transaction, client, session);
            Seal seal = keys.ofClient(transaction, client);
            Map<Id<Mark>, T> notes = new LinkedHashMap<>();
            transaction
                    .select(Tables.MARK_ID, Tables.ACCOUNT_ID, Tables.CONTENT)
                    .from(Tables.PROCESS_NOTE)
                    .where(Tables.SESSION_ID.eq(session.toString()).and(which))
                    .orderBy(Tables.PLACE)
                    .forEach(row -> notes.put(Id.of(row.get(Tables.MARK_ID)), what.apply(seal, row)));
            return notes;
        });
    }

    private static Optional<Id<Account>> author(Record row) {
        return Optional.ofNullable(row.get(Tables.ACCOUNT_ID)).map(Id::of);
    }

    /** The ciphertext says whose it is; that of a note from before notes had an author does not. */
    private static ProcessNote read(Seal seal, Id<Client> client, Id<Session> session, Record row) {
        String mark = row.get(Tables.MARK_ID);
        JsonNode content = Json.parse(seal.open(row.get(Tables.CONTENT), place(client, session, mark)));
        String beside = author(row).map(Id::toString).orElse("");
        if (!content.path(AUTHOR).asString(beside).equals(beside)) {
            throw new Unreadable(place(client, session, mark), new IllegalStateException("its author is another"));
        }
        return new ProcessNote(Json.privateText(content, "words"));
    }

    static String place(Id<Client> client, Id<Session> session, String mark) {
        return Seal.place("process_note", "content", client, session, mark);
    }
}
