package org.stillpoint.anatomy;

/** How well a fascial continuity is shown by dissection, strongest first. */
public enum Evidence {
    /** Several independent dissection studies. */
    STRONG,
    /** Some studies, or a textbook-level review. */
    MODERATE,
    /** A single study, a candidate or a contested one. */
    LIMITED,
    /** Looked for and not shown. */
    NONE
}
