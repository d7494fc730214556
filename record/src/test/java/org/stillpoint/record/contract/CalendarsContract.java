package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.BusyTime;
import org.stillpoint.record.calendar.CalendarFeed;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.calendar.TiedTime;
import org.stillpoint.record.client.Client;

/** What every store of feeds and of other calendars does. */
public interface CalendarsContract extends Practice {

    private Account account(String name) {
        Account account = Account.added(new SignInName(name), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(account);
        return account;
    }

    @Test
    default void feed_isFoundByItsHash_untilAnotherTakesItsPlace_orItIsTakenBack() {
        Account sam = account("sam");
        Account kim = account("kim");
        CalendarFeed first = new CalendarFeed(sam.id(), "a".repeat(64), FeedNames.APPOINTMENT, now());
        records().calendarFeeds().put(first);
        assertThat(records().calendarFeeds().find(sam.id())).contains(first);
        assertThat(records().calendarFeeds().findByHash("a".repeat(64))).contains(first);

        records().calendarFeeds().put(first.showing(FeedNames.INITIALS));
        reopen();
        assertThat(records().calendarFeeds().find(sam.id())).contains(first.showing(FeedNames.INITIALS));

        CalendarFeed second = new CalendarFeed(sam.id(), "b".repeat(64), FeedNames.INITIALS, now());
        records().calendarFeeds().put(second);
        assertThat(records().calendarFeeds().findByHash("a".repeat(64))).isEmpty();
        assertThatThrownBy(() -> records()
                        .calendarFeeds()
                        .put(new CalendarFeed(kim.id(), "b".repeat(64), FeedNames.INITIALS, now())))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records()
                        .calendarFeeds()
                        .put(new CalendarFeed(Id.random(), "c".repeat(64), FeedNames.INITIALS, now())))
                .isInstanceOf(NoSuchRecord.class);

        records().calendarFeeds().remove(sam.id());
        records().calendarFeeds().remove(kim.id());
        assertThat(records().calendarFeeds().findByHash("b".repeat(64))).isEmpty();
        assertThat(records().calendarFeeds().find(sam.id())).isEmpty();
    }

    @Test
    default void elsewhere_isEachPersonsOwn_andAnOlderVersionIsRefused() {
        Account sam = account("sam");
        Account kim = account("kim");
        assertThat(records().calendarsElsewhere().get(sam.id())).isEqualTo(Elsewhere.NOTHING);
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        BusyTime busy = new BusyTime(noon, noon.plusSeconds(60));
        TiedTime tie = new TiedTime(
                "e".repeat(64),
                "f".repeat(64),
                Id.<Client>random(),
                Id.<Appointment>random(),
                noon,
                Duration.ofMinutes(50));

        Elsewhere wanted = Elsewhere.NOTHING.with(List.of(busy), List.of(tie)).read(noon);
        Elsewhere kept = records().calendarsElsewhere().replace(sam.id(), wanted);
        reopen();

        assertThat(records().calendarsElsewhere().get(sam.id())).isEqualTo(kept);
        assertThat(kept.find("f".repeat(64))).contains(tie);
        assertThat(kept.readAt()).isEqualTo(Optional.of(noon));
        assertThat(kept.isBusy(noon.plusSeconds(59), noon.plusSeconds(90))).isTrue();
        assertThat(kept.isBusy(noon.plusSeconds(60), noon.plusSeconds(90))).isFalse();
        assertThat(records().calendarsElsewhere().get(kim.id())).isEqualTo(Elsewhere.NOTHING);
        assertThatThrownBy(() -> records().calendarsElsewhere().replace(sam.id(), wanted))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().calendarsElsewhere().replace(Id.random(), wanted))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> new BusyTime(noon, noon)).isInstanceOf(BadValue.class);
    }

    @Test
    default void listOfTherapist_isTheirOwnClients_cancelledOnesToo() {
        Account sam = account("sam");
        Client own = addClient("Own");
        Client other = addClient("Other");
        records().care().handOver(own.id(), sam.id());
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Duration hour = Duration.ofHours(1);
        Appointment stands = Appointment.booked(Id.random(), own.id(), noon, hour);
        Appointment later = Appointment.booked(Id.random(), own.id(), noon.plus(hour), hour);
        records().appointments().add(stands);
        records().appointments().add(later);
        records().appointments().add(Appointment.booked(Id.random(), other.id(), noon, hour));
        Appointment cancelled = records().appointments().update(later.cancelled(now()));

        assertThat(records().appointments().listOfTherapist(sam.id(), noon, noon.plus(hour.multipliedBy(2)), 9))
                .containsExactly(stands, cancelled);
        assertThat(records().appointments().listOfTherapist(sam.id(), noon, noon.plus(hour), 9))
                .containsExactly(stands);
    }
}
