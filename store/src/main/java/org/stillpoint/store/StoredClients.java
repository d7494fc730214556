package org.stillpoint.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clients, each with a key of its own. */
final class StoredClients implements Clients {
    private static final int AT_ONCE = 500; // below every database's bound on parameters

    private final Database database;
    private final Keys keys;
    private final NameIndex names = new NameIndex();

    StoredClients(Database database, Keys keys) {
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
            byte[] wrapped = keys.newClientKey(client.id());
            Seal seal = keys.unwrap(client.id(), wrapped);
            database.onceUndone(() -> keys.forgetUndone(client.id()));
            return transaction
                    .insertInto(Tables.CLIENT)
                    .set(Tables.ID, client.id().toString())
                    .set(Tables.VERSION, Version.FIRST.number())
                    .set(Tables.WRAPPED_KEY, wrapped)
                    .set(Tables.CONTENT, seal.close(Json.bytes(content(client)), place(client.id())))
                    .execute();
        });
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
                    .seenAt(kept.version().next());
            transaction
                    .update(Tables.CLIENT)
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, seal.close(Json.bytes(content(next)), place(next.id())))
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
        return database.read(transaction -> {
            if (database.isWriting()) { // its own changes may be undone: they are not for the index that all share
                return refreshed(transaction, new NameIndex()).search(query);
            }
            synchronized (names) {
                return refreshed(transaction, names).search(query);
            }
        });
    }

    private NameIndex refreshed(DSLContext transaction, NameIndex index) {
        List<Id<Client>> changed = index.refresh(versions(transaction));
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            List<String> some = changed.subList(from, Math.min(from + AT_ONCE, changed.size())).stream()
                    .map(Id::toString)
                    .toList();
            read(transaction, Tables.ID.in(some)).forEach(index::put);
        }
        return index;
    }

    private static Map<Id<Client>, Version> versions(DSLContext transaction) {
        return transaction
                .select(Tables.ID, Tables.VERSION)
                .from(Tables.CLIENT)
                .where(Tables.WRAPPED_KEY.isNotNull())
                .fetch()
                .stream()
                .collect(Collectors.toMap(Form::idIn, Form::versionIn));
    }

    @Override
    public void erase(Id<Client> id) {
        database.write(transaction -> {
            if (!isKnown(transaction, id)) {
                throw new NoSuchRecord("client", id);
            }
            for (Table<Record> table : Tables.OF_A_SESSION) {
                transaction
                        .deleteFrom(table)
                        .where(Tables.SESSION_ID.in(sessionsOf(transaction, id)))
                        .execute();
            }
            for (Table<Record> table : Tables.OF_A_CLIENT) {
                transaction
                        .deleteFrom(table)
                        .where(Tables.CLIENT_ID.eq(id.toString()))
                        .execute();
            }
            Deeds.forget(transaction, id);
            database.onceKept(() -> forget(id));
            return transaction
                    .update(Tables.CLIENT)
                    .setNull(Tables.WRAPPED_KEY)
                    .setNull(Tables.CONTENT)
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
        });
    }

    private void forget(Id<Client> erased) {
        keys.forgetErased(erased);
        synchronized (names) {
            names.forget(erased);
        }
        database.sweep();
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
                .fetch(row -> {
                    Id<Client> id = Form.idIn(row);
                    Seal seal = keys.ofClient(id, row.get(Tables.WRAPPED_KEY));
                    return client(row, Json.parse(seal.open(row.get(Tables.CONTENT), place(id))));
                });
    }

    private static ObjectNode content(Client client) {
        ObjectNode content = Json.object()
                .put("name", client.name().value())
                .put("made_up", client.madeUp())
                .put("added_at", client.addedAt().toString());
        client.yearOfBirth().ifPresent(year -> content.put("year_of_birth", year));
        return content;
    }

    private static Client client(Record row, JsonNode content) {
        return new Client(
                Form.idIn(row),
                Json.privateText(content, "name"),
                content.has("year_of_birth")
                        ? OptionalInt.of(content.required("year_of_birth").asInt())
                        : OptionalInt.empty(),
                content.required("made_up").asBoolean(),
                Json.instant(content, "added_at"),
                Form.versionIn(row));
    }

    private static String place(Id<Client> id) {
        return Seal.place("client", "content", id);
    }
}
