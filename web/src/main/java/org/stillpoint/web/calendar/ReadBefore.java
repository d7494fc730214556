package org.stillpoint.web.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.calendar.SeenTime;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/**
 * What each person's other calendar said when it was read last, for an hour and in memory alone: names may stand in it, so that no disk ever
 * has it.
 */
@Component
final class ReadBefore {
    /** Own choice, 2026: long enough to go through a list. */
    private static final Duration KEPT = Duration.ofHours(1);
    /** Own choice, 2026: the practitioners of a large practice. */
    private static final int MOST = 50;

    private record KeptReading(Instant at, List<SeenTime> seen) {}

    private final Clock clock;
    private final Map<Id<Account>, KeptReading> reads = new LinkedHashMap<>();

    ReadBefore(Clock clock) {
        this.clock = clock;
    }

    synchronized void keep(Id<Account> account, List<SeenTime> seen) {
        reads.values().removeIf(read -> read.at().plus(KEPT).isBefore(clock.instant()));
        reads.remove(account);
        if (reads.size() >= MOST) {
            reads.remove(reads.keySet().iterator().next());
        }
        reads.put(account, new KeptReading(clock.instant(), List.copyOf(seen)));
    }

    /** Empty where nothing was read within the hour. */
    synchronized Optional<List<SeenTime>> find(Id<Account> account) {
        return Optional.ofNullable(reads.get(account))
                .filter(read -> !read.at().plus(KEPT).isBefore(clock.instant()))
                .map(KeptReading::seen);
    }
}
