package org.stillpoint.web.security;

import java.time.Duration;

/**
 * How much of the server somebody has who only holds it up.
 *
 * @param perAddress connections open at once from one address
 * @param atAll connections open at once; further ones wait to be taken up
 * @param head from the first byte of a request to the end of its head
 * @param body from the end of the head to the end of the body
 */
record ConnectionLimits(int perAddress, int atAll, Duration head, Duration body) {

    /**
     * Of our own, of 2026: some twenty browsers at one address, each with at most six connections (Chromium, Firefox, 2026), and eight
     * such addresses; a form of 256 KiB takes 20 s at 100 kbit/s.
     */
    static final ConnectionLimits STANDARD =
            new ConnectionLimits(128, 1_024, Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** The same where all connections are a proxy's. */
    ConnectionLimits sharedByAll() {
        return new ConnectionLimits(atAll, atAll, head, body);
    }
}
