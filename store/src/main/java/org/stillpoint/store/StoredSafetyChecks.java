package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyChecks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The safety checks. */
final class StoredSafetyChecks implements SafetyChecks {
    private static final Comparator<SafetyCheck> IN_TIME =
            Comparator.comparing(SafetyCheck::at).thenComparing(SafetyCheck::id);

    private final Shelf<SafetyCheck> shelf;

    StoredSafetyChecks(Database database, Keys keys) {
        shelf = shelf(database, keys);
    }

    static Shelf<SafetyCheck> shelf(Database database, Keys keys) {
        return new Shelf<>(database, keys, new SafetyCheckForm());
    }

    @Override
    public void add(SafetyCheck check) {
        shelf.add(check, (kept, added) -> kept.equals(added), transaction -> {});
    }

    @Override
    public SafetyCheck update(SafetyCheck changed) {
        return shelf.replace(changed, (kept, wanted) -> kept.with(wanted.found(), wanted.clearance()));
    }

    @Override
    public void remove(Id<Client> client, Id<SafetyCheck> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    @Override
    public Optional<SafetyCheck> find(Id<Client> client, Id<SafetyCheck> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<SafetyCheck> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    /** Adds new ones of clients who are locked, in one go. */
    void insertNew(DSLContext transaction, List<SafetyCheck> added, Function<Id<Client>, Seal> seals) {
        shelf.insertNew(transaction, added, seals);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    static ObjectNode write(ObjectNode content, Set<Condition> found, Optional<Clearance> clearance) {
        SafetyJson.writeFound(content, found);
        SafetyJson.write(content, clearance);
        return content;
    }

    private static final class SafetyCheckForm implements RecordForm<SafetyCheck> {
        @Override
        public Table<Record> table() {
            return Tables.SAFETY_CHECK;
        }

        @Override
        public String noun() {
            return "safety check";
        }

        @Override
        public Id<SafetyCheck> id(SafetyCheck check) {
            return check.id();
        }

        @Override
        public Id<Client> client(SafetyCheck check) {
            return check.client();
        }

        @Override
        public Version version(SafetyCheck value) {
            return value.version();
        }

        @Override
        public ObjectNode write(SafetyCheck check) {
            return StoredSafetyChecks.write(
                    Json.object().put("at", check.at().toString()), check.found(), check.clearance());
        }

        @Override
        public SafetyCheck read(Record row, JsonNode content) {
            return new SafetyCheck(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    SafetyJson.readFound(content),
                    SafetyJson.readClearance(content),
                    RecordForm.versionIn(row));
        }
    }
}
