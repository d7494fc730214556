package org.stillpoint.record.safety;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.record.BadValue;

/**
 * What is asked for before a session, and as it was asked: a check keeps its conditions whole, so that it goes on meaning what it meant.
 *
 * @param windowDays how long ago it may be to count, in days; empty where it counts as long as it lasts, or nobody said
 * @param source where it was read
 * @param words the practice's own; empty for what the program asks
 */
public record Condition(
        ConditionId id, SafetyLevel level, OptionalInt windowDays, String source, Optional<String> words) {

    /** The strictest first. */
    public static final Comparator<Condition> BY_LEVEL =
            Comparator.comparing(Condition::level).thenComparing(Condition::id);

    /** Own choice, 2026: whoever means longer means always. */
    public static final int LONGEST_WINDOW_DAYS = 3650;

    /** Own choice, 2026: what is read at a glance. */
    public static final int MOST_CHARACTERS = 200;

    public Condition {
        if (windowDays.isPresent() && (windowDays.getAsInt() < 1 || windowDays.getAsInt() > LONGEST_WINDOW_DAYS)) {
            throw new BadValue("window", windowDays.getAsInt() + " days", "1 to " + LONGEST_WINDOW_DAYS + " days");
        }
        requireShort("source", source);
        words.ifPresent(own -> {
            if (own.isBlank()) {
                throw new BadValue("condition", "blank", "a few words");
            }
            requireShort("condition", own);
        });
    }

    private static void requireShort(String what, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new BadValue(what, "of " + text.length() + " characters", "up to " + MOST_CHARACTERS);
        }
    }

    /** The same, asked for another time back. */
    public Condition within(OptionalInt days) {
        return new Condition(id, level, days, source, words);
    }
}
