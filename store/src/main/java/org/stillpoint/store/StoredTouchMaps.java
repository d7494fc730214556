package org.stillpoint.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchMaps;
import org.stillpoint.record.touch.TouchWish;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The touch maps, one ciphertext each. */
final class StoredTouchMaps implements TouchMaps {
    private final Shelf<TouchMap> shelf;

    StoredTouchMaps(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new TouchMapForm());
    }

    @Override
    public void add(TouchMap map) {
        shelf.add(map, TouchMap::equals, transaction -> {});
    }

    @Override
    public List<TouchMap> list(Id<Client> client) {
        return shelf.list(client, Comparator.comparing(map -> map.version().number()));
    }

    private static final class TouchMapForm implements RecordForm<TouchMap> {
        @Override
        public Table<Record> table() {
            return Tables.TOUCH_MAP;
        }

        @Override
        public String noun() {
            return "touch map";
        }

        @Override
        public Id<TouchMap> id(TouchMap map) {
            return map.id();
        }

        @Override
        public Id<Client> client(TouchMap map) {
            return map.client();
        }

        /** Its row is never changed. */
        @Override
        public Version version(TouchMap map) {
            return Version.FIRST;
        }

        @Override
        public ObjectNode write(TouchMap map) {
            ObjectNode content = Json.object()
                    .put("at", map.at().toString())
                    .put("number", map.version().number())
                    .put("by", map.by().name());
            ObjectNode wishes = content.putObject("wishes");
            map.wishes().forEach((region, wish) -> wishes.put(region.value(), wish.name()));
            return content;
        }

        @Override
        public TouchMap read(Record row, JsonNode content) {
            Map<RegionCode, TouchWish> wishes = new HashMap<>();
            content.required("wishes")
                    .propertyStream()
                    .forEach(each -> wishes.put(
                            new RegionCode(each.getKey()),
                            TouchWish.valueOf(each.getValue().asString())));
            return new TouchMap(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    wishes,
                    content.has("by")
                            ? IntakeHand.valueOf(Json.text(content, "by"))
                            : IntakeHand.THERAPIST, // rows before 2026-11-29 were said to them alone
                    new Version(content.required("number").asInt()));
        }
    }
}
