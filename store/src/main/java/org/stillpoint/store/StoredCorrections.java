package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.slip.Corrections;
import org.stillpoint.record.slip.EntryCorrection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was mended. */
final class StoredCorrections implements Corrections {
    private static final Comparator<EntryCorrection> IN_TIME =
            Comparator.comparing(EntryCorrection::at).thenComparing(EntryCorrection::id);

    private final Shelf<EntryCorrection> shelf;

    StoredCorrections(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new CorrectionForm());
    }

    @Override
    public void add(EntryCorrection correction) {
        shelf.add(correction, (kept, added) -> kept.equals(added), transaction -> {});
    }

    @Override
    public List<EntryCorrection> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    private static final class CorrectionForm implements RecordForm<EntryCorrection> {
        @Override
        public Table<Record> table() {
            return Tables.CORRECTION;
        }

        @Override
        public String noun() {
            return "correction";
        }

        @Override
        public Id<EntryCorrection> id(EntryCorrection correction) {
            return correction.id();
        }

        @Override
        public Id<Client> client(EntryCorrection correction) {
            return correction.client();
        }

        @Override
        public Version version(EntryCorrection value) {
            return Version.FIRST;
        }

        @Override
        public ObjectNode write(EntryCorrection correction) {
            ObjectNode content = Json.object()
                    .put("entry", correction.entry().toString())
                    .put("at", correction.at().toString());
            correction.by().ifPresent(account -> content.put("by", account.toString()));
            Json.put(content, "reason", correction.reason());
            content.set("before", EntryJson.write(correction.before()));
            correction.after().ifPresent(after -> content.set("after", EntryJson.write(after)));
            return content;
        }

        @Override
        public EntryCorrection read(Record row, JsonNode content) {
            return new EntryCorrection(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(Json.text(content, "entry")),
                    content.has("by") ? Optional.of(Id.of(Json.text(content, "by"))) : Optional.empty(),
                    Json.instant(content, "at"),
                    EntryJson.read(content.required("before")),
                    content.has("after") ? Optional.of(EntryJson.read(content.required("after"))) : Optional.empty(),
                    Json.privateText(content, "reason"));
        }
    }
}
