package org.stillpoint.web;

import java.time.Duration;

/**
 * How long a door stays open.
 *
 * @param absolute from when somebody signed in; then they do so again
 * @param idle without use
 * @param lock after so long without use the screen is locked; a password opens it
 */
public record DoorLimits(Duration absolute, Duration idle, Duration lock) {

    /** A working day; NIST SP 800-63B-4 (2025), 2.2.3 asks for at most 24 hours, and an hour of inactivity, where a screen lock shortens it. */
    public static final DoorLimits STANDARD =
            new DoorLimits(Duration.ofHours(12), Duration.ofHours(2), Duration.ofMinutes(5));

    public DoorLimits {
        if (!absolute.isPositive() || !idle.isPositive() || !lock.isPositive()) {
            throw new IllegalArgumentException("limits of a sign-in are longer than nothing");
        }
    }
}
