package org.stillpoint.exchange.calendar;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of a rule of repetition, as it is written. */
final class RuleText {
    private RuleText() {}

    /** By their names, both in capitals and without blanks, which others write after commas. */
    static Map<String, String> parts(String rule) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.replaceAll("\\s", "").toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals), part.substring(equals + 1));
            } else if (!part.isEmpty()) {
                parts.put(part, "");
            }
        }
        return parts;
    }
}
