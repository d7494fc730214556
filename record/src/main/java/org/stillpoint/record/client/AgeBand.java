package org.stillpoint.record.client;

/**
 * An age as it may leave the practice: ten years wide, and open above.
 *
 * @param from years, the lowest of the band
 */
public record AgeBand(int from) {

    /** Years. Own choice, 2026. */
    public static final int WIDTH = 10;

    /** Years. Own choice, 2026: beyond it, few are left in each band. */
    public static final int OLDEST = 80;

    public static AgeBand of(int age) {
        return new AgeBand(Math.min(Math.max(age, 0) / WIDTH * WIDTH, OLDEST));
    }

    /** Whether everybody older is in it too. */
    public boolean isOpen() {
        return from == OLDEST;
    }

    /** The highest age of the band; of an open one nothing is said. */
    public int to() {
        return from + WIDTH - 1;
    }
}
