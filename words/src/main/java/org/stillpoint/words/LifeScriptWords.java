package org.stillpoint.words;

/** What the scripts of the life player say; its page brings these texts along beside {@link ScriptWords}. */
public enum LifeScriptWords implements Label {
    NOTHING_TOLD,
    NO_COURSE,
    NOTHING_IS_HELD,
    NOTHING_HURTS;

    public record Age(int years) implements Message {}

    /** @param year as its digits, which are never grouped */
    public record YearAndAge(String year, int years) implements Message {}

    /** @param when an {@link Age} or a {@link YearAndAge} */
    public record NoneHeld(String when) implements Message {}

    /** Something is held, and the body takes its strain for normal. */
    public record HeldAsNormal(String when, int muscles, String most, String extent) implements Message {}

    public record HeldAndInjured(String when, int muscles, String most, String extent, String place, String score)
            implements Message {}

    public record HeldAndHurting(String when, int muscles, String most, String extent, String place, String score)
            implements Message {}

    /**
     * The end of the course without some releases, and with every one.
     *
     * @param without {@code pain} or {@code none} at the end without them, at the score and in the place that follow
     * @param every the same with every release
     */
    public record Compared(
            int releases,
            String without,
            String score,
            String place,
            String every,
            String scoreWithEvery,
            String placeWithEvery)
            implements Message {}

    public record Capacity(String capacity) implements Message {}

    /** @param ribbon {@code contraction}, {@code strain}, {@code pain} or {@code arousal} */
    public record Ribbon(String ribbon) implements Message {}
}
