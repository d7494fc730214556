package org.stillpoint.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.AskedAfters;
import org.stillpoint.record.followup.WayOfAsking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** That clients were asked after their sessions, one ciphertext each, bound to its session. */
final class StoredAskedAfters implements AskedAfters {
    private static final Comparator<AskedAfter> IN_TIME =
            Comparator.comparing(AskedAfter::at).thenComparing(AskedAfter::id);

    private final Shelf<AskedAfter> shelf;

    StoredAskedAfters(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new AskedAfterForm());
    }

    @Override
    public void add(AskedAfter asked) {
        shelf.add(
                asked,
                AskedAfter::equals,
                transaction -> StoredSessions.requireSession(transaction, asked.client(), asked.session()));
    }

    @Override
    public List<AskedAfter> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    private static final class AskedAfterForm implements RecordForm<AskedAfter> {
        @Override
        public Table<Record> table() {
            return Tables.ASKED_AFTER;
        }

        @Override
        public String noun() {
            return "follow-up";
        }

        @Override
        public Id<AskedAfter> id(AskedAfter asked) {
            return asked.id();
        }

        @Override
        public Id<Client> client(AskedAfter asked) {
            return asked.client();
        }

        /** Its row is never changed. */
        @Override
        public Version version(AskedAfter asked) {
            return Version.FIRST;
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.SESSION_ID);
        }

        @Override
        public List<@Nullable Object> clear(AskedAfter asked) {
            return List.of(asked.session().toString());
        }

        @Override
        public void written(DSLContext transaction, Collection<Id<Client>> clients) {
            Standings.heard(transaction, clients);
        }

        @Override
        public ObjectNode write(AskedAfter asked) {
            ObjectNode content = Json.object()
                    .put("at", asked.at().toString())
                    .put("how", asked.how().name())
                    .put("said", asked.said().value());
            asked.by().ifPresent(account -> content.put("by", account.toString()));
            return content;
        }

        @Override
        public AskedAfter read(Record row, JsonNode content) {
            return new AskedAfter(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(row.get(Tables.SESSION_ID)),
                    Json.instant(content, "at"),
                    Optional.ofNullable(content.get("by")).map(by -> Id.<Account>of(by.asString())),
                    WayOfAsking.valueOf(content.required("how").asString()),
                    Json.privateText(content, "said"));
        }
    }
}
