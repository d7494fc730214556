package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.ClientRequests;
import org.stillpoint.record.request.RequestMatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients ask of the practice; whether something is open stands in the clear. */
final class StoredClientRequests implements ClientRequests {
    private static final Comparator<ClientRequest> IN_TIME =
            Comparator.comparing(ClientRequest::at).thenComparing(ClientRequest::id);

    private final Shelf<ClientRequest> shelf;
    private final SeenRows<ClientRequest> seen;

    StoredClientRequests(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        shelf = new Shelf<>(database, keys, new RequestForm());
        seen = new SeenRows<>(database, care, keeping, shelf, Tables.CLIENT_REQUEST, IN_TIME);
    }

    @Override
    public void add(ClientRequest request) {
        shelf.add(request, ClientRequest::equals, transaction -> {});
    }

    @Override
    public ClientRequest update(ClientRequest changed) {
        return shelf.replace(
                changed,
                (kept, wanted) -> new ClientRequest(
                        kept.id(), kept.client(), kept.at(), kept.matter(), wanted.followUp(), wanted.version()));
    }

    @Override
    public Optional<ClientRequest> find(Id<Client> client, Id<ClientRequest> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<ClientRequest> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<ClientRequest> listOpen(int atMost) {
        return seen.list(Tables.IS_OPEN.eq(DSL.inline(1)), atMost);
    }

    private static final class RequestForm implements RecordForm<ClientRequest> {
        @Override
        public Table<Record> table() {
            return Tables.CLIENT_REQUEST;
        }

        @Override
        public String noun() {
            return "request";
        }

        @Override
        public Id<ClientRequest> id(ClientRequest request) {
            return request.id();
        }

        @Override
        public Id<Client> client(ClientRequest request) {
            return request.client();
        }

        @Override
        public Version version(ClientRequest request) {
            return request.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT, Tables.IS_OPEN);
        }

        @Override
        public List<@Nullable Object> clear(ClientRequest request) {
            return List.of(request.at().toEpochMilli(), request.isOpen() ? 1 : 0);
        }

        @Override
        public ObjectNode write(ClientRequest request) {
            ObjectNode content = Json.object().put("at", request.at().toString());
            switch (request.matter()) {
                case RequestMatter.CorrectionAsked(var words) ->
                    Json.put(content.put("asks", "correction"), "words", words);
                case RequestMatter.ErasureAsked(var words) -> Json.put(content.put("asks", "erasure"), "words", words);
                case RequestMatter.CannotCome(var appointment, var start) ->
                    content.put("asks", "cannot_come")
                            .put("appointment", appointment.toString())
                            .put("start", start.toString());
            }
            SafetyJson.writeFollowUp(content, request.followUp());
            return content;
        }

        @Override
        public ClientRequest read(Record row, JsonNode content) {
            return new ClientRequest(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    matter(content),
                    SafetyJson.readFollowUp(content),
                    RecordForm.versionIn(row));
        }

        private static RequestMatter matter(JsonNode content) {
            String asks = Json.text(content, "asks");
            return switch (asks) {
                case "correction" -> new RequestMatter.CorrectionAsked(Json.privateText(content, "words"));
                case "erasure" -> new RequestMatter.ErasureAsked(Json.privateText(content, "words"));
                case "cannot_come" ->
                    new RequestMatter.CannotCome(
                            Id.of(Json.text(content, "appointment")), Json.instant(content, "start"));
                default -> throw new IllegalArgumentException("a request of no kind that is known");
            };
        }
    }
}
