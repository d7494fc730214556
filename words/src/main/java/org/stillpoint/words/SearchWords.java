package org.stillpoint.words;

/** The search for clients, pages and muscles. */
public enum SearchWords implements Label {
    TITLE,
    HINT,
    PAGES,
    MUSCLES,
    HOLD_IT,
    NOTHING
}
