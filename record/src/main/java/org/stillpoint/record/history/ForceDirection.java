package org.stillpoint.record.history;

/** From where a force came, as somebody stood, sat or lay. A constant's name is kept in the record: it is never changed. */
public enum ForceDirection {
    FRONT,
    BEHIND,
    LEFT,
    RIGHT,
    ABOVE,
    BELOW
}
