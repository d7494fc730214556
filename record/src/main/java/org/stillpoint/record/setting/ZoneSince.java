package org.stillpoint.record.setting;

import java.time.Instant;
import java.time.ZoneId;
import org.stillpoint.record.BadValue;

/**
 * A time zone by which a practice counts its days, from an instant on.
 *
 * @param from a whole second; {@link Instant#MIN} for the first
 */
public record ZoneSince(ZoneId zone, Instant from) {
    public ZoneSince {
        if (from.getNano() != 0) {
            throw new BadValue("instant", from.toString(), "a whole second");
        }
    }
}
