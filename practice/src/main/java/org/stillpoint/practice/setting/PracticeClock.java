package org.stillpoint.practice.setting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.stillpoint.record.setting.PracticeProfile;

/** The clock of a practice: the machine's time, in the time zone that the practice has set; the machine's where it has set none. */
public final class PracticeClock extends Clock {
    private final Clock machine;
    private volatile ZoneId zone;

    public PracticeClock(Clock machine, PracticeProfile profile) {
        this.machine = machine;
        this.zone = profile.days().orElse(machine.getZone());
    }

    /** Counts days from now on as the practice has set it. */
    public void follow(PracticeProfile profile) {
        zone = profile.days().orElse(machine.getZone());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return machine.withZone(other);
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}
