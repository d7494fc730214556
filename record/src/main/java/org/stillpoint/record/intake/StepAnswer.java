package org.stillpoint.record.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.record.BadValue;

/**
 * What was typed at one step of an intake.
 *
 * @param typed by field, as it was typed; fields that are empty are left out
 * @param state whether it is still being typed
 * @param by who typed it
 * @param at when it was typed last
 */
public record StepAnswer(Map<String, String> typed, StepState state, IntakeHand by, Instant at) {
    /** Own choice, 2026: what all fields of one step hold together, some five printed pages. */
    public static final int MOST_CHARACTERS = 20_000;

    /** How far it has come. */
    public enum StepState {
        DRAFT,
        ANSWERED,
        /** Nothing is said to it, by choice. */
        SKIPPED
    }

    public StepAnswer {
        TreeMap<String, String> kept = new TreeMap<>();
        typed.forEach((field, text) -> {
            if (!text.isBlank()) {
                kept.put(field, text);
            }
        });
        int characters = kept.values().stream().mapToInt(String::length).sum();
        if (characters > MOST_CHARACTERS || kept.size() > 200) {
            throw new BadValue("answer", "of " + characters + " characters", "up to " + MOST_CHARACTERS);
        }
        typed = Collections.unmodifiableMap(kept);
    }

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Hides what was typed: it belongs to the client alone. */
    @Override
    public String toString() {
        return "StepAnswer(" + state + ", private)";
    }
}
