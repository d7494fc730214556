package org.stillpoint.store;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.NoteReleases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which process notes their authors let leave, one ciphertext each: whoever writes to the database from outside releases none. */
final class StoredNoteReleases implements NoteReleases {
    private final Shelf<NoteRelease> shelf;

    StoredNoteReleases(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new ReleaseForm());
    }

    @Override
    public void add(NoteRelease said) {
        shelf.add(
                said,
                NoteRelease::equals,
                transaction -> StoredSessions.requireSession(transaction, said.client(), said.session()));
    }

    @Override
    public List<NoteRelease> list(Id<Client> client) {
        return shelf.list(client, NoteRelease.IN_ORDER);
    }

    private static final class ReleaseForm implements RecordForm<NoteRelease> {
        @Override
        public Table<Record> table() {
            return Tables.NOTE_RELEASE;
        }

        @Override
        public String noun() {
            return "release of a process note";
        }

        @Override
        public Id<NoteRelease> id(NoteRelease said) {
            return said.id();
        }

        @Override
        public Id<Client> client(NoteRelease said) {
            return said.client();
        }

        /** Its row is never changed. */
        @Override
        public Version version(NoteRelease said) {
            return Version.FIRST;
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.SESSION_ID);
        }

        @Override
        public List<@Nullable Object> clear(NoteRelease said) {
            return List.of(said.session().toString());
        }

        @Override
        public ObjectNode write(NoteRelease said) {
            return Json.object()
                    .put("note", said.note().toString())
                    .put("by", said.by().toString())
                    .put("at", said.at().toString())
                    .put("number", said.number())
                    .put("leaves", said.leaves());
        }

        @Override
        public NoteRelease read(Record row, JsonNode content) {
            return new NoteRelease(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(row.get(Tables.SESSION_ID)),
                    Id.of(Json.text(content, "note")),
                    Id.of(Json.text(content, "by")),
                    Json.instant(content, "at"),
                    content.required("number").asInt(),
                    content.required("leaves").asBoolean());
        }
    }
}
