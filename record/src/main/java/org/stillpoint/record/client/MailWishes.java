package org.stillpoint.record.client;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.BadValue;

/**
 * When a client wants mail from the practice.
 *
 * @param hour of the day from which on it may come, 0 to 23, on their own clock
 * @param days of the week on which it may come, one at least
 * @param zone of their clock; empty where it is the practice's
 * @param off since when they want none; empty where they want it
 */
public record MailWishes(int hour, Set<DayOfWeek> days, Optional<ZoneId> zone, Optional<Instant> off) {
    private static final int LAST_HOUR = 23;

    /** In hours. Own choice, 2026: the machine may have been asleep, and nobody is written to late in the evening. */
    private static final int LASTS = 3;

    /** Own choice, 2026. */
    private static final int USUAL_HOUR = 9;

    /** Before anybody has said. */
    public static final MailWishes USUAL =
            new MailWishes(USUAL_HOUR, EnumSet.allOf(DayOfWeek.class), Optional.empty(), Optional.empty());

    public MailWishes {
        days = Set.copyOf(days);
        if (hour < 0 || hour > LAST_HOUR) {
            throw new BadValue("hour", String.valueOf(hour), "0 to " + LAST_HOUR);
        }
        if (days.isEmpty()) {
            throw new BadValue("days", "none", "one at least");
        }
    }

    /**
     * Whether it is the hour: one of their days, from their hour on, for three hours of that day.
     *
     * @param practice its time zone
     */
    public boolean isTheHour(Instant now, ZoneId practice) {
        ZonedDateTime there = now.atZone(zone.orElse(practice));
        LocalTime time = there.toLocalTime();
        return days.contains(there.getDayOfWeek()) && time.getHour() >= hour && time.getHour() < hour + LASTS;
    }

    /** The same, switched off. */
    public MailWishes switchedOff(Instant now) {
        return new MailWishes(hour, days, zone, Optional.of(off.orElse(now)));
    }
}
