package org.stillpoint.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The check-ins. */
final class StoredCheckIns implements CheckIns {
    static final Comparator<CheckIn> IN_TIME = Comparator.comparing(CheckIn::at).thenComparing(CheckIn::id);

    private final Shelf<CheckIn> shelf;

    StoredCheckIns(Database database, Keys keys) {
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
    public CheckIn update(CheckIn changed) {
        return shelf.replace(changed.id(), changed.version(), kept -> kept.with(changed.answers()));
    }

    @Override
    public Optional<CheckIn> find(Id<CheckIn> id) {
        return shelf.find(id);
    }

    @Override
    public CheckIn get(Id<CheckIn> id) {
        return shelf.get(id);
    }

    @Override
    public List<CheckIn> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public boolean isAnyFrom(Id<Client> client, Instant from) {
        return list(client).stream().anyMatch(kept -> !kept.at().isBefore(from));
    }

    private static final class CheckInForm implements Form<CheckIn> {
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
        public ObjectNode write(CheckIn checkIn) {
            Answers answers = checkIn.answers();
            ObjectNode content = Json.object()
                    .put("at", checkIn.at().toString())
                    .put("pain", answers.pain().value())
                    .put("stress", answers.stress().value())
                    .put("tension", answers.tension().value())
                    .put("anxiety", answers.anxiety().value());
            Json.put(content, "mood", answers.mood());
            Json.put(content, "sleep", answers.sleep());
            Json.put(content, "body_awareness", answers.bodyAwareness());
            Json.put(content, "anything_worse", answers.anythingWorse());
            return content;
        }

        @Override
        public CheckIn read(Record row, JsonNode content) {
            Answers answers = new Answers(
                    Json.score(content, "pain"),
                    Json.score(content, "stress"),
                    Json.score(content, "tension"),
                    Json.score(content, "anxiety"),
                    Json.optionalScore(content, "mood"),
                    Json.optionalScore(content, "sleep"),
                    Json.optionalScore(content, "body_awareness"),
                    Json.privateText(content, "anything_worse"));
            return new CheckIn(
                    Form.idIn(row), Form.clientIn(row), Json.instant(content, "at"), answers, Form.versionIn(row));
        }
    }
}
