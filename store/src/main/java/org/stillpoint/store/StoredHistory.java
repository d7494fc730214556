package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The trauma events. */
final class StoredHistory implements History {
    private static final Comparator<TraumaEvent> IN_TIME = Comparator.comparing(
                    (TraumaEvent event) -> event.told().when().first())
            .thenComparing(TraumaEvent::recordedAt)
            .thenComparing(TraumaEvent::id);

    private final Database database;
    private final Keys keys;
    private final Shelf<TraumaEvent> shelf;

    StoredHistory(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
        shelf = new Shelf<>(database, keys, new TraumaEventForm());
    }

    @Override
    public void add(TraumaEvent event) {
        shelf.add(event, StoredHistory::sameAsAdded, transaction -> {});
    }

    /** A session may have locked it since it was added; that makes it no other event. */
    private static boolean sameAsAdded(TraumaEvent kept, TraumaEvent added) {
        return kept.lockedBy().map(added::lockedBy).orElse(added).equals(kept);
    }

    @Override
    public TraumaEvent update(TraumaEvent changed) {
        return shelf.replace(changed, TraumaEvent::changedTo);
    }

    @Override
    public void remove(Id<Client> client, Id<TraumaEvent> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    @Override
    public Optional<TraumaEvent> find(Id<Client> client, Id<TraumaEvent> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<TraumaEvent> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public void lock(Id<Client> client, Id<Session> by) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            shelf.list(transaction, client, IN_TIME).stream()
                    .filter(event -> event.lockedBy().isEmpty())
                    .forEach(event -> shelf.reseal(transaction, seal, event.lockedBy(by)));
            return by;
        });
    }

    @Override
    public void relock(Id<Client> client, Id<Session> was, Optional<Id<Session>> now) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            shelf.list(transaction, client, IN_TIME).stream()
                    .filter(event -> event.lockedBy().equals(Optional.of(was)))
                    .forEach(event -> shelf.reseal(transaction, seal, event.lockedBy(now)));
            return was;
        });
    }

    /** Adds new ones of clients who are locked, in one go. */
    void insertNew(DSLContext transaction, List<TraumaEvent> added, Function<Id<Client>, Seal> seals) {
        shelf.insertNew(transaction, added, seals);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    /** @param kindName under which the kind of event is written */
    static ObjectNode write(ObjectNode content, Told told, String kindName) {
        content.put(kindName, told.kind().name()).put("when", told.when().toString());
        told.severity().ifPresent(known -> content.put("severity", known.value()));
        told.emotionalIntensity().ifPresent(known -> content.put("emotional_intensity", known.value()));
        ArrayNode places = content.putArray("places");
        told.places().forEach(place -> places.add(place.value()));
        Json.put(content, "mechanism", told.mechanism());
        told.coded().ifPresent(coded -> content.put("coded_mechanism", coded.name()));
        Json.put(content, "felt", told.felt());
        if (!told.force().isEmpty()) {
            ArrayNode force = content.putArray("force");
            told.force().forEach(from -> force.add(from.name()));
        }
        if (!told.posture().isEmpty()) {
            Json.put(content, "posture", told.posture());
        }
        return content;
    }

    static Told readTold(JsonNode content, String kindName) {
        List<RegionCode> places = new ArrayList<>();
        content.required("places").forEach(place -> places.add(new RegionCode(place.asString())));
        Set<ForceDirection> force = EnumSet.noneOf(ForceDirection.class);
        content.path("force")
                .forEach(from -> force.add(ForceDirection.valueOf(from.asString()))); // none before 2026-11-29
        return new Told(
                EventKind.valueOf(Json.text(content, kindName)),
                EventDate.parse(Json.text(content, "when")),
                places,
                Json.privateText(content, "mechanism"),
                content.has("coded_mechanism")
                        ? Optional.of(Mechanism.valueOf(Json.text(content, "coded_mechanism")))
                        : Optional.empty(), // rows before 2026-11-28 have none
                Json.optionalScore(content, "severity"),
                Json.optionalScore(content, "emotional_intensity"),
                Json.privateText(content, "felt"),
                force,
                content.has("posture") ? Json.privateText(content, "posture") : PrivateText.NONE);
    }

    private static final class TraumaEventForm implements RecordForm<TraumaEvent> {
        @Override
        public Table<Record> table() {
            return Tables.TRAUMA_EVENT;
        }

        @Override
        public String noun() {
            return "trauma event";
        }

        @Override
        public Id<TraumaEvent> id(TraumaEvent event) {
            return event.id();
        }

        @Override
        public Id<Client> client(TraumaEvent event) {
            return event.client();
        }

        @Override
        public Version version(TraumaEvent value) {
            return value.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.LOCKED_BY);
        }

        @Override
        public List<@Nullable Object> clear(TraumaEvent value) {
            return Collections.singletonList(value.lockedBy().map(Id::toString).orElse(null));
        }

        @Override
        public ObjectNode write(TraumaEvent event) {
            return StoredHistory.write(
                    Json.object()
                            .put("provenance", event.provenance().name())
                            .put("recorded_at", event.recordedAt().toString()),
                    event.told(),
                    "kind");
        }

        @Override
        public TraumaEvent read(Record row, JsonNode content) {
            return new TraumaEvent(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    readTold(content, "kind"),
                    Provenance.valueOf(Json.text(content, "provenance")),
                    Json.instant(content, "recorded_at"),
                    Optional.ofNullable(row.get(Tables.LOCKED_BY)).map(Id::of),
                    RecordForm.versionIn(row));
        }
    }
}
