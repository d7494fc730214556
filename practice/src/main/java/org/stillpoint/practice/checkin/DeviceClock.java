package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.signin.DoorRule;

/**
 * What the device with which somebody answers says of time. Its clock may be wrong, so only two things are taken from it: how far it is from
 * UTC, and how long the answer waited on it, which is a difference of two readings of the same clock.
 *
 * @param offset from UTC; empty where it did not say
 * @param waited from the answer to its sending; zero where it was sent at once
 */
public record DeviceClock(Optional<ZoneOffset> offset, Duration waited) {
    /** What waits behind a link waits no longer than that lasts. */
    private static final Duration LONGEST = Duration.ofDays(DoorRule.MOST_DAYS);

    /** Where nothing was said: the practice's clock. */
    public static final DeviceClock NONE = new DeviceClock(Optional.empty(), Duration.ZERO);

    public DeviceClock {
        if (waited.isNegative() || waited.compareTo(LONGEST) > 0) {
            throw new BadValue("waited", waited.toString(), "up to " + LONGEST);
        }
    }

    /** When it was answered. */
    Instant answered(Clock clock) {
        return clock.instant().minus(waited);
    }

    ZoneId zone(Clock clock) {
        return offset.<ZoneId>map(there -> there).orElseGet(clock::getZone);
    }

    /** The day on which it was answered, where that was. */
    public LocalDate day(Clock clock) {
        return LocalDate.ofInstant(answered(clock), zone(clock));
    }
}
