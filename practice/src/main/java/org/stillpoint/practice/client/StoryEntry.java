package org.stillpoint.practice.client;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/** One thing in a client's story, at the instant at which it stands there. */
public sealed interface StoryEntry {

    Instant at();

    Id<?> id();

    /** Something that happened to the client, in the middle of what is known of its date, and no later than it was written down. */
    record OfEvent(Instant at, TraumaEvent event) implements StoryEntry {
        @Override
        public Id<?> id() {
            return event.id();
        }
    }

    /** The client said where it hurts. */
    record OfMap(BodyMap map) implements StoryEntry {
        @Override
        public Instant at() {
            return map.at();
        }

        @Override
        public Id<?> id() {
            return map.id();
        }
    }

    /**
     * A session was held, or goes on; it stands where it started.
     *
     * @param number 1 for the first of this client
     */
    record OfSession(int number, Session session) implements StoryEntry {
        @Override
        public Instant at() {
            return session.startedAt();
        }

        @Override
        public Id<?> id() {
            return session.id();
        }
    }

    /** The client said how they are. */
    record OfCheckIn(CheckIn checkIn) implements StoryEntry {
        @Override
        public Instant at() {
            return checkIn.at();
        }

        @Override
        public Id<?> id() {
            return checkIn.id();
        }
    }

    /**
     * Everything in the order of time; at one instant events come first, then maps, sessions and check-ins.
     *
     * @param sessions the earliest first
     * @param zone in which a date of an event begins
     */
    static List<StoryEntry> inOrder(
            List<TraumaEvent> events,
            List<BodyMap> maps,
            List<? extends Session> sessions,
            List<CheckIn> checkIns,
            ZoneId zone) {
        List<StoryEntry> entries = new ArrayList<>();
        events.forEach(event -> entries.add(new OfEvent(middle(event, zone), event)));
        maps.forEach(map -> entries.add(new OfMap(map)));
        int number = 0;
        for (Session session : sessions) {
            number++;
            entries.add(new OfSession(number, session));
        }
        checkIns.forEach(checkIn -> entries.add(new OfCheckIn(checkIn)));
        entries.sort(Comparator.comparing(StoryEntry::at)
                .thenComparing(StoryEntry::rank)
                .thenComparing(entry -> entry.id().value()));
        return List.copyOf(entries);
    }

    private static int rank(StoryEntry entry) {
        return switch (entry) {
            case OfEvent any -> 0;
            case OfMap any -> 1;
            case OfSession any -> 2;
            case OfCheckIn any -> 3;
        };
    }

    private static Instant middle(TraumaEvent event, ZoneId zone) {
        EventDate when = event.told().when();
        Instant middle = when.first()
                .plusDays(ChronoUnit.DAYS.between(when.first(), when.last()) / 2)
                .atStartOfDay(zone)
                .toInstant();
        return middle.isBefore(event.recordedAt()) ? middle : event.recordedAt();
    }
}
