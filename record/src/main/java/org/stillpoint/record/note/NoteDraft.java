package org.stillpoint.record.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * What somebody typed into a note that is not signed yet. What is drafted from the record is not kept: it is drafted anew whenever it is
 * read, so that it never tells anything else than the record does.
 *
 * @param changed by the name of a drafted sentence (the letter of its part, a dot, what it tells), what stands in its place; empty where it
 *     is left out
 * @param own further words, by the part they stand in
 */
public record NoteDraft(Map<String, PrivateText> changed, Map<NotePart, PrivateText> own) {
    /** Own choice, 2026: more sentences than a long session has. */
    public static final int MOST_CHANGED = 400;

    private static final int LONGEST_NAME = 120;

    public static final NoteDraft NONE = new NoteDraft(Map.of(), Map.of());

    /** @throws BadValue if more is changed than a note has, or under a name that no sentence has */
    public NoteDraft {
        if (changed.size() > MOST_CHANGED) {
            throw new BadValue("changed sentences", String.valueOf(changed.size()), "at most " + MOST_CHANGED);
        }
        for (String name : changed.keySet()) {
            if (name.length() > LONGEST_NAME) {
                throw new BadValue(
                        "name of a sentence", "of " + name.length() + " characters", "up to " + LONGEST_NAME);
            }
            partOf(name);
        }
        changed = Collections.unmodifiableMap(new TreeMap<>(changed));
        Map<NotePart, PrivateText> words = new TreeMap<>(own);
        words.values().removeIf(text -> text.value().isBlank());
        own = Collections.unmodifiableMap(words);
    }

    /** What stands in the place of a drafted sentence; nothing where it stands as drafted. */
    public Optional<PrivateText> changed(String sentence) {
        return Optional.ofNullable(changed.get(sentence));
    }

    /** What somebody wrote beside the drafted sentences of a part. */
    public PrivateText own(NotePart part) {
        return own.getOrDefault(part, PrivateText.NONE);
    }

    /** What was typed, by its parts. */
    public List<NoteLine> lines() {
        List<NoteLine> lines = new ArrayList<>();
        for (NotePart part : NotePart.values()) {
            changed.forEach((sentence, text) -> {
                if (partOf(sentence) == part && !text.value().isBlank()) {
                    lines.add(new NoteLine(part, text, List.of()));
                }
            });
            if (!own(part).isEmpty()) {
                lines.add(new NoteLine(part, own(part), List.of()));
            }
        }
        return List.copyOf(lines);
    }

    /**
     * The part in which a sentence stands.
     *
     * @throws BadValue if it is no name of a sentence
     */
    public static NotePart partOf(String sentence) {
        return Arrays.stream(NotePart.values())
                .filter(part -> sentence.startsWith(part.name().charAt(0) + "."))
                .findFirst()
                .orElseThrow(() -> new BadValue(
                        "name of a sentence",
                        "of " + sentence.length() + " characters",
                        "with the letter of its part"));
    }

    /** Whether nobody has typed anything. */
    public boolean isEmpty() {
        return changed.isEmpty() && own.isEmpty();
    }
}
