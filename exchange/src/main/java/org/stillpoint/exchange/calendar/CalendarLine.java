package org.stillpoint.exchange.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One unfolded line of a calendar: a name, its parameters, a value as it was written.
 *
 * @param name in capitals
 * @param parameters by their names in capitals, without quotation marks
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    /** All of a file. It is unfolded before it is decoded: others fold within a letter. */
    static List<CalendarLine> list(byte[] file) {
        List<CalendarLine> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int start = startsWithMark(file) ? 3 : 0;
        for (int i = start; i < file.length; i++) {
            byte each = file[i];
            if (each == '\r' && i + 1 < file.length && file[i + 1] == '\n') {
                continue;
            }
            if (each != '\n' && each != '\r') {
                line.write(each);
            } else if (i + 1 < file.length && (file[i + 1] == ' ' || file[i + 1] == '\t')) {
                i++;
            } else {
                add(lines, line);
            }
        }
        add(lines, line);
        return lines;
    }

    private static boolean startsWithMark(byte[] file) {
        return file.length >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF;
    }

    private static void add(List<CalendarLine> lines, ByteArrayOutputStream line) {
        parse(line.toString(StandardCharsets.UTF_8)).ifPresent(lines::add);
        line.reset();
    }

    /** Empty where it is no line of a calendar. */
    static Optional<CalendarLine> parse(String line) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean quoted = false;
        int from = 0;
        String name = "";
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && (each == ';' || each == ':')) {
                String part = line.substring(from, i);
                if (name.isEmpty()) {
                    name = part.strip().toUpperCase(Locale.ROOT);
                } else {
                    addParameter(parameters, part);
                }
                from = i + 1;
                if (each == ':') {
                    return name.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new CalendarLine(name, parameters, line.substring(from)));
                }
            }
        }
        return Optional.empty();
    }

    private static void addParameter(Map<String, String> parameters, String part) {
        int equals = part.indexOf('=');
        if (equals > 0) {
            String value = part.substring(equals + 1).strip();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            parameters.put(
                    part.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                    quoted ? value.substring(1, value.length() - 1) : value);
        }
    }

    /** What a parameter says; empty where it is not there. */
    String parameter(String which) {
        return parameters.getOrDefault(which, "");
    }

    /** The value as text: line breaks, commas, semicolons and backslashes without what guards them. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '\\' && i + 1 < value.length()) {
                char guarded = value.charAt(++i);
                text.append(guarded == 'n' || guarded == 'N' ? '\n' : guarded);
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }
}
