package org.stillpoint.store;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The private content of a row before it is encrypted: a JSON object, whose named members let an older row be read by a
 * newer program.
 */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(ObjectNode content) {
        return MAPPER.writeValueAsBytes(content);
    }

    static JsonNode parse(byte[] bytes) {
        return MAPPER.readTree(bytes);
    }

    static void put(ObjectNode into, String member, PrivateText text) {
        if (!text.isEmpty()) {
            into.put(member, text.value());
        }
    }

    static void put(ObjectNode into, String member, Optional<Score0To10> score) {
        score.ifPresent(value -> into.put(member, value.value()));
    }

    static String text(JsonNode from, String member) {
        return from.required(member).asString();
    }

    static PrivateText privateText(JsonNode from, String member) {
        return from.has(member) ? new PrivateText(text(from, member)) : PrivateText.NONE;
    }

    static Score0To10 score(JsonNode from, String member) {
        return Score0To10.of(from.required(member).asDouble());
    }

    static Optional<Score0To10> optionalScore(JsonNode from, String member) {
        return from.has(member) ? Optional.of(score(from, member)) : Optional.empty();
    }

    static Instant instant(JsonNode from, String member) {
        return Instant.parse(text(from, member));
    }
}
