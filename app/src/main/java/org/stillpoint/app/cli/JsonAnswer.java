package org.stillpoint.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers of commands as JSON: objects in the order in which they were filled, no number that JSON does not know. */
public final class JsonAnswer {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper LINE = JsonMapper.builder().build();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Adds a field; a number that is not finite becomes null. */
    public JsonAnswer put(String name, @Nullable Object value) {
        fields.put(name, plain(value));
        return this;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case JsonAnswer json -> json.fields;
            case Double number when !Double.isFinite(number) -> null;
            case double[] numbers ->
                java.util.Arrays.stream(numbers)
                        .mapToObj(n -> Double.isFinite(n) ? n : null)
                        .toList();
            case java.util.List<?> list -> {
                java.util.List<@Nullable Object> plain = new java.util.ArrayList<>();
                list.forEach(item -> plain.add(plain(item)));
                yield plain;
            }
            case null, default -> value;
        };
    }

    /** The object on one line. */
    public String line() {
        return LINE.writeValueAsString(fields);
    }

    /** The object as indented text. */
    @Override
    public String toString() {
        return MAPPER.writeValueAsString(fields);
    }
}
