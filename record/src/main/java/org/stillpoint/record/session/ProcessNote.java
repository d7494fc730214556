package org.stillpoint.record.session;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * What the client said when a memory surfaced, in the client's own words. Process notes are held apart from the chart,
 * under stricter access, and leave the system only by an explicit act.
 *
 * @param words not blank
 */
public record ProcessNote(PrivateText words) {
    public ProcessNote {
        if (words.value().isBlank()) {
            throw new BadValue("process note", "of " + words.value().length() + " characters", "the client's words");
        }
    }
}
