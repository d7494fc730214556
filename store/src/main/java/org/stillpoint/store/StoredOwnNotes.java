package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.note.OwnNotes;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The therapists' own notes, each bound to its author: nobody's row becomes another's. */
final class StoredOwnNotes implements OwnNotes {
    private static final Comparator<OwnNote> IN_TIME =
            Comparator.comparing(OwnNote::writtenAt).thenComparing(OwnNote::id);

    private final Database database;
    private final Shelf<OwnNote> shelf;

    StoredOwnNotes(Database database, Keys keys) {
        this.database = database;
        shelf = new Shelf<>(database, keys, new OwnNoteForm());
    }

    @Override
    public void add(OwnNote note) {
        shelf.add(
                note,
                OwnNote::equals,
                transaction -> StoredSessions.requireSession(transaction, note.client(), note.session()));
    }

    @Override
    public Optional<OwnNote> find(Id<Client> client, Id<Account> author, Id<OwnNote> id) {
        return shelf.find(client, id).filter(note -> note.author().equals(author));
    }

    @Override
    public boolean isAny(Id<Client> client, Id<Session> session) {
        return database.read(transaction -> transaction.fetchExists(
                Tables.OWN_NOTE, Tables.CLIENT_ID.eq(client.toString()).and(Tables.SESSION_ID.eq(session.toString()))));
    }

    @Override
    public List<OwnNote> list(Id<Client> client, Id<Account> author) {
        return shelf.list(List.of(client), Tables.ACCOUNT_ID.eq(author.toString()), IN_TIME);
    }

    @Override
    public List<OwnNote> listReleased(Id<Client> client) {
        return shelf.list(client, IN_TIME).stream().filter(OwnNote::released).toList();
    }

    @Override
    public OwnNote update(OwnNote changed) {
        return shelf.replace(changed, (kept, wanted) -> {
            if (!kept.author().equals(wanted.author()) || !kept.session().equals(wanted.session())) {
                throw new NoSuchRecord("note", wanted.id());
            }
            return wanted;
        });
    }

    private static final class OwnNoteForm implements RecordForm<OwnNote> {
        @Override
        public Table<Record> table() {
            return Tables.OWN_NOTE;
        }

        @Override
        public String noun() {
            return "note";
        }

        @Override
        public Id<OwnNote> id(OwnNote note) {
            return note.id();
        }

        @Override
        public Id<Client> client(OwnNote note) {
            return note.client();
        }

        @Override
        public Version version(OwnNote note) {
            return note.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.SESSION_ID, Tables.ACCOUNT_ID);
        }

        @Override
        public List<@Nullable Object> clear(OwnNote note) {
            return List.of(note.session().toString(), note.author().toString());
        }

        @Override
        public ObjectNode write(OwnNote note) {
            ObjectNode content = Json.object()
                    .put("text", note.text().value())
                    .put("written_at", note.writtenAt().toString())
                    .put("released", note.released());
            ArrayNode earlier = content.putArray("earlier");
            note.earlier()
                    .forEach(each -> earlier.addObject()
                            .put("text", each.text().value())
                            .put("written_at", each.writtenAt().toString()));
            return content;
        }

        @Override
        public OwnNote read(Record row, JsonNode content) {
            List<OwnNote.EarlierText> earlier = new ArrayList<>();
            content.required("earlier")
                    .forEach(each -> earlier.add(
                            new OwnNote.EarlierText(Json.privateText(each, "text"), Json.instant(each, "written_at"))));
            return new OwnNote(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(row.get(Tables.SESSION_ID)),
                    Id.of(row.get(Tables.ACCOUNT_ID)),
                    Json.privateText(content, "text"),
                    Json.instant(content, "written_at"),
                    content.required("released").asBoolean(),
                    earlier,
                    RecordForm.versionIn(row));
        }
    }
}
