package org.stillpoint.bench.load;

import java.util.Locale;
import java.util.SplittableRandom;

/** What a practice asks for, and how much of all that is; own choice, 2026: sessions tap, everybody looks. */
enum RequestKind {
    TODAY(25),
    CLIENT(25),
    SEARCH(10),
    CHECK_IN(10),
    TAP(20),
    FILE(10),

    /** Asked of {@link ForcedAnswer}, not of the practice, beside taps alone. */
    PEER_OF_TAP(0);

    private final int percent;

    RequestKind(int percent) {
        this.percent = percent;
    }

    /** The kind of a request, by its number: the same in each run. */
    static RequestKind of(long number) {
        int drawn = new SplittableRandom(number).nextInt(100);
        for (RequestKind kind : values()) {
            drawn -= kind.percent;
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the kinds are not all there is");
    }

    int percent() {
        return percent;
    }

    /** As the table names it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
