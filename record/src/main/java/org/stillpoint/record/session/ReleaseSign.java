package org.stillpoint.record.session;

/** The signs by which a release shows itself. */
public enum ReleaseSign {
    SOFTENING("Softening"),
    LENGTHENING("Lengthening"),
    WARMTH("Warmth"),
    DEEP_BREATH("A deep breath"),
    THERAPEUTIC_PULSE("A pulse that rises and fades"),
    FLUID_SOUNDS("Fluid sounds"),
    TREMOR("Tremor"),
    TEARS("Tears");

    private final String words;

    ReleaseSign(String words) {
        this.words = words;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }
}
