package org.stillpoint.words;

/** What the scripts say on the page where muscles are held; its page brings these texts along beside {@link ScriptWords}. */
public enum HoldScriptWords implements Label {
    SHOW_FEWER,
    NOTHING_ANSWERS,
    CHANGES_OF_TENSION,
    TURNS_OF_JOINTS,
    NOTHING_HELD,
    AT_REST,
    IN_PROPORTION,
    PROPORTION_SAME,
    THIS_IS_HELD,
    NOT_REACHED,
    NO_INFLUENCE,
    NO_NAMELESS_MUSCLE,
    NO_ROUTE_HAD,
    ALL_CARRIERS,
    OTHER_CARRIERS;

    public record OfFibreLength(String extent) implements Message {}

    public record LetGoOf(String muscle) implements Message {}

    public record OwnTension(String change) implements Message {}

    /** @param direction {@code tightens} or {@code slackens} */
    public record OneHeld(String muscle, String extent, String most, String direction, String change)
            implements Message {}

    /** @param direction {@code tightens} or {@code slackens} */
    public record SeveralHeld(int muscles, String most, String direction, String change) implements Message {}

    /** @param direction {@code tightens} or {@code slackens} */
    public record TensionChanges(String direction, String change) implements Message {}

    /** @param axis {@code bending}, {@code turning} or {@code sideways} */
    public record Axis(String axis) implements Message {}

    /** @param axis as in {@link Axis} */
    public record Turns(String angle, String axis) implements Message {}

    /** @param slack how many lines have gone slack */
    public record WorkedOutExactly(int slack) implements Message {}

    /** @param slack how many lines have gone slack */
    public record WorkedOutAnew(int slack) implements Message {}

    public record ProportionOff(String change) implements Message {}

    /** @param bound contraction up to which the answer is in proportion */
    public record Approximate(String bound) implements Message {}

    /** @param bound contraction up to which the answer is in proportion */
    public record NoExactAnswer(String bound) implements Message {}

    public record NoMuscleCalled(String id) implements Message {}

    public record ExtentOutside(String muscle, String greatest) implements Message {}

    public record HeldInstead(String muscle) implements Message {}

    public record InAddress(String problems) implements Message {}

    public record From(String muscle) implements Message {}

    public record NoRoute(String from, String to) implements Message {}

    public record SamePart(String part) implements Message {}

    public record StrongestWay(String from, String to, String by) implements Message {}

    /** What a way goes by, one after the other. */
    public record Then(String before, String next) implements Message {}

    /** @param way {@code only}, {@code first}, {@code second} or {@code third} */
    public record Way(String way) implements Message {}

    /** @param kind as in {@link RouteTold.Leg} */
    public record By(String kind, String name) implements Message {}

    /** @param all the sum of the shares */
    public record Shares(String all) implements Message {}
}
