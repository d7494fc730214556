package org.stillpoint.record.setting;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;

/**
 * What a practice tells its clients before they agree to anything, in its own words. Every version is kept.
 *
 * @param text up to {@value #MOST_CHARACTERS} characters; empty where the program's own holds
 * @param version grows with each change
 */
public record ConsentText(PrivateText text, Version version) {
    /** Own choice, 2026: some six printed pages; nobody reads more. */
    public static final int MOST_CHARACTERS = 20_000;

    /** Before anybody has written one. */
    public static final ConsentText NONE = new ConsentText(PrivateText.NONE, Version.FIRST);

    public ConsentText {
        if (text.value().length() > MOST_CHARACTERS) {
            throw new BadValue(
                    "consent text", "of " + text.value().length() + " characters", "up to " + MOST_CHARACTERS);
        }
    }
}
