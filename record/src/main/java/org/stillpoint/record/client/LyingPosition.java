package org.stillpoint.record.client;

/** How a client likes to lie, or sit, while hands are on them. */
public enum LyingPosition {
    FACE_UP,
    FACE_DOWN,
    ON_THE_SIDE,
    SITTING
}
