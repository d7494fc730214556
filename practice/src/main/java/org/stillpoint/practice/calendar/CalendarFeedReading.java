package org.stillpoint.practice.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What a practitioner's calendar reads at its address, and what they see of it themselves. */
public final class CalendarFeedReading {
    /** practice.md: how long what was cancelled is told. */
    public static final Duration KEPT = Duration.ofDays(60);

    /** Own choice, 2026: a year of one's own calendar can be looked back at. */
    public static final Duration BACK = Duration.ofDays(366);

    /** Own choice, 2026: nobody books further. */
    public static final Duration AHEAD = Duration.ofDays(731);

    /** Own choice, 2026: eight a working day for three years. */
    private static final int MOST = 6_500;

    /**
     * One appointment of a feed.
     *
     * @param initials of whoever comes; empty where the feed does not show them
     */
    public record FedEntry(Appointment appointment, Optional<String> initials) {}

    /**
     * What a feed tells.
     *
     * @param entries the earliest first
     */
    public record FeedView(CalendarFeed feed, List<FedEntry> entries) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CalendarFeedReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** The actor's own feed, where they have one. */
    public Optional<CalendarFeed> by(Actor actor) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return work.read(
                actor,
                Act.SEE_CALENDAR_FEED,
                Optional.empty(),
                records -> records.calendarFeeds().find(own));
    }

    /**
     * What stands behind an address; empty where it opens nothing, or whose it is treats nobody any more.
     *
     * @param door whoever stands before the door
     * @param linkHash SHA-256 of what the address ends in
     */
    public Optional<FeedView> open(Actor door, String linkHash) {
        record Owned(CalendarFeed feed, Actor.Person owner) {}
        Optional<Owned> found = work.read(
                door,
                Act.FIND_CALENDAR_FEED,
                Optional.empty(),
                records -> records.calendarFeeds()
                        .findByHash(linkHash)
                        .flatMap(feed -> records.accounts()
                                .find(feed.account())
                                .map(account -> new Owned(feed, new Actor.Person(account.id(), account.role())))));
        try {
            return found.map(owned -> work.read(
                    owned.owner(),
                    Act.SEE_CALENDAR_FEED,
                    Optional.empty(),
                    records -> new FeedView(owned.feed(), entries(records, owned.feed()))));
        } catch (NotAllowed ended) { // their account, or their role of one who treats
            return Optional.empty();
        }
    }

    private List<FedEntry> entries(Records records, CalendarFeed feed) {
        Instant now = clock.instant();
        return records.appointments().listOfTherapist(feed.account(), now.minus(BACK), now.plus(AHEAD), MOST).stream()
                .filter(each -> each.cancelledAt()
                        .map(at -> at.isAfter(now.minus(KEPT)))
                        .orElse(true))
                .map(each -> new FedEntry(
                        each,
                        feed.names() == FeedNames.INITIALS
                                ? records.clients().find(each.client()).map(CalendarFeedReading::initials)
                                : Optional.empty()))
                .toList();
    }

    /** The first letter of each name, as {@code A. M.}. */
    static String initials(Client client) {
        return Arrays.stream(client.name().value().strip().split("[\\s-]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> Character.toString(Character.toUpperCase(name.codePointAt(0))) + ".")
                .collect(Collectors.joining(" "));
    }
}
