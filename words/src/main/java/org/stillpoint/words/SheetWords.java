package org.stillpoint.words;

/** How it goes on one printed page, beyond what its page says too, and what any paper says of itself. */
public enum SheetWords implements Label {
    DESCRIPTION,
    EVERYTHING_ASKED,
    MEASURE,
    IN_SHORT,
    DIARY_SAYS,
    NOTHING_WORSE,
    FORECASTS,
    NO_FORECAST;

    /** @param day on which it is printed, in words */
    public record Made(String day) implements Message {}

    public record RestsOn(String measure) implements Message {}

    public record SealedOn(String day) implements Message {}

    /** What was forecast, and what came of it. */
    public record Came(String what, String forecast, String guess, String came) implements Message {}

    /** @param lines that are not on paper */
    public record More(int lines) implements Message {}

    /**
     * @param sign that stands for letters which no font has
     * @param letters by their names in Unicode
     */
    public record Lacking(String sign, String letters) implements Message {}
}
