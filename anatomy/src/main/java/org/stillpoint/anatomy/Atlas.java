package org.stillpoint.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole body as tables, checked: segments, joints, muscles with their lines, fascia and pain regions. Neutral upright
 * standing, stature 1.70 m; frame as in {@link Point}. Immutable.
 */
public final class Atlas {

    /** Stature of the body in the standard tables, m (scaled to this value: sources.csv, ross2021). */
    public static final double STATURE_M = 1.70;

    private static final String RIGHT = "_right";
    private static final String LEFT = "_left";

    private static final class Standard {
        static final Atlas ATLAS = of(AtlasTables.standard());
    }

    private final Catalogue<Source> sources;
    private final List<Correction> corrections;
    private final Catalogue<Segment> bodies;
    private final Catalogue<Joint> joints;
    private final Catalogue<Muscle> muscles;
    private final Catalogue<MuscleLine> lines;
    private final Catalogue<FascialLink> fascia;
    private final Catalogue<PainRegion> regions;
    private final List<HandPlaces.HandPlaceRow> handPlaceRows;
    private final HandPlaces handPlaces;

    private Atlas(AtlasReader reader) {
        sources = new Catalogue<>("source", reader.sources());
        corrections = List.copyOf(reader.corrections());
        bodies = new Catalogue<>("segment", reader.segments());
        joints = new Catalogue<>("joint", reader.joints());
        muscles = new Catalogue<>("muscle", reader.muscles());
        List<MuscleLine> all = new ArrayList<>();
        muscles.list().forEach(m -> all.addAll(m.lines()));
        lines = new Catalogue<>("muscle line", all);
        fascia = new Catalogue<>("fascial link", reader.fascia());
        regions = new Catalogue<>("pain region", reader.regions());
        handPlaceRows = reader.handPlaces();
        handPlaces = new HandPlaces(handPlaceRows, muscles.list());
    }

    /** The product's own atlas, read once. */
    public static Atlas standard() {
        return Standard.ATLAS;
    }

    /**
     * Reads and checks an atlas.
     *
     * @throws AtlasException if anything is wrong with the tables; it carries every problem found
     */
    public static Atlas of(AtlasTables tables) {
        List<AtlasProblem> problems = new ArrayList<>();
        AtlasReader reader = new AtlasReader(tables, problems);
        Atlas atlas = new Atlas(reader);
        new AtlasCheck(atlas, reader, problems).run();
        if (!problems.isEmpty()) {
            throw new AtlasException(problems);
        }
        return atlas;
    }

    /** The segments. */
    public Catalogue<Segment> bodies() {
        return bodies;
    }

    public Catalogue<Joint> joints() {
        return joints;
    }

    /** The named muscles, right and left apart. */
    public Catalogue<Muscle> muscles() {
        return muscles;
    }

    /** The lines of all muscles, muscle by muscle. */
    public Catalogue<MuscleLine> lines() {
        return lines;
    }

    public Catalogue<FascialLink> fascia() {
        return fascia;
    }

    public Catalogue<PainRegion> regions() {
        return regions;
    }

    /**
     * What a palpating hand feels as one where it feels this muscle.
     *
     * @param muscle id of a muscle of this atlas
     */
    public HandPlace handPlace(String muscle) {
        return handPlaces.of(muscle);
    }

    List<HandPlaces.HandPlaceRow> handPlaceRows() {
        return handPlaceRows;
    }

    public Catalogue<Source> sources() {
        return sources;
    }

    /** What was changed against the tables as they were received, and why. */
    public List<Correction> corrections() {
        return corrections;
    }

    /** Id of the same part on the other side; an id without a side is its own mirror image. Not for pain regions. */
    public static String mirror(String id) {
        if (id.endsWith(RIGHT)) {
            return id.substring(0, id.length() - RIGHT.length()) + LEFT;
        }
        return id.endsWith(LEFT) ? id.substring(0, id.length() - LEFT.length()) + RIGHT : id;
    }

    /** The region of the same name and view on the other side. */
    public Optional<PainRegion> mirrorOf(PainRegion region) {
        return regions.list().stream()
                .filter(r -> r.view() == region.view()
                        && r.name().equals(region.name())
                        && r.side() == region.side().mirrored())
                .findFirst();
    }
}
