package org.stillpoint.strain.remote;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Side;
import org.stillpoint.strain.Load;

/**
 * What free words for a part of the body mean in the model, read from {@code structures.csv}.
 *
 * <p>Patterns of the table are tried first, on all words: they name what was done to the body as a whole. Then the words before any
 * bracket, as a whole, then for every name of the table or muscle of the atlas (English and Latin) that they contain, the longest first and
 * without overlap. If nothing is found, the words in brackets are tried the same way. Plurals are read as singulars.
 *
 * <p>The elements of the table are {@code muscle:ID}, {@code group:GROUP}, {@code fascia:LINK}, {@code joint:ID:AXIS},
 * {@code segment:ID:AXIS}, {@code between:SEGMENT:SEGMENT:AXIS}, {@code lift} and {@code none}, ids without their side, axes tx, ty, tz, rx,
 * ry, rz, or * for the turn that the words name ("lateral tilt", "rotation"; bending forward and backward where they name none).
 */
final class StructureNames {

    /** Side of a load. */
    enum Half {
        RIGHT,
        LEFT,
        BOTH
    }

    private final Atlas atlas;
    private final Map<String, List<String>> exact = new HashMap<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<Pattern, List<String>> patterns = new LinkedHashMap<>();
    private final List<String> longestFirst;

    StructureNames(Atlas atlas) {
        this.atlas = atlas;
        for (Muscle muscle : atlas.muscles().list()) {
            List<String> element = List.of("muscle:" + stem(muscle.id()));
            words.put(plain(muscle.name()), element);
            words.put(plain(muscle.latin().replaceFirst("^Musculus ", "")), element);
        }
        for (NamedCsvRecord row : rows()) {
            List<String> elements = Arrays.asList(row.getField("elements").split(";"));
            switch (row.getField("match")) {
                case "exact" -> exact.put(plain(row.getField("name")), elements);
                case "pattern" -> patterns.put(Pattern.compile(row.getField("name")), elements);
                default -> words.put(plain(row.getField("name")), elements);
            }
        }
        words.remove("");
        longestFirst = words.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
                .toList();
    }

    private static List<NamedCsvRecord> rows() {
        try (InputStream in = StructureNames.class.getResourceAsStream("structures.csv")) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its table structures.csv");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loads that words stand for, on one half of the body or both; empty if they are not understood. */
    List<Load> find(String text, Half half) {
        List<Load> loads = new ArrayList<>();
        for (String element : elements(text)) {
            add(element.replace("*", direction(text)), half, loads);
        }
        return loads;
    }

    private static final Pattern FRONTAL = Pattern.compile(
            "lateral (flexion|tilt|lean|bend|bending|glide|translation|deviation)|medial displacement|frontal|abduct|adduct|valgus"
                    + "|varus|obliquity|pelvic drop|eversion|inversion|side bend|pronation|supination|upward");

    private static final Pattern SAGITTAL = Pattern.compile(
            "flexion|extension|anterior|posterior|forward|backward|rearward|sagittal|lordosis|kyphosis|slope|inclination|slouch");

    private static final Pattern TRANSVERSE = Pattern.compile("rotation|rotated|axial|transverse|torsion|twist|turn");

    /** About which axis the words say that something turns. */
    private static String direction(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (FRONTAL.matcher(words).find()) {
            return "rx";
        }
        boolean bends = SAGITTAL.matcher(words).find();
        return !bends && TRANSVERSE.matcher(words).find() ? "ry" : "rz";
    }

    private Set<String> elements(String text) {
        String all = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<Pattern, List<String>> pattern : patterns.entrySet()) {
            if (pattern.getKey().matcher(all).matches()) {
                return new LinkedHashSet<>(pattern.getValue());
            }
        }
        String whole = plain(text);
        String outside = plain(text.replaceAll("\\([^)]*\\)?", " "));
        String inside = plain(text.replaceFirst("^[^(]*", ""));
        for (String part : List.of(whole, outside)) {
            if (exact.containsKey(part)) {
                return new LinkedHashSet<>(exact.getOrDefault(part, List.of()));
            }
        }
        Set<String> found = contained(outside);
        return found.isEmpty() ? contained(inside) : found;
    }

    private Set<String> contained(String text) {
        Set<String> found = new LinkedHashSet<>();
        String rest = " " + text.replaceAll("[^a-z0-9/-]", " ") + " ";
        for (String name : longestFirst) {
            int at = rest.indexOf(" " + name.replaceAll("[^a-z0-9/-]", " ") + " ");
            if (at >= 0) {
                found.addAll(words.getOrDefault(name, List.of()));
                rest = rest.substring(0, at) + " | " + rest.substring(at + name.length() + 1);
            }
        }
        return found;
    }

    private void add(String element, Half half, List<Load> loads) {
        String[] parts = element.strip().split(":");
        switch (parts[0]) {
            case "none" -> {}
            case "lift" -> {
                if (half != Half.LEFT) {
                    loads.add(new Load.LiftLoad(Side.RIGHT));
                }
                if (half != Half.RIGHT) {
                    loads.add(new Load.LiftLoad(Side.LEFT));
                }
            }
            case "group" ->
                atlas.muscles().list().stream()
                        .filter(m -> m.group().equals(parts[1]) && on(m.id(), half))
                        .forEach(m -> loads.add(new Load.MuscleLoad(new MuscleId(m.id()))));
            case "muscle" ->
                sided(parts[1], half, id -> atlas.muscles().find(id).isPresent())
                        .forEach(id -> loads.add(new Load.MuscleLoad(new MuscleId(id))));
            case "fascia" ->
                sided(parts[1], half, id -> atlas.fascia().find(id).isPresent())
                        .forEach(id -> loads.add(new Load.ContinuityLoad(id)));
            case "joint" ->
                sided(parts[1], half, id -> atlas.joints().find(id).isPresent())
                        .forEach(id ->
                                loads.add(new Load.JointLoad(new JointId(id), axis(parts[2]), sign(id, parts[2]))));
            case "segment" ->
                sided(parts[1], half, id -> atlas.bodies().find(id).isPresent())
                        .forEach(id -> loads.add(new Load.OnSegment(id, axis(parts[2]), sign(id, parts[2]))));
            case "between" ->
                sided(parts[2], half, id -> atlas.bodies().find(id).isPresent())
                        .forEach(id ->
                                loads.add(new Load.SegmentPairLoad(parts[1], id, axis(parts[3]), sign(id, parts[3]))));
            default -> throw new IllegalStateException("structures.csv holds '" + element + "'");
        }
    }

    private static List<String> sided(String stem, Half half, java.util.function.Predicate<String> known) {
        if (known.test(stem)) {
            return List.of(stem);
        }
        List<String> ids = new ArrayList<>();
        for (String id : List.of(stem + "_right", stem + "_left")) {
            if (on(id, half) && known.test(id)) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalStateException("structures.csv names '" + stem + "', which the atlas lacks");
        }
        return ids;
    }

    private static boolean on(String id, Half half) {
        return half == Half.BOTH || !id.endsWith(half == Half.RIGHT ? "_left" : "_right");
    }

    private static int sign(String id, String axis) {
        return id.endsWith("_left") ? axis(axis).mirrorSign() : 1;
    }

    private static Load.AtlasAxis axis(String name) {
        return Load.AtlasAxis.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String stem(String id) {
        return id.replaceFirst("_(right|left)$", "");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[();,:+]", " ")
                .replaceAll("(?<=[a-z]{3})(?<![sui])s\\b", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
