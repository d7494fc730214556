package org.stillpoint.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.work.Sight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients, each with a key of its own. */
final class StoredClients implements Clients {
    private static final int READ_AT_ONCE = 1_000;

    private final Database database;
    private final Keys keys;
    private final StoredCare care;
    private final StoredKeeping keeping;
    private final Erasures erasures;
    private final NameIndex names = new NameIndex();

    StoredClients(Database database, Keys keys, StoredCare care, StoredKeeping keeping, Erasures erasures) {
        this.care = care;
        this.erasures = erasures;
        this.keeping = keeping;
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(Client client) {
        database.write(transaction -> {
            if (isKnown(transaction, client.id())) {
                if (!find(transaction, client.id()).equals(Optional.of(client))) {
                    throw new AlreadyThere("client", client.id());
                }
                return 0;
            }
            insertNew(transaction, List.of(client));
            return 1;
        });
    }

    /** Adds clients, in one go; until the transaction ends nobody else sees or locks them. Their seals, by id. */
    Map<Id<Client>, Seal> insertNew(DSLContext transaction, List<Client> clients) {
        Batch.requireNew(
                transaction,
                Tables.CLIENT,
                "client",
                clients.stream().map(Client::id).toList());
        long change = nextChange(transaction);
        Map<Id<Client>, Seal> seals = new HashMap<>();
        List<Map<Field<?>, @Nullable Object>> rows = new ArrayList<>();
        for (Client client : clients) {
            byte[] wrapped = keys.newClientKey(client.id());
            Seal seal = keys.unwrap(client.id(), wrapped);
            database.onceUndone(() -> keys.forgetUndone(client.id()));
            seals.put(client.id(), seal);
            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
            row.put(Tables.ID, client.id().toString());
            row.put(Tables.VERSION, Version.FIRST.number());
            row.put(Tables.WRAPPED_KEY, wrapped);
            row.put(Tables.CONTENT, sealed(seal, client, Version.FIRST));
            row.put(Tables.CHANGED, change);
            row.put(Tables.SEEN_AT, client.addedAt().toEpochMilli());
            row.put(Tables.IS_ARCHIVED, isArchived(client));
            rows.add(row);
        }
        Batch.insert(transaction, Tables.CLIENT, rows);
        return seals;
    }

    @Override
    public Client update(Client changed) {
        return database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, changed.id());
            Client kept = get(transaction, changed.id());
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            Client next = kept.with(changed.name(), changed.yearOfBirth())
                    .with(changed.archiving())
                    .seenAt(kept.version().next());
            transaction
                    .update(Tables.CLIENT)
                    .set(Tables.IS_ARCHIVED, isArchived(next))
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, sealed(seal, next, next.version()))
                    .set(Tables.CHANGED, nextChange(transaction))
                    .where(Tables.ID.eq(next.id().toString()))
                    .execute();
            return next;
        });
    }

    @Override
    public Optional<Client> find(Id<Client> id) {
        return database.read(transaction -> find(transaction, id));
    }

    @Override
    public Client get(Id<Client> id) {
        return database.read(transaction -> get(transaction, id));
    }

    @Override
    public List<Client> list() {
        return search("");
    }

    @Override
    public List<Client> search(String query) {
        return search(query, Integer.MAX_VALUE);
    }

    @Override
    public List<Client> search(String query, int atMost) {
        return byName((instead, to) -> names.search(query, atMost, instead, to));
    }

    @Override
    public List<Client> list(Optional<Id<Client>> after, int atMost) {
        return byName((instead, to) -> names.list(false, after, atMost, instead, to));
    }

    @Override
    public List<Client> listArchived(Optional<Id<Client>> after, int atMost) {
        return byName((instead, to) -> names.list(true, after, atMost, instead, to));
    }

    @Override
    public List<Client> listMadeUp(int atMost) {
        return byName((instead, to) -> names.madeUp(atMost, instead, to));
    }

    /** Asks the index for clients who stand otherwise than in it, and of those whom the actor sees. */
    private List<Client> byName(
            BiFunction<Map<Id<Client>, Optional<NameIndex.NamedClient>>, Optional<NameIndex.ShownTo>, List<Client>>
                    asked) {
        return database.read(transaction -> switch (database.sight()) {
            case Sight.Nobody nobody -> List.of();
            case Sight.Everyone everyone -> byName(transaction, asked, Optional.empty());
            case Sight.OwnClients own -> {
                Set<String> lent = Set.copyOf(care.listLent(transaction, own.account()));
                yield byName(
                        transaction,
                        asked,
                        Optional.of(new NameIndex.ShownTo(own.account().toString(), lent)));
            }
        });
    }

    private List<Client> byName(
            DSLContext transaction,
            BiFunction<Map<Id<Client>, Optional<NameIndex.NamedClient>>, Optional<NameIndex.ShownTo>, List<Client>>
                    asked,
            Optional<NameIndex.ShownTo> to) {
        synchronized (names) {
            if (database.isWriting()) { // its own changes may be undone: they are not for the index that all share
                return asked.apply(changedSince(transaction, names.changes()), to);
            }
            refreshNames(transaction);
            return asked.apply(Map.of(), to);
        }
    }

    /** Reads into memory the names that have changed since it was last done: all of them the first time. */
    void readNames() {
        database.read(transaction -> {
            synchronized (names) {
                refreshNames(transaction);
                return names.changes();
            }
        });
    }

    private void refreshNames(DSLContext transaction) {
        long now = lastChange(transaction);
        if (now != names.changes()) {
            names.update(changedSince(transaction, names.changes()), now);
        }
    }

    /** Whoever was added, changed or erased after that change, by this program or another. */
    private Map<Id<Client>, Optional<NameIndex.NamedClient>> changedSince(DSLContext transaction, long change) {
        Map<Id<Client>, Optional<NameIndex.NamedClient>> changed = new HashMap<>();
        try (Cursor<? extends Record> rows = transaction
                .select(Tables.ID, Tables.VERSION, Tables.WRAPPED_KEY, Tables.CONTENT, Tables.THERAPIST_ID)
                .from(Tables.CLIENT)
                .where(Tables.CHANGED.gt(change))
                .fetchSize(READ_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                String id = row.get(Tables.ID);
                String therapist = Objects.requireNonNullElse(row.get(Tables.THERAPIST_ID), "");
                Optional<NameIndex.NamedClient> kept = row.get(Tables.WRAPPED_KEY) == null
                        ? Optional.empty()
                        : keeping.tryReading(id, () -> new NameIndex.NamedClient(read(row), therapist));
                keeping.tryReading(id, () -> RecordForm.<Client>idIn(row)).ifPresent(known -> changed.put(known, kept));
            }
        }
        return changed;
    }

    /** Writes what is there already: by it is known that writing is possible. */
    static int writeNothingNew(DSLContext transaction) {
        return transaction
                .update(Tables.CLIENT_CHANGE)
                .set(Tables.CHANGE_NUMBER, Tables.CHANGE_NUMBER)
                .execute();
    }

    static long lastChange(DSLContext transaction) {
        return transaction
                .select(Tables.CHANGE_NUMBER)
                .from(Tables.CLIENT_CHANGE)
                .fetchSingle()
                .value1();
    }

    /** Taken within a transaction, which until it ends alone takes one: the numbers come up in the order of the commits. */
    static long nextChange(DSLContext transaction) {
        transaction
                .update(Tables.CLIENT_CHANGE)
                .set(Tables.CHANGE_NUMBER, Tables.CHANGE_NUMBER.plus(1))
                .execute();
        return lastChange(transaction);
    }

    @Override
    public int count() {
        return database.read(transaction -> switch (database.sight()) {
            case Sight.Nobody nobody -> 0;
            case Sight.Everyone everyone -> countAll(transaction);
            case Sight.OwnClients own ->
                transaction.fetchCount(
                                Tables.CLIENT,
                                Tables.THERAPIST_ID.eq(own.account().toString()))
                        + care.listLent(transaction, own.account()).size();
        });
    }

    private int countAll(DSLContext transaction) {
        synchronized (names) {
            boolean current = !database.isWriting() && keeping.listUnreadable().isEmpty();
            if (current) {
                refreshNames(transaction);
            }
            return current && keeping.listUnreadable().isEmpty()
                    ? names.size()
                    : transaction.fetchCount(Tables.CLIENT, Tables.WRAPPED_KEY.isNotNull());
        }
    }

    @Override
    public void erase(Id<Client> id) {
        database.write(transaction -> {
            if (!isKnown(transaction, id)) {
                throw new NoSuchRecord("client", id);
            }
            byte[] wrapped = transaction
                    .select(Tables.WRAPPED_KEY)
                    .from(Tables.CLIENT)
                    .where(Tables.ID.eq(id.toString()))
                    .fetchOptional(Tables.WRAPPED_KEY)
                    .orElse(new byte[0]);
            int rows = 0;
            for (Table<Record> table : Tables.OF_A_SESSION) {
                rows += transaction
                        .deleteFrom(table)
                        .where(Tables.SESSION_ID.in(sessionsOf(transaction, id)))
                        .execute();
            }
            for (Table<Record> table : Tables.OF_A_CLIENT) {
                rows += transaction
                        .deleteFrom(table)
                        .where(Tables.CLIENT_ID.eq(id.toString()))
                        .execute();
            }
            KeptDeeds.forget(transaction, id);
            if (wrapped.length > 0) { // else this client was erased before
                erasures.begin(id, wrapped, rows);
                database.onceUndone(() -> erasures.forget(id));
            }
            database.onceKept(() -> forget(id));
            database.letGo(id);
            return transaction
                    .update(Tables.CLIENT)
                    .setNull(Tables.WRAPPED_KEY)
                    .setNull(Tables.CONTENT)
                    .setNull(Tables.LAST_CHECK_IN_AT)
                    .setNull(Tables.OPEN_SINCE)
                    .setNull(Tables.UNHEARD_SINCE)
                    .setNull(Tables.LAST_SESSION_AT)
                    .setNull(Tables.THERAPIST_ID)
                    .set(Tables.CHECK_INS, 0)
                    .set(Tables.SEEN_AT, 0L)
                    .set(Tables.WORSE, 0)
                    .set(Tables.IS_ARCHIVED, 0)
                    .set(Tables.CHANGED, nextChange(transaction))
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
        });
    }

    private void forget(Id<Client> erased) {
        forgetInMemory(erased);
        erasures.finish();
    }

    /** By whatever server it was erased. */
    void forgetInMemory(Id<Client> erased) {
        keys.forgetErased(erased);
        keeping.forget(erased);
        synchronized (names) {
            names.forget(erased);
        }
    }

    private static Select<Record1<String>> sessionsOf(DSLContext transaction, Id<Client> id) {
        return transaction.select(Tables.ID).from(Tables.SESSION).where(Tables.CLIENT_ID.eq(id.toString()));
    }

    private static boolean isKnown(DSLContext transaction, Id<Client> id) {
        return transaction.fetchExists(Tables.CLIENT, Tables.ID.eq(id.toString()));
    }

    private Client get(DSLContext transaction, Id<Client> id) {
        return find(transaction, id).orElseThrow(() -> new NoSuchRecord("client", id));
    }

    private Optional<Client> find(DSLContext transaction, Id<Client> id) {
        return read(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    private List<Client> read(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.VERSION, Tables.WRAPPED_KEY, Tables.CONTENT)
                .from(Tables.CLIENT)
                .where(which.and(Tables.WRAPPED_KEY.isNotNull()))
                .fetch(this::read);
    }

    /** From a row with id, version, key and content. */
    Client read(Record row) {
        Id<Client> id = RecordForm.idIn(row);
        Seal seal = keys.ofClient(id, row.get(Tables.WRAPPED_KEY));
        String place = Seal.boundPlace(place(id), row.get(Tables.VERSION), List.of());
        return client(row, Json.parse(seal.open(row.get(Tables.CONTENT), place)));
    }

    private static byte[] sealed(Seal seal, Client client, Version version) {
        return seal.close(
                Json.bytes(content(client)), Seal.boundPlace(place(client.id()), version.number(), List.of()));
    }

    /**
     * Binds what programs before schema 60 left.
     *
     * @return the client's seal; empty for who was erased
     */
    Optional<Seal> bind(DSLContext transaction, Id<Client> id) {
        return transaction
                .select(Tables.ID, Tables.VERSION, Tables.WRAPPED_KEY, Tables.CONTENT)
                .from(Tables.CLIENT)
                .where(Tables.ID.eq(id.toString()).and(Tables.WRAPPED_KEY.isNotNull()))
                .fetchOptional()
                .map(row -> {
                    Seal seal = keys.ofClient(id, row.get(Tables.WRAPPED_KEY));
                    Client client = client(row, Json.parse(seal.open(row.get(Tables.CONTENT), place(id))));
                    transaction
                            .update(Tables.CLIENT)
                            .set(Tables.CONTENT, sealed(seal, client, client.version()))
                            .set(Tables.SEEN_AT, client.addedAt().toEpochMilli())
                            .where(Tables.ID.eq(id.toString()))
                            .execute();
                    return seal;
                });
    }

    private static ObjectNode content(Client client) {
        ObjectNode content = Json.object()
                .put("name", client.name().value())
                .put("made_up", client.madeUp())
                .put("added_at", client.addedAt().toString());
        client.yearOfBirth().ifPresent(year -> content.put("year_of_birth", year));
        return AboutJson.write(content, client.archiving());
    }

    private static int isArchived(Client client) {
        return client.isArchived() ? 1 : 0;
    }

    private static Client client(Record row, JsonNode content) {
        return new Client(
                RecordForm.idIn(row),
                Json.privateText(content, "name"),
                content.has("year_of_birth")
                        ? OptionalInt.of(content.required("year_of_birth").asInt())
                        : OptionalInt.empty(),
                content.required("made_up").asBoolean(),
                Json.instant(content, "added_at"),
                AboutJson.readArchiving(content),
                RecordForm.versionIn(row));
    }

    static String place(Id<Client> id) {
        return Seal.place("client", "content", id);
    }
}
