package org.stillpoint.app.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import tools.jackson.databind.JsonNode;

/**
 * One object in a file of a study, of which nothing is passed over: a name that is not known is told, and so is a value of another kind.
 *
 * @param place where it stands, for whoever is told what is wrong
 */
record StudyNode(String place, JsonNode node) {

    /** Letters of a line of text; own choice, 2026. */
    private static final int MOST_LETTERS = 2_000;

    StudyNode {
        if (!node.isObject()) {
            throw bad(place, node, "is no object");
        }
    }

    /** Refuses whatever else stands in it. */
    StudyNode with(String... names) {
        for (String name : node.propertyNames()) {
            if (!List.of(names).contains(name)) {
                throw new BadInput(
                        Problem.ofValue(place, name, "is not known here; known are " + String.join(", ", names)));
            }
        }
        return this;
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            throw new BadInput(Problem.ofValue(place, name, "is missing"));
        }
        return value;
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** Whether it is said that nothing is told. */
    boolean isNull(String name) {
        return required(name).isNull();
    }

    StudyNode object(String name) {
        return new StudyNode(at(name), required(name));
    }

    /** @throws BadInput where it is longer than {@code most} */
    List<StudyNode> objects(String name, int most) {
        JsonNode list = required(name);
        if (!list.isArray() || list.size() > most) {
            throw bad(at(name), list, "is no list of at most " + most);
        }
        List<StudyNode> all = new ArrayList<>();
        for (JsonNode each : list) {
            all.add(new StudyNode(at(name) + " " + (all.size() + 1), each));
        }
        return all;
    }

    /** A line that is not empty, without characters that do not show. */
    String line(String name) {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw bad(at(name), value, "is no text");
        }
        String text = value.asString();
        boolean shows = text.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        });
        if (text.isBlank() || text.length() > MOST_LETTERS || !shows) {
            throw new BadInput(
                    Problem.ofValue(at(name), text, "is no line of 1 to " + MOST_LETTERS + " letters that all show"));
        }
        return text;
    }

    int integer(String name, int low, int high) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < low || value.asInt() > high) {
            throw bad(at(name), value, "is no whole number from " + low + " to " + high);
        }
        return value.asInt();
    }

    /** A number of people; empty where it is not told. */
    OptionalInt told(String name) {
        return isNull(name) ? OptionalInt.empty() : OptionalInt.of(integer(name, 0, Integer.MAX_VALUE));
    }

    double number(String name, double low, double high) {
        JsonNode value = required(name);
        double number = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(number >= low && number <= high)) {
            throw bad(at(name), value, "is no number from " + low + " to " + high);
        }
        return number;
    }

    boolean yesOrNo(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw bad(at(name), value, "is neither true nor false");
        }
        return value.asBoolean();
    }

    LocalDate day(String name) {
        String text = line(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new BadInput(Problem.ofValue(at(name), text, "is no day such as 2026-11-30"));
        }
    }

    Instant instant(String name) {
        String text = line(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw new BadInput(Problem.ofValue(at(name), text, "is no instant such as 2026-11-30T12:00:00Z"));
        }
    }

    /** A constant by its name in files. */
    <E extends Enum<E>> E constant(String name, E[] all) {
        String text = line(name);
        return find(text, all)
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        at(name),
                        text,
                        "is not one of "
                                + Arrays.stream(all).map(StudyNode::code).collect(Collectors.joining(", ")))));
    }

    static <E extends Enum<E>> Optional<E> find(String code, E[] all) {
        return Arrays.stream(all).filter(each -> code(each).equals(code)).findFirst();
    }

    /** What a constant is called in files. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String at(String name) {
        return place + ", " + name;
    }

    private static BadInput bad(String place, JsonNode value, String fault) {
        return new BadInput(Problem.ofValue(place, value.isContainer() ? "" : value.toString(), fault));
    }
}
