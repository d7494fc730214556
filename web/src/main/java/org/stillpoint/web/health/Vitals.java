package org.stillpoint.web.health;

import java.time.Instant;
import java.util.Optional;

/** What the program rests on, looked at now. */
@FunctionalInterface
public interface Vitals {

    VitalSigns look();

    /**
     * What was found.
     *
     * @param database whether it answers
     * @param whole whether all is there that was
     * @param freeBytes on the disk of the practice's folder; negative where that cannot be told
     * @param lastBackup when one was last found whole
     */
    record VitalSigns(boolean database, boolean whole, long freeBytes, Optional<Instant> lastBackup) {}
}
