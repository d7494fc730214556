package org.stillpoint.anatomy;

/** How a figure was got, the firmest first. */
public enum SourceGrade {
    /** Measured, as the source tells. */
    MEASURED,
    /** Read in the source, which took it from others or fitted it. */
    READ,
    /** Known to stand in the source, which was not opened for it. */
    RECALLED,
    /** Of another model, or of this one's own definition. */
    MODEL,
    /** Judged from what the source tells of something near to it. */
    ESTIMATED,
    /** Nobody has measured it: made precise enough to be wrong. The source says what speaks for its direction, if anything does. */
    ASSUMED
}
