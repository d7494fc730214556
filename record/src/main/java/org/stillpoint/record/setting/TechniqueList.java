package org.stillpoint.record.setting;

import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * What a practice works with, in its own words: what a session offers when hands come to a place. Every version is kept.
 *
 * @param names in their order, {@value #MOST} at most; empty where the program's own hold
 * @param version grows with each change
 */
public record TechniqueList(List<String> names, Version version) {
    /** Own choice, 2026: more are not found at a glance. */
    public static final int MOST = 20;

    /** Own choice, 2026: what fits on a line of a list. */
    public static final int MOST_CHARACTERS = 80;

    /** Before anybody has written any. */
    public static final TechniqueList NONE = new TechniqueList(List.of(), Version.FIRST);

    public TechniqueList {
        names = List.copyOf(names);
        if (names.size() > MOST) {
            throw new BadValue("techniques", String.valueOf(names.size()), "at most " + MOST);
        }
        for (String name : names) {
            if (name.isBlank() || name.length() > MOST_CHARACTERS) {
                throw new BadValue("technique", "of " + name.length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }
}
