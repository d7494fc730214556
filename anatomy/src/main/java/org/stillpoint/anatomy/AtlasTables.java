package org.stillpoint.anatomy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of the tables an atlas is read from: comma-separated, a header row, UTF-8.
 *
 * @param texts text by file name
 */
public record AtlasTables(Map<String, String> texts) {

    public static final String BODIES = "bodies.csv";
    public static final String JOINTS = "joints.csv";
    public static final String MUSCLES = "muscles.csv";
    public static final String PATH_POINTS = "path_points.csv";
    public static final String FASCIA = "fascia.csv";
    public static final String REGIONS = "regions.csv";
    public static final String HAND_PLACES = "hand_places.csv";
    public static final String SOURCES = "sources.csv";
    public static final String CORRECTIONS = "corrections.csv";

    static final List<String> FILES =
            List.of(SOURCES, CORRECTIONS, BODIES, JOINTS, MUSCLES, PATH_POINTS, FASCIA, REGIONS, HAND_PLACES);

    public AtlasTables {
        texts = Map.copyOf(texts);
    }

    /** The product's own tables. */
    public static AtlasTables standard() {
        Map<String, String> texts = new HashMap<>();
        for (String file : FILES) {
            try (InputStream in = AtlasTables.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("the product lacks its table " + file);
                }
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new AtlasTables(texts);
    }

    /** These tables with one of them replaced or added. */
    public AtlasTables with(String file, String text) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.put(file, text);
        return new AtlasTables(changed);
    }

    /** These tables without one of them. */
    public AtlasTables without(String file) {
        Map<String, String> changed = new HashMap<>(texts);
        changed.remove(file);
        return new AtlasTables(changed);
    }
}
