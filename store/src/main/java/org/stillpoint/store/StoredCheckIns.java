package org.stillpoint.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The check-ins. */
final class StoredCheckIns implements CheckIns {
    static final Comparator<CheckIn> IN_TIME = Comparator.comparing(CheckIn::at).thenComparing(CheckIn::id);

    private final Database database;
    private final Shelf<CheckIn> shelf;

    StoredCheckIns(Database database, Keys keys) {
        this.database = database;
        shelf = shelf(database, keys);
    }

    static Shelf<CheckIn> shelf(Database database, Keys keys) {
        return new Shelf<>(database, keys, new CheckInForm());
    }

    @Override
    public void add(CheckIn checkIn) {
        shelf.add(checkIn, (kept, added) -> kept.equals(added), transaction -> {});
    }

    @Override
    public void addAll(Id<Client> client, List<CheckIn> checkIns) {
        shelf.addNew(client, checkIns);
    }

    @Override
    public CheckIn update(CheckIn changed) {
        return shelf.replace(
                changed,
                (kept, wanted) -> kept.with(wanted.answers())
                        .movedTo(wanted.at())
                        .turningWorse(wanted.turnedWorse())
                        .followedBy(wanted.followUp()));
    }

    @Override
    public void remove(Id<Client> client, Id<CheckIn> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    @Override
    public Optional<CheckIn> find(Id<Client> client, Id<CheckIn> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<CheckIn> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<CheckIn> listOpen(Collection<Id<Client>> clients) {
        return shelf.list(clients, Tables.WORSE.eq(DSL.inline(1)), IN_TIME);
    }

    @Override
    public Optional<CheckIn> findLatest(Id<Client> client) {
        return shelf.findLatest(client, IN_TIME);
    }

    @Override
    public int count(Id<Client> client) {
        return shelf.count(client);
    }

    @Override
    public boolean isAnyFrom(Id<Client> client, Instant from) {
        // the clear instant is cut to the millisecond, so is what it is compared with: an entry is rather seen than
        // missed
        return database.read(transaction -> transaction.fetchExists(
                Tables.CHECK_IN, Tables.CLIENT_ID.eq(client.toString()).and(Tables.AT.ge(from.toEpochMilli()))));
    }

    /** Adds new ones of clients who are locked, in one go. */
    void insertNew(DSLContext transaction, List<CheckIn> added, Function<Id<Client>, Seal> seals) {
        shelf.insertNew(transaction, added, seals);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    static ObjectNode write(ObjectNode content, Answers answers) {
        content.put("pain", answers.pain().value());
        Json.put(content, "stress", answers.stress());
        Json.put(content, "tension", answers.tension());
        Json.put(content, "anxiety", answers.anxiety());
        Json.put(content, "mood", answers.mood());
        Json.put(content, "sleep", answers.sleep());
        Json.put(content, "body_awareness", answers.bodyAwareness());
        Json.put(content, "anything_worse", answers.anythingWorse());
        return content;
    }

    static Answers readAnswers(JsonNode content) {
        return new Answers(
                Json.score(content, "pain"),
                Json.optionalScore(content, "stress"),
                Json.optionalScore(content, "tension"),
                Json.optionalScore(content, "anxiety"),
                Json.optionalScore(content, "mood"),
                Json.optionalScore(content, "sleep"),
                Json.optionalScore(content, "body_awareness"),
                Json.privateText(content, "anything_worse"));
    }

    private static final class CheckInForm implements RecordForm<CheckIn> {
        @Override
        public Table<Record> table() {
            return Tables.CHECK_IN;
        }

        @Override
        public String noun() {
            return "check-in";
        }

        @Override
        public Id<CheckIn> id(CheckIn checkIn) {
            return checkIn.id();
        }

        @Override
        public Id<Client> client(CheckIn checkIn) {
            return checkIn.client();
        }

        @Override
        public Version version(CheckIn value) {
            return value.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT, Tables.WORSE);
        }

        @Override
        public List<@Nullable Object> clear(CheckIn value) {
            return List.of(value.at().toEpochMilli(), value.isOpen() ? 1 : 0);
        }

        @Override
        public void written(DSLContext transaction, Collection<Id<Client>> clients) {
            Standings.checkedIn(transaction, clients);
        }

        @Override
        public ObjectNode write(CheckIn checkIn) {
            ObjectNode content =
                    StoredCheckIns.write(Json.object().put("at", checkIn.at().toString()), checkIn.answers());
            checkIn.offset().ifPresent(offset -> content.put("offset_s", offset.getTotalSeconds()));
            checkIn.map().ifPresent(map -> content.put("map", map.toString()));
            if (checkIn.turnedWorse()) {
                content.put("turned_worse", true);
            }
            SafetyJson.writeFollowUp(content, checkIn.followUp());
            return content;
        }

        @Override
        public CheckIn read(Record row, JsonNode content) {
            return new CheckIn(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    Optional.ofNullable(content.get("offset_s"))
                            .map(seconds -> ZoneOffset.ofTotalSeconds(seconds.asInt())),
                    readAnswers(content),
                    Optional.ofNullable(content.get("map")).map(map -> Id.of(map.asString())),
                    content.has("turned_worse"),
                    SafetyJson.readFollowUp(content),
                    RecordForm.versionIn(row));
        }
    }
}
