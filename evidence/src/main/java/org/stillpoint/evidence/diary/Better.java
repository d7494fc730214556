package org.stillpoint.evidence.diary;

/** Which way a measure gets better. */
public enum Better {
    LOWER(-1),
    HIGHER(1);

    private final int sign;

    Better(int sign) {
        this.sign = sign;
    }

    /** -1 when less is better, +1 when more is better. */
    public int sign() {
        return sign;
    }
}
