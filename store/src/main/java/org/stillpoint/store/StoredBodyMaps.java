package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body maps. */
final class StoredBodyMaps implements BodyMaps {
    private static final Comparator<BodyMap> IN_TIME =
            Comparator.comparing(BodyMap::at).thenComparing(BodyMap::id);

    private final Shelf<BodyMap> shelf;

    StoredBodyMaps(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new BodyMapForm());
    }

    @Override
    public void add(BodyMap map) {
        shelf.add(map, (kept, added) -> kept.equals(added), transaction -> {});
    }

    @Override
    public BodyMap update(BodyMap changed) {
        return shelf.replace(changed, (kept, wanted) -> kept.with(wanted.pain(), wanted.quality()));
    }

    @Override
    public Optional<BodyMap> findLatest(Id<Client> client) {
        return shelf.findLatest(client, IN_TIME);
    }

    @Override
    public Optional<BodyMap> find(Id<Client> client, Id<BodyMap> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<BodyMap> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    /** Adds new ones of clients who are locked, in one go. */
    void insertNew(DSLContext transaction, List<BodyMap> added, Function<Id<Client>, Seal> seals) {
        shelf.insertNew(transaction, added, seals);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    private static final class BodyMapForm implements RecordForm<BodyMap> {
        @Override
        public Table<Record> table() {
            return Tables.BODY_MAP;
        }

        @Override
        public String noun() {
            return "body map";
        }

        @Override
        public Id<BodyMap> id(BodyMap map) {
            return map.id();
        }

        @Override
        public Id<Client> client(BodyMap map) {
            return map.client();
        }

        @Override
        public Version version(BodyMap value) {
            return value.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT);
        }

        @Override
        public List<@Nullable Object> clear(BodyMap value) {
            return List.of(value.at().toEpochMilli());
        }

        @Override
        public ObjectNode write(BodyMap map) {
            ObjectNode content = Json.object().put("at", map.at().toString());
            ObjectNode pain = content.putObject("pain");
            map.pain().forEach((region, score) -> pain.put(region.value(), score.value()));
            if (!map.quality().isEmpty()) {
                ObjectNode quality = content.putObject("quality");
                map.quality().forEach((region, felt) -> quality.put(region.value(), felt.name()));
            }
            return content;
        }

        @Override
        public BodyMap read(Record row, JsonNode content) {
            SortedMap<RegionCode, Score0To10> pain = new TreeMap<>();
            for (Map.Entry<String, JsonNode> region : content.required("pain").properties()) {
                pain.put(
                        new RegionCode(region.getKey()),
                        Score0To10.of(region.getValue().asDouble()));
            }
            SortedMap<RegionCode, PainQuality> quality = new TreeMap<>();
            content.path("quality") // none before 2026-11-29
                    .properties()
                    .forEach(region -> quality.put(
                            new RegionCode(region.getKey()),
                            PainQuality.valueOf(region.getValue().asString())));
            return new BodyMap(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    pain,
                    quality,
                    RecordForm.versionIn(row));
        }
    }
}
