package org.stillpoint.record.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * What is known here of a practitioner's other calendar.
 *
 * @param busy when they are busy there, with nothing of ours
 * @param ties which of its times are appointments here
 * @param readAt when it was read last; empty where it never was
 * @param version grows with each change
 */
public record Elsewhere(List<BusyTime> busy, List<TiedTime> ties, Optional<Instant> readAt, Version version) {
    /** Own choice, 2026: twenty a day for a year and more. */
    public static final int MOST_BUSY = 10_000;
    /** Own choice, 2026: eight a working day for a year. */
    public static final int MOST_TIES = 2_000;

    /** Before anything was read. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of(), Optional.empty(), Version.FIRST);

    public Elsewhere {
        busy = List.copyOf(busy);
        ties = List.copyOf(ties);
        if (busy.size() > MOST_BUSY) {
            throw new BadValue("busy times", String.valueOf(busy.size()), "up to " + MOST_BUSY);
        }
        if (ties.size() > MOST_TIES) {
            throw new BadValue("ties", String.valueOf(ties.size()), "up to " + MOST_TIES);
        }
    }

    /** Whether they are busy there at some of the time between these. */
    public boolean isBusy(Instant from, Instant until) {
        return busy.stream().anyMatch(each -> each.overlaps(from, until));
    }

    /** The tie of one time of that calendar. */
    public Optional<TiedTime> find(String instance) {
        return ties.stream().filter(tie -> tie.instance().equals(instance)).findFirst();
    }

    /** With other busy times and ties; hand it to {@link CalendarsElsewhere#replace}. */
    public Elsewhere with(List<BusyTime> otherBusy, List<TiedTime> otherTies) {
        return new Elsewhere(otherBusy, otherTies, readAt, version);
    }

    /** The same, read now. */
    public Elsewhere read(Instant now) {
        return new Elsewhere(busy, ties, Optional.of(now), version);
    }

    /** The same, as kept at another version. */
    public Elsewhere at(Version kept) {
        return new Elsewhere(busy, ties, readAt, kept);
    }
}
