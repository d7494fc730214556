package org.stillpoint.record.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;

/**
 * How somebody holds a session: with which hand, by which keys, and within which scope of practice.
 *
 * @param leftHand whether the page of a session is mirrored
 * @param arcsFirst whether they give directions by hand before they see the trace, which then waits to be opened
 * @param keys which key makes which mark, by the key's name as browsers tell it, such as {@code PageDown}; a letter is small
 * @param licensedIn where they are licensed for psychotherapy, in their own words; empty where they are not
 * @param version grows with each change
 */
public record SessionHabits(
        boolean leftHand, boolean arcsFirst, Map<String, KeyMark> keys, PrivateText licensedIn, Version version) {
    /** Own choice, 2026: the longest name of a key has 20 letters (W3C, UI Events key values, 2025). */
    public static final int MOST_CHARACTERS = 32;

    /** What every page does with these keys, and what belongs to the keyboard itself. */
    private static final Set<String> OF_THE_PAGE = Set.of(
            "tab", "escape", "shift", "control", "alt", "meta", "altgraph", "capslock", "/", "?", "g", "j", "k", "n");

    /** Before anybody has chosen others. Own choice, 2026: foot pedals send these two most often. */
    public static final SessionHabits USUAL = new SessionHabits(
            false, false, Map.of("PageDown", KeyMark.SOFTENING, "PageUp", KeyMark.STILLPOINT), Version.FIRST);

    /** Own choice, 2026: a line of a page. */
    public static final int MOST_OF_LICENCE = 200;

    /** Of somebody who is not licensed for psychotherapy. */
    public SessionHabits(boolean leftHand, boolean arcsFirst, Map<String, KeyMark> keys, Version version) {
        this(leftHand, arcsFirst, keys, PrivateText.NONE, version);
    }

    public SessionHabits {
        if (licensedIn.value().length() > MOST_OF_LICENCE) {
            throw new BadValue(
                    "licence", "of " + licensedIn.value().length() + " characters", "up to " + MOST_OF_LICENCE);
        }
        keys = Map.copyOf(keys);
        for (String key : keys.keySet()) {
            if (key.isEmpty() || key.length() > MOST_CHARACTERS || !key.equals(name(key)) || isOfThePage(key)) {
                throw new BadValue(
                        "key", "of " + key.length() + " characters", "a key that the page does not use itself");
            }
        }
        if (Set.copyOf(keys.values()).size() != keys.size()) {
            throw new BadValue("keys", "two for one mark", "one for each mark");
        }
    }

    /** The same, as kept at another version. */
    public SessionHabits at(Version kept) {
        return new SessionHabits(leftHand, arcsFirst, keys, licensedIn, kept);
    }

    /** Whether they are licensed for psychotherapy. */
    public boolean isLicensed() {
        return !licensedIn.value().isBlank();
    }

    /** How a key is named here: without blanks around it, a single letter small. The space bar keeps its blank. */
    public static String name(String key) {
        String bare = key.length() == 1 ? key : key.strip();
        return bare.length() == 1 ? bare.toLowerCase(Locale.ROOT) : bare;
    }

    /** Whether every page does something with this key itself. */
    public static boolean isOfThePage(String key) {
        return OF_THE_PAGE.contains(key.toLowerCase(Locale.ROOT));
    }

    /** The key of each mark that has one. */
    public Map<KeyMark, String> byMark() {
        Map<KeyMark, String> marks = new TreeMap<>();
        keys.forEach((key, mark) -> marks.put(mark, key));
        return marks;
    }
}
