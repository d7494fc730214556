package org.stillpoint.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.AreasSigned;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Consents;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was said about the clients' consents, one ciphertext each. */
final class StoredConsents implements Consents {
    private final Shelf<ConsentEntry> shelf;

    StoredConsents(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new ConsentForm());
    }

    @Override
    public void add(ConsentEntry entry) {
        shelf.add(entry, ConsentEntry::equals, transaction -> {});
    }

    @Override
    public Optional<ConsentEntry> find(Id<Client> client, Id<ConsentEntry> id) {
        return shelf.find(client, id);
    }

    @Override
    public ConsentHistory list(Id<Client> client) {
        return new ConsentHistory(shelf.list(client, ConsentHistory.IN_TIME));
    }

    private static final class ConsentForm implements RecordForm<ConsentEntry> {
        @Override
        public Table<Record> table() {
            return Tables.CONSENT;
        }

        @Override
        public String noun() {
            return "consent";
        }

        @Override
        public Id<ConsentEntry> id(ConsentEntry entry) {
            return entry.id();
        }

        @Override
        public Id<Client> client(ConsentEntry entry) {
            return entry.client();
        }

        /** It is never changed. */
        @Override
        public Version version(ConsentEntry entry) {
            return Version.FIRST;
        }

        @Override
        public ObjectNode write(ConsentEntry entry) {
            ObjectNode content = Json.object().put("at", entry.at().toString());
            return switch (entry) {
                case ConsentGiven given -> {
                    signed(content.put("kind", "given").put("term", given.term().name()), given);
                    ObjectNode choices = content.putObject("choices");
                    given.choices().forEach((block, yes) -> choices.put(block.name(), yes));
                    yield content;
                }
                case AreasSigned areas -> signed(content.put("kind", "areas"), areas);
                case ConsentWithdrawn withdrawn -> content.put("kind", "withdrawn");
            };
        }

        private static ObjectNode signed(ObjectNode content, SignedEntry entry) {
            content.put("version", entry.document().version().number());
            ArrayNode parts = content.putArray("parts");
            entry.document()
                    .parts()
                    .forEach(part -> parts.addObject()
                            .put("block", part.block().name())
                            .put("title", part.title())
                            .put("text", part.text()));
            ArrayNode areas = content.putArray("areas");
            entry.areas().forEach(area -> areas.add(area.name()));
            if (entry.signer() instanceof Signer.Guardian guardian) {
                content.put("guardian", guardian.name().value())
                        .put("relation", guardian.relation().value());
            }
            switch (entry.signature()) {
                case Signature.ByName(var name) -> content.put("typed", name.value());
                case Signature.ByHand(var strokes) -> {
                    ArrayNode drawn = content.putArray("strokes");
                    strokes.forEach(stroke -> {
                        ArrayNode points = drawn.addArray();
                        stroke.points().forEach(point -> points.add(point.x()).add(point.y()));
                    });
                }
            }
            return content;
        }

        @Override
        public ConsentEntry read(Record row, JsonNode content) {
            Id<ConsentEntry> id = RecordForm.idIn(row);
            Id<Client> client = RecordForm.clientIn(row);
            Instant at = Json.instant(content, "at");
            String kind = Json.text(content, "kind");
            return switch (kind) {
                case "given" ->
                    new ConsentGiven(
                            id,
                            client,
                            at,
                            document(content),
                            choices(content),
                            areas(content),
                            ConsentTerm.valueOf(Json.text(content, "term")),
                            signer(content),
                            signature(content));
                case "areas" ->
                    new AreasSigned(
                            id, client, at, document(content), areas(content), signer(content), signature(content));
                case "withdrawn" -> new ConsentWithdrawn(id, client, at);
                default -> throw new IllegalStateException("a consent of a kind this program does not know: " + kind);
            };
        }

        private static ConsentDocument document(JsonNode content) {
            List<ConsentPart> parts = new ArrayList<>();
            content.required("parts")
                    .forEach(part -> parts.add(new ConsentPart(
                            ConsentBlock.valueOf(Json.text(part, "block")),
                            Json.text(part, "title"),
                            Json.text(part, "text"))));
            return new ConsentDocument(new Version(content.required("version").asInt()), parts);
        }

        private static Map<ConsentBlock, Boolean> choices(JsonNode content) {
            Map<ConsentBlock, Boolean> choices = new EnumMap<>(ConsentBlock.class);
            content.required("choices")
                    .propertyStream()
                    .forEach(each -> choices.put(
                            ConsentBlock.valueOf(each.getKey()), each.getValue().asBoolean()));
            return choices;
        }

        private static Set<SensitiveArea> areas(JsonNode content) {
            Set<SensitiveArea> areas = EnumSet.noneOf(SensitiveArea.class);
            content.required("areas").forEach(area -> areas.add(SensitiveArea.valueOf(area.asString())));
            return areas;
        }

        private static Signer signer(JsonNode content) {
            return content.has("guardian")
                    ? new Signer.Guardian(Json.privateText(content, "guardian"), Json.privateText(content, "relation"))
                    : new Signer.Oneself();
        }

        private static Signature signature(JsonNode content) {
            if (content.has("typed")) {
                return new Signature.ByName(Json.privateText(content, "typed"));
            }
            List<InkStroke> strokes = new ArrayList<>();
            content.required("strokes").forEach(drawn -> {
                List<InkPoint> points = new ArrayList<>();
                for (int i = 0; i + 1 < drawn.size(); i += 2) {
                    points.add(
                            new InkPoint(drawn.get(i).asInt(), drawn.get(i + 1).asInt()));
                }
                strokes.add(new InkStroke(points));
            });
            return new Signature.ByHand(strokes);
        }
    }
}
