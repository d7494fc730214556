package org.stillpoint.record.note;

/** The four parts of the note of a session, in their order. */
public enum NotePart {
    /** What the client said. */
    SUBJECTIVE,
    /** What was found and done. */
    OBJECTIVE,
    /** How the client responded: what let go, how far, by whose judgement. */
    ASSESSMENT,
    /** What comes next. */
    PLAN
}
