package org.stillpoint.record.session;

/** What the body does of itself, beside the signs of a release. */
public enum SpontaneousSign {
    STILLNESS,
    LAUGHTER,
    SPONTANEOUS_MOVEMENT
}
