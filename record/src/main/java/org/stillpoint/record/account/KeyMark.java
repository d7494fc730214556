package org.stillpoint.record.account;

/** What a key of a keyboard or a pedal may do in a running session: what a finger does there with one tap. */
public enum KeyMark {
    SETTLED,
    STILLPOINT,
    SIGNIFICANCE_STOP,
    SOFTENING,
    LENGTHENING,
    WARMTH,
    DEEP_BREATH,
    THERAPEUTIC_PULSE,
    FLUID_SOUNDS,
    TREMOR,
    TEARS,
    INTEGRATION,
    PAUSE,
    UNDO,
    STOP
}
