package org.stillpoint.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Emergencies;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Emergency accesses, each with its reason under the client's key. */
final class StoredEmergencies implements Emergencies {
    private static final Comparator<EmergencyAccess> LATEST_FIRST = Comparator.comparing(EmergencyAccess::at)
            .thenComparing(EmergencyAccess::id)
            .reversed();

    private final Database database;
    private final StoredCare care;
    private final StoredKeeping keeping;
    private final Shelf<EmergencyAccess> shelf;

    StoredEmergencies(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        this.keeping = keeping;
        this.database = database;
        this.care = care;
        shelf = new Shelf<>(database, keys, new EmergencyForm());
    }

    @Override
    public void add(EmergencyAccess access, Set<Id<Account>> told) {
        database.write(transaction -> {
            care.letIn(transaction, access);
            shelf.add(access, EmergencyAccess::equals, inTransaction -> {});
            for (Id<Account> account : told) {
                tell(transaction, access, account);
            }
            return access;
        });
    }

    private static void tell(DSLContext transaction, EmergencyAccess access, Id<Account> account) {
        transaction
                .insertInto(Tables.EMERGENCY_UNTOLD)
                .set(Tables.EMERGENCY_ID, access.id().toString())
                .set(Tables.ACCOUNT_ID, account.toString())
                .set(Tables.CLIENT_ID, access.client().toString())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public List<EmergencyAccess> list(Id<Client> client) {
        return shelf.list(client, LATEST_FIRST);
    }

    @Override
    public List<EmergencyAccess> listUntold(Id<Account> account) {
        return database.read(transaction -> transaction
                .select(Tables.EMERGENCY_ID, Tables.CLIENT_ID)
                .from(Tables.EMERGENCY_UNTOLD)
                .where(Tables.ACCOUNT_ID.eq(account.toString()))
                .fetch()
                .stream()
                .flatMap(row -> keeping
                        .tryReading(
                                row.get(Tables.CLIENT_ID),
                                () -> shelf.get(transaction, Id.of(row.get(Tables.EMERGENCY_ID))))
                        .stream())
                .sorted(LATEST_FIRST)
                .toList());
    }

    @Override
    public void acknowledge(Id<EmergencyAccess> access, Id<Account> account) {
        database.write(transaction -> transaction
                .deleteFrom(Tables.EMERGENCY_UNTOLD)
                .where(Tables.EMERGENCY_ID.eq(access.toString()).and(Tables.ACCOUNT_ID.eq(account.toString())))
                .execute());
    }

    private static final class EmergencyForm implements RecordForm<EmergencyAccess> {
        private static final List<Field<?>> CLEAR = List.of(Tables.ACCOUNT_ID, Tables.AT, Tables.UNTIL_AT);

        @Override
        public Table<Record> table() {
            return Tables.EMERGENCY;
        }

        @Override
        public String noun() {
            return "emergency access";
        }

        @Override
        public Id<EmergencyAccess> id(EmergencyAccess access) {
            return access.id();
        }

        @Override
        public Id<Client> client(EmergencyAccess access) {
            return access.client();
        }

        @Override
        public Version version(EmergencyAccess access) {
            return Version.FIRST;
        }

        @Override
        public List<Field<?>> clearColumns() {
            return CLEAR;
        }

        @Override
        public List<@Nullable Object> clear(EmergencyAccess access) {
            return List.of(
                    access.by().toString(),
                    access.at().toEpochMilli(),
                    access.until().toEpochMilli());
        }

        @Override
        public ObjectNode write(EmergencyAccess access) {
            return Json.object().put("reason", access.reason().value());
        }

        @Override
        public EmergencyAccess read(Record row, JsonNode content) {
            return new EmergencyAccess(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(row.get(Tables.ACCOUNT_ID)),
                    Json.privateText(content, "reason"),
                    Instant.ofEpochMilli(Objects.requireNonNull(row.get(Tables.AT))),
                    Instant.ofEpochMilli(Objects.requireNonNull(row.get(Tables.UNTIL_AT))));
        }
    }
}
