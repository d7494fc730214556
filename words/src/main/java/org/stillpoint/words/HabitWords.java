package org.stillpoint.words;

/** How somebody holds a session: with which hand, by which keys. */
public enum HabitWords implements Label {
    TITLE,
    LICENSED_IN,
    LICENSED_IN_HINT,
    LEFT_HAND,
    LEFT_HAND_HINT,
    ARCS_FIRST,
    ARCS_FIRST_HINT,
    KEYS,
    KEYS_HINT,
    KEYS_SOURCE,
    IN_USE,
    OF_THE_PAGE,
    NO_KEY;
}
