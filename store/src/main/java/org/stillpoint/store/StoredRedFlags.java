package org.stillpoint.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.RedFlags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The red flags; whether one is open stands in the clear. */
final class StoredRedFlags implements RedFlags {
    private static final Comparator<RedFlag> IN_TIME =
            Comparator.comparing(RedFlag::at).thenComparing(RedFlag::id);

    private final Shelf<RedFlag> shelf;

    StoredRedFlags(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new RedFlagForm());
    }

    @Override
    public void add(RedFlag flag) {
        shelf.add(flag, RedFlag::equals, transaction -> {});
    }

    @Override
    public RedFlag update(RedFlag changed) {
        return shelf.replace(
                changed,
                (kept, wanted) -> new RedFlag(
                        kept.id(),
                        kept.client(),
                        kept.at(),
                        kept.origin(),
                        wanted.found(),
                        wanted.followUp(),
                        wanted.version()));
    }

    @Override
    public void remove(Id<Client> client, Id<RedFlag> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    @Override
    public Optional<RedFlag> find(Id<Client> client, Id<RedFlag> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<RedFlag> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<RedFlag> listOpen(Collection<Id<Client>> clients) {
        return shelf.list(clients, Tables.IS_OPEN.eq(DSL.inline(1)), IN_TIME);
    }

    private static final class RedFlagForm implements RecordForm<RedFlag> {
        @Override
        public Table<Record> table() {
            return Tables.RED_FLAG;
        }

        @Override
        public String noun() {
            return "red flag";
        }

        @Override
        public Id<RedFlag> id(RedFlag flag) {
            return flag.id();
        }

        @Override
        public Id<Client> client(RedFlag flag) {
            return flag.client();
        }

        @Override
        public Version version(RedFlag flag) {
            return flag.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT, Tables.IS_OPEN);
        }

        @Override
        public List<@Nullable Object> clear(RedFlag flag) {
            return List.of(flag.at().toEpochMilli(), flag.isOpen() ? 1 : 0);
        }

        @Override
        public void written(DSLContext transaction, Collection<Id<Client>> clients) {
            Standings.opened(transaction, clients);
        }

        @Override
        public ObjectNode write(RedFlag flag) {
            ObjectNode content = Json.object()
                    .put("at", flag.at().toString())
                    .put("origin", flag.origin().name());
            SafetyJson.writeFound(content, flag.found());
            SafetyJson.writeFollowUp(content, flag.followUp());
            return content;
        }

        @Override
        public RedFlag read(Record row, JsonNode content) {
            return new RedFlag(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    FlagOrigin.valueOf(Json.text(content, "origin")),
                    SafetyJson.readFound(content),
                    SafetyJson.readFollowUp(content),
                    RecordForm.versionIn(row));
        }
    }
}
