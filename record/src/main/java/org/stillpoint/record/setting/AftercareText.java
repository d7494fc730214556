package org.stillpoint.record.setting;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;

/**
 * What clients take home after a session, in the practice's own words. Every version is kept.
 *
 * @param text up to {@value #MOST_CHARACTERS} characters; empty where the program's own holds
 * @param version grows with each change
 */
public record AftercareText(PrivateText text, Version version) {
    /** Own choice, 2026: what fits on one small sheet. */
    public static final int MOST_CHARACTERS = 3_000;

    /** Before anybody has written one. */
    public static final AftercareText NONE = new AftercareText(PrivateText.NONE, Version.FIRST);

    public AftercareText {
        if (text.value().length() > MOST_CHARACTERS) {
            throw new BadValue(
                    "aftercare text", "of " + text.value().length() + " characters", "up to " + MOST_CHARACTERS);
        }
    }
}
