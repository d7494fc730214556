package org.stillpoint.record;

import java.time.Duration;

/** The clocks of the servers of one practice, which a network sets. */
public final class ServerClocks {
    /** By how much two of them may differ; own choice, 2026. */
    public static final Duration DIFFER_BY = Duration.ofSeconds(2);

    private ServerClocks() {}
}
