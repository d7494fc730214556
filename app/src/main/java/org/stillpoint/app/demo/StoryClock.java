package org.stillpoint.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock, which can be set back while made-up stories are written into the record, so that they go through the
 * record's own rules at the time they tell of.
 */
public final class StoryClock extends Clock {

    private final Clock system;
    private volatile @Nullable Instant told;

    public StoryClock(Clock system) {
        this.system = system;
    }

    /** From now on it is this instant, until told otherwise. */
    void set(Instant instant) {
        told = instant;
    }

    /** From now on it is the present again. */
    void present() {
        told = null;
    }

    /** The present, whatever is being told. */
    Instant now() {
        return system.instant();
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StoryClock(system.withZone(zone));
    }

    @Override
    public Instant instant() {
        Instant instant = told;
        return instant == null ? system.instant() : instant;
    }
}
