package org.stillpoint.app.life;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.LifeParameter;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.memory.TraumaKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A life as read from JSON.
 *
 * @param age at its end, years
 * @param events everything that happens, in the order of the file
 * @param parameters the person's own constants
 */
record LifeFile(double age, List<LifeEvent> events, LifeParameters parameters) {
    private static final double OLDEST = 110;
    private static final int MOST_BYTES = 4 << 20;

    /** Own choice, 2026: of one kind in one life, one each month for eighty years. */
    private static final int MOST_OF_A_KIND = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern TWICE = Pattern.compile("(?i)duplicate[^\"']*[\"']([^\"']*)[\"'].*", Pattern.DOTALL);

    static LifeFile read(Path file, Bracing bracing) {
        String name = String.valueOf(file.getFileName());
        try {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            if (bytes.length > MOST_BYTES) {
                throw new BadInput(Problem.ofFile(name, "is larger than " + (MOST_BYTES >> 20) + " MB; a life is not"));
            }
            return parse(name, bytes, bracing);
        } catch (NoSuchFileException e) {
            throw new BadInput(Problem.ofFile(name, "there is no such file"));
        } catch (IOException e) {
            throw new BadInput(Problem.ofFile(name, "cannot be read"));
        }
    }

    static LifeFile example(String key, Bracing bracing) {
        TeachingExample example = TeachingExample.find(key)
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        "--example",
                        key,
                        "is not one of "
                                + Arrays.stream(TeachingExample.values())
                                        .map(TeachingExample::key)
                                        .collect(Collectors.joining(", ")))));
        return new LifeFile(example.to(), example.changes(bracing), LifeParameters.standard());
    }

    private static LifeFile parse(String name, byte[] bytes, Bracing bracing) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || !root.isObject()) {
                throw new BadInput(Problem.ofFile(name, "is not a JSON object"));
            }
            return new LifeReader(name, bracing).life(root);
        } catch (JacksonException e) {
            Matcher twice = TWICE.matcher(String.valueOf(e.getOriginalMessage()));
            throw new BadInput(
                    twice.matches()
                            ? Problem.ofValue(name, twice.group(1), "is there twice")
                            : Problem.ofFile(name, "is not JSON"));
        }
    }

    /** Reads one file, and names it where something is wrong. */
    private record LifeReader(String name, Bracing bracing) {
        LifeFile life(JsonNode root) {
            known(root, "", "age", "events", "arousal", "releases", "parameters");
            double age = number(root, "age", "", 0, OLDEST);
            List<LifeEvent> events = new ArrayList<>();
            int n = 0;
            for (JsonNode event : list(root, "events", "")) {
                events.add(strike(event, "events " + ++n + ", "));
            }
            once(root, "events");
            once(root, "releases");
            double first = events.stream().mapToDouble(LifeEvent::age).min().orElse(OLDEST);
            n = 0;
            for (JsonNode change : list(root, "arousal", "")) {
                String place = "arousal " + ++n + ", ";
                known(change, place, "age", "level");
                events.add(new LifeEvent.Arousal(
                        number(change, "age", place, 0, OLDEST), number(change, "level", place, 0, 1)));
            }
            n = 0;
            for (JsonNode release : list(root, "releases", "")) {
                events.add(release(release, "releases " + ++n + ", ", first));
            }
            return new LifeFile(age, List.copyOf(events), parameters(root.path("parameters")));
        }

        /** What is not understood is not passed over: a misspelled word would take a whole part of a life away. */
        private void known(JsonNode node, String place, String... fields) {
            if (!node.isObject()) {
                throw bad(place, node.toString(), "is no object with " + String.join(", ", fields));
            }
            for (String field : node.propertyNames()) {
                if (!List.of(fields).contains(field)) {
                    throw bad(place + "key", field, "is not one of " + String.join(", ", fields));
                }
            }
        }

        /** The same happening written twice would count twice. */
        private void once(JsonNode root, String field) {
            Map<String, Integer> seen = new HashMap<>();
            for (JsonNode node : root.path(field)) {
                String meaning = meaning(node);
                Integer before = seen.putIfAbsent(meaning, seen.size() + 1);
                if (before != null) {
                    throw bad(
                            field + " " + (seen.size() + 1), "", "is the same as number " + before + "; leave one out");
                }
            }
        }

        /** What a node means, however it is written: 30 is 30.0, places have no order, and an empty word is none. */
        private static String meaning(JsonNode node) {
            if (node.isNumber()) {
                return String.valueOf(node.asDouble());
            }
            if (node.isArray()) {
                return node.valueStream()
                        .map(LifeReader::meaning)
                        .sorted()
                        .toList()
                        .toString();
            }
            if (node.isObject()) {
                return node.propertyNames().stream()
                        .sorted()
                        .map(name -> name + "=" + meaning(node.path(name)))
                        .filter(pair -> !pair.endsWith("="))
                        .toList()
                        .toString();
            }
            return node.isNull() ? "" : node.asString("").toLowerCase(Locale.ROOT);
        }

        private LifeEvent release(JsonNode release, String place, double first) {
            known(release, place, "age", "muscle", "extent");
            double age = number(release, "age", place, 0, OLDEST);
            if (age < first) {
                throw bad(place + "age", String.valueOf(age), "comes before every event: nothing is held yet");
            }
            return new LifeEvent.MuscleRelease(age, muscle(release, place), number(release, "extent", place, 0, 1));
        }

        /** The list of this name; empty where there is none. */
        private Iterable<JsonNode> list(JsonNode node, String field, String place) {
            JsonNode value = node.path(field);
            if (!value.isMissingNode() && !value.isArray()) {
                throw bad(place + field, value.toString(), "is not a list");
            }
            if (value.size() > MOST_OF_A_KIND) {
                throw bad(place + field, String.valueOf(value.size()), "are more than " + MOST_OF_A_KIND);
            }
            return value;
        }

        private LifeEvent strike(JsonNode event, String place) {
            known(event, place, "age", "kind", "mechanism", "places", "severity", "intensity");
            double age = number(event, "age", place, 0, OLDEST);
            double severity = number(event, "severity", place, 0, 10);
            double intensity = number(event, "intensity", place, 0, 10);
            TraumaKind kind = kind(event, place);
            JsonNode told = event.path("mechanism");
            if (!told.isMissingNode() && !told.isNull() && !told.isString()) {
                throw bad(place + "mechanism", told.toString(), "is no word");
            }
            String mechanism = told.asString("");
            if (!mechanism.isEmpty() && !bracing.mechanisms(kind).contains(mechanism)) {
                throw bad(
                        place + "mechanism",
                        mechanism,
                        "is not one of " + String.join(", ", bracing.mechanisms(kind)) + ", or empty");
            }
            List<String> places = new ArrayList<>();
            for (JsonNode code : list(event, "places", place)) {
                places.add(code.asString(""));
            }
            try {
                List<RegionCode> regions = places.stream().map(RegionCode::new).toList();
                double[] doses = bracing.doses(new ToldEvent(place, kind, mechanism, regions, severity, intensity));
                return new LifeEvent.Strike(age, doses, severity / 10, intensity / 10);
            } catch (NoSuchElementException | IllegalArgumentException none) {
                throw bad(place + "places", String.join(", ", places), "are not all pain regions, X101 to X238");
            }
        }

        private TraumaKind kind(JsonNode event, String place) {
            String kind = event.path("kind").asString("");
            return Arrays.stream(TraumaKind.values())
                    .filter(each -> each.key().equals(kind.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> bad(
                            place + "kind",
                            kind,
                            "is not one of "
                                    + String.join(
                                            ", ",
                                            Arrays.stream(TraumaKind.values())
                                                    .map(TraumaKind::key)
                                                    .toList())));
        }

        private int muscle(JsonNode release, String place) {
            String muscle = release.path("muscle").asString("");
            try {
                return bracing.atlas().muscles().indexOf(muscle);
            } catch (NoSuchElementException e) {
                throw bad(place + "muscle", muscle, "is no muscle of the atlas");
            }
        }

        private LifeParameters parameters(JsonNode node) {
            LifeParameters parameters = LifeParameters.standard();
            if (!node.isMissingNode() && !node.isObject()) {
                throw bad("parameters", node.toString(), "is no object of numbers by name");
            }
            for (String name : node.propertyNames()) {
                LifeParameter parameter = Arrays.stream(LifeParameter.values())
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                bad("parameters", name, "is not one of " + Arrays.toString(LifeParameter.values())));
                parameters = parameters.with(
                        parameter,
                        number(
                                node,
                                name,
                                "parameters, ",
                                parameter.sourced().low(),
                                parameter.sourced().high()));
            }
            return parameters;
        }

        private double number(JsonNode node, String field, String place, double low, double high) {
            JsonNode value = node.path(field);
            if (!value.isNumber() || !(value.asDouble() >= low && value.asDouble() <= high)) {
                throw bad(
                        place + field,
                        value.isMissingNode() ? "" : value.toString(),
                        "is no number from " + low + " to " + high);
            }
            return value.asDouble();
        }

        private BadInput bad(String place, String value, String expected) {
            return new BadInput(Problem.ofValue(name + ", " + place, value, expected));
        }
    }
}
