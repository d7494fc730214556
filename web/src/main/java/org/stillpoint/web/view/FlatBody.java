package org.stillpoint.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body from the front and from behind, drawn flat into the page itself: for a page that has to be light, and needs no script to
 * be looked at. The outlines are those that the flat map's script draws.
 */
public final class FlatBody {
    private static final String OUTLINES = "/static/script/body/outlines.json";
    private static final FlatBody DRAWN = read();

    private final List<FlatSide> sides;

    private FlatBody(List<FlatSide> sides) {
        this.sides = List.copyOf(sides);
    }

    /**
     * One side.
     *
     * @param view {@code front} or {@code back}
     * @param box the view box, in centimetres
     * @param outline of the whole body, as the path of an SVG
     */
    public record FlatSide(String view, String box, String outline, List<FlatPlace> places) {}

    /** A pain region: its code and its path. */
    public record FlatPlace(String code, String path) {}

    /** Front, then back. */
    public static List<FlatSide> sides() {
        return DRAWN.sides;
    }

    private static FlatBody read() {
        try (InputStream in = FlatBody.class.getResourceAsStream(OUTLINES)) {
            if (in == null) {
                throw new IllegalStateException(OUTLINES + " is missing");
            }
            JsonNode outlines = new JsonMapper().readTree(in);
            return new FlatBody(List.of(side("front", outlines), side("back", outlines)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FlatSide side(String view, JsonNode outlines) {
        JsonNode side = outlines.required(view);
        List<String> box = new ArrayList<>();
        side.required("box").forEach(number -> box.add(number.asString()));
        List<FlatPlace> places = new ArrayList<>();
        side.required("regions")
                .forEach(region -> places.add(new FlatPlace(
                        region.required("code").asString(),
                        region.required("path").asString())));
        return new FlatSide(
                view, String.join(" ", box), side.required("outline").asString(), places);
    }
}
