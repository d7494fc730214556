package org.stillpoint.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;

/** The process notes, in a table of their own. */
final class StoredProcessNotes implements ProcessNotes {
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
            ProcessNote note) {
        byte[] content = Json.bytes(Json.object().put("words", note.words().value()));
        transaction
                .insertInto(Tables.PROCESS_NOTE)
                .set(Tables.MARK_ID, mark.toString())
                .set(Tables.SESSION_ID, session.toString())
                .set(Tables.PLACE, place)
                .set(Tables.CONTENT, seal.close(content, place(client, session, mark.toString())))
                .execute();
    }

    @Override
    public boolean isAny(Id<Client> client, Id<Session> session) {
        return database.read(transaction -> {
            StoredSessions.requireSession(transaction, client, session);
            return transaction.fetchExists(Tables.PROCESS_NOTE, Tables.SESSION_ID.eq(session.toString()));
        });
    }

    @Override
    public Map<Id<Mark>, ProcessNote> list(Id<Client> client, Id<Session> session) {
        return database.read(transaction -> {
            StoredSessions.requireSession(transaction, client, session);
            Seal seal = keys.ofClient(transaction, client);
            Map<Id<Mark>, ProcessNote> notes = new LinkedHashMap<>();
            transaction
                    .select(Tables.MARK_ID, Tables.CONTENT)
                    .from(Tables.PROCESS_NOTE)
                    .where(Tables.SESSION_ID.eq(session.toString()))
                    .orderBy(Tables.PLACE)
                    .forEach(row -> notes.put(Id.of(row.get(Tables.MARK_ID)), read(seal, client, session, row)));
            return notes;
        });
    }

    private static ProcessNote read(Seal seal, Id<Client> client, Id<Session> session, Record row) {
        byte[] plain = seal.open(row.get(Tables.CONTENT), place(client, session, row.get(Tables.MARK_ID)));
        JsonNode content = Json.parse(plain);
        return new ProcessNote(new PrivateText(Json.text(content, "words")));
    }

    private static String place(Id<Client> client, Id<Session> session, String mark) {
        return Seal.place("process_note", "content", client, session, mark);
    }
}
