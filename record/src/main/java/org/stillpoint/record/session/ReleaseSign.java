package org.stillpoint.record.session;

/** The signs by which a release shows itself. */
public enum ReleaseSign {
    SOFTENING,
    LENGTHENING,
    WARMTH,
    DEEP_BREATH,
    THERAPEUTIC_PULSE,
    FLUID_SOUNDS,
    TREMOR,
    TEARS
}
