package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** That two answers say the same: the same fields, texts and counts, and numbers to 1e-12. */
final class Alike {
    private static final double CLOSE = 1e-12;

    private Alike() {}

    /** @param but fields that may differ, such as how long it took */
    static void check(JsonNode one, JsonNode other, Set<String> but) {
        check("", one, other, but);
    }

    private static void check(String at, JsonNode one, JsonNode other, Set<String> but) {
        if (one.isNumber() && other.isNumber()) {
            assertThat(one.asDouble())
                    .as(at)
                    .isCloseTo(other.asDouble(), within(CLOSE * Math.max(1, Math.abs(other.asDouble()))));
        } else if (one.isObject() && other.isObject()) {
            for (var field : other.properties()) {
                if (!but.contains(field.getKey())) {
                    assertThat(one.has(field.getKey()))
                            .as(at + "." + field.getKey())
                            .isTrue();
                    check(at + "." + field.getKey(), one.get(field.getKey()), field.getValue(), but);
                }
            }
        } else if (one.isArray() && other.isArray()) {
            assertThat(one.size()).as(at).isEqualTo(other.size());
            for (int k = 0; k < one.size(); k++) {
                check(at + "[" + k + "]", one.get(k), other.get(k), but);
            }
        } else {
            assertThat(one).as(at).isEqualTo(other);
        }
    }
}
