package org.stillpoint.store;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.care.Supervisions;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases that were handed to supervisors, each bound to who that is: nobody's row lets another in. */
final class StoredSupervisions implements Supervisions {
    private static final Comparator<Supervision> LATEST_FIRST =
            Comparator.comparing(Supervision::at).thenComparing(Supervision::id).reversed();

    private final Database database;
    private final StoredKeeping keeping;
    private final Clock clock;
    private final Shelf<Supervision> shelf;

    StoredSupervisions(Database database, Keys keys, StoredKeeping keeping, Clock clock) {
        this.database = database;
        this.keeping = keeping;
        this.clock = clock;
        shelf = new Shelf<>(database, keys, new SupervisionForm());
    }

    @Override
    public void add(Supervision supervision) {
        shelf.add(supervision, Supervision::equals, transaction -> {});
    }

    @Override
    public List<Supervision> list(Id<Client> client) {
        return shelf.list(client, LATEST_FIRST);
    }

    @Override
    public List<Supervision> listTo(Id<Account> supervisor) {
        return database.read(transaction -> transaction
                .select(Tables.ID, Tables.CLIENT_ID)
                .from(Tables.SUPERVISION)
                .where(Tables.ACCOUNT_ID.eq(supervisor.toString()))
                .fetch()
                .stream()
                .flatMap(row -> keeping
                        .tryReading(row.get(Tables.CLIENT_ID), () -> shelf.get(transaction, Id.of(row.get(Tables.ID))))
                        .stream())
                .sorted(LATEST_FIRST)
                .toList());
    }

    @Override
    public Optional<Supervision> findLasting(Id<Client> client, Id<Account> supervisor) {
        return shelf.list(List.of(client), Tables.ACCOUNT_ID.eq(supervisor.toString()), LATEST_FIRST).stream()
                .filter(one -> one.lasts(clock.instant()))
                .findFirst();
    }

    @Override
    public Supervision update(Supervision changed) {
        return shelf.replace(changed, (kept, wanted) -> wanted);
    }

    private static final class SupervisionForm implements RecordForm<Supervision> {
        @Override
        public Table<Record> table() {
            return Tables.SUPERVISION;
        }

        @Override
        public String noun() {
            return "supervision";
        }

        @Override
        public Id<Supervision> id(Supervision supervision) {
            return supervision.id();
        }

        @Override
        public Id<Client> client(Supervision supervision) {
            return supervision.client();
        }

        @Override
        public Version version(Supervision supervision) {
            return supervision.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.ACCOUNT_ID);
        }

        @Override
        public List<@Nullable Object> clear(Supervision supervision) {
            return List.of(supervision.supervisor().toString());
        }

        @Override
        public ObjectNode write(Supervision supervision) {
            ObjectNode content = Json.object()
                    .put("number", supervision.number())
                    .put("at", supervision.at().toString())
                    .put("until", supervision.until().toString());
            supervision.by().ifPresent(account -> content.put("by", account.toString()));
            supervision.endedAt().ifPresent(at -> content.put("ended_at", at.toString()));
            return content;
        }

        @Override
        public Supervision read(Record row, JsonNode content) {
            return new Supervision(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Id.of(row.get(Tables.ACCOUNT_ID)),
                    content.required("number").asInt(),
                    content.has("by") ? Optional.of(Id.of(Json.text(content, "by"))) : Optional.empty(),
                    Json.instant(content, "at"),
                    Json.instant(content, "until"),
                    content.has("ended_at") ? Optional.of(Json.instant(content, "ended_at")) : Optional.empty(),
                    RecordForm.versionIn(row));
        }
    }
}
