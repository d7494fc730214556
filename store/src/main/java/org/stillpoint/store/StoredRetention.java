package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.retention.LegalHold;
import org.stillpoint.record.retention.Retention;
import org.stillpoint.record.retention.RetentionRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The practice's rule, and the holds. */
final class StoredRetention implements Retention {
    static final String PLACE = Seal.place(Tables.RETENTION_RULE.getName(), "content", 1);
    private static final Comparator<LegalHold> IN_TIME =
            Comparator.comparing(LegalHold::since).thenComparing(LegalHold::id);

    private final Database database;
    private final Keys keys;
    private final Shelf<LegalHold> shelf;

    StoredRetention(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
        shelf = new Shelf<>(database, keys, new LegalHoldForm());
    }

    @Override
    public RetentionRule rule() {
        return database.read(transaction -> {
            Record row = transaction
                    .select(Tables.CONTENT)
                    .from(Tables.RETENTION_RULE)
                    .fetchOne();
            if (row == null) {
                return RetentionRule.USUAL;
            }
            JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), PLACE));
            return new RetentionRule(
                    content.required("years").asInt(),
                    content.required("full_age").asInt());
        });
    }

    @Override
    public void setRule(RetentionRule rule) {
        byte[] content = keys.ofInstallation()
                .close(Json.bytes(Json.object().put("years", rule.years()).put("full_age", rule.fullAge())), PLACE);
        database.write(transaction -> {
            transaction.deleteFrom(Tables.RETENTION_RULE).execute();
            return transaction
                    .insertInto(Tables.RETENTION_RULE)
                    .set(Tables.RETENTION_RULE_ID, 1)
                    .set(Tables.CONTENT, content)
                    .execute();
        });
    }

    @Override
    public void add(LegalHold hold) {
        shelf.add(hold, (kept, added) -> kept.equals(added), transaction -> {});
    }

    @Override
    public LegalHold update(LegalHold lifted) {
        return shelf.replace(lifted, (kept, wanted) -> wanted);
    }

    @Override
    public List<LegalHold> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<LegalHold> listStanding() {
        return shelf.listAll(IN_TIME).stream().filter(LegalHold::stands).toList();
    }

    private static final class LegalHoldForm implements RecordForm<LegalHold> {
        @Override
        public Table<Record> table() {
            return Tables.LEGAL_HOLD;
        }

        @Override
        public String noun() {
            return "legal hold";
        }

        @Override
        public Id<LegalHold> id(LegalHold hold) {
            return hold.id();
        }

        @Override
        public Id<Client> client(LegalHold hold) {
            return hold.client();
        }

        @Override
        public Version version(LegalHold value) {
            return value.version();
        }

        @Override
        public ObjectNode write(LegalHold hold) {
            ObjectNode content = Json.object().put("since", hold.since().toString());
            Json.put(content, "reason", hold.reason());
            hold.by().ifPresent(account -> content.put("by", account.toString()));
            hold.liftedAt().ifPresent(at -> content.put("lifted_at", at.toString()));
            return content;
        }

        @Override
        public LegalHold read(Record row, JsonNode content) {
            return new LegalHold(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.privateText(content, "reason"),
                    Json.instant(content, "since"),
                    content.has("by") ? Optional.of(Id.of(Json.text(content, "by"))) : Optional.empty(),
                    content.has("lifted_at") ? Optional.of(Json.instant(content, "lifted_at")) : Optional.empty(),
                    RecordForm.versionIn(row));
        }
    }
}
