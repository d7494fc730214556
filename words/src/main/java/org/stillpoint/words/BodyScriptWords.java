package org.stillpoint.words;

/** What the scripts of the body say, which a page brings along beside {@link ScriptWords} where it has a body. */
public enum BodyScriptWords implements Label {
    LAYERS,
    VIEWS,
    NEARER,
    FARTHER,
    DISTANCE,
    WHOLE_BODY,
    UNFOLD,
    MEANT,
    PUT_AWAY,
    FIND_PLACE,
    FLAT_MAP,
    DRAWING,
    DRAWING_NOW,
    NOT_SHOWN,
    STRAIN_COLOURS;

    public record Keys(String body) implements Message {}

    /** Nothing of the body has such a name. */
    public record NoPlaceCalled(String typed) implements Message {}

    /** @param layer {@code told}, {@code pain}, {@code found}, {@code traced}, {@code held} or {@code released} */
    public record Layer(String layer) implements Message {}

    /** A layer in the account of what a place carries; {@code layer} as in {@link Layer}. */
    public record LayerHere(String layer) implements Message {}

    /** What stands on a layer, in that account; {@code layer} as in {@link Layer}. */
    public record OnLayer(String layer, String what) implements Message {}

    /** @param view {@code front}, {@code back}, {@code left} or {@code right} */
    public record View(String view) implements Message {}

    /** @param view {@code front} or {@code back} */
    public record Sheet(String view) implements Message {}

    /** @param side {@code left} or {@code right} */
    public record Side(String side) implements Message {}

    /** @param side {@code left}, {@code right} or {@code midline} */
    public record Sided(String name, String side) implements Message {}
}
