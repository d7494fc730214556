package org.stillpoint.practice.intake;

import java.util.Locale;

/** What is asked of an event within an intake, one question a screen, in their order. None names an event, and each may be left out. */
public enum EventQuestion {
    /** What happened, in the client's own words. */
    WHAT,
    /** What sort of thing it was. */
    KIND,
    /** Whether it was one of the ways of which it is known what braces. */
    CODED,
    WHEN,
    /** Where on the body. */
    WHERE,
    /** From where the force came. */
    FORCE,
    /** How they stood, sat or lay. */
    POSTURE,
    /** What they felt. */
    FELT;

    /** As an address and a field have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
