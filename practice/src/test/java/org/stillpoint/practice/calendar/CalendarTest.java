package org.stillpoint.practice.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.appointment.AppointmentReading;
import org.stillpoint.practice.calendar.BookProposal.BookedTime;
import org.stillpoint.practice.calendar.CalendarFeedReading.FeedView;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;

/** A practitioner's own calendar: what it reads, and what is taken from it once. */
class CalendarTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final Instant NINE = NOW.plus(Duration.ofHours(25));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String HASH = "a".repeat(64);

    private final PeopleInMemory people = new PeopleInMemory();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann-Marie Example", OptionalInt.empty());
    private final Id<Client> kims = people.add(kim, "Kim's Client", OptionalInt.empty());
    private final MakeCalendarFeed make = new MakeCalendarFeed(people.work(), clock);
    private final ChangeCalendarFeed change = new ChangeCalendarFeed(people.work());
    private final TakeCalendarFeedBack takeBack = new TakeCalendarFeedBack(people.work());
    private final CalendarFeedReading feeds = new CalendarFeedReading(people.work(), clock);
    private final TakeCalendar take = new TakeCalendar(people.work(), clock);
    private final BookProposal book = new BookProposal(people.work());
    private final FollowProposal follow = new FollowProposal(people.work(), clock);
    private final ElsewhereReading elsewhere = new ElsewhereReading(people.work());

    private Appointment booked(Id<Client> client, Instant start) {
        Appointment appointment = Appointment.booked(Id.random(), client, start, HOUR);
        people.records().appointments().add(appointment);
        return appointment;
    }

    private void made(Account who, String hash, FeedNames names) {
        assertThat(make.by(by(who), new MakeCalendarFeed.Command(Id.random(), hash, names)))
                .isInstanceOf(Answer.Done.class);
    }

    private List<CalendarFeedReading.FedEntry> fed() {
        return feeds.open(DOOR, HASH).map(FeedView::entries).orElseThrow();
    }

    @Test
    void feed_isOfThoseWhomTheyTreat_withInitialsOrNothing() {
        Appointment own = booked(ann, NINE);
        booked(kims, NINE);
        made(sam, HASH, FeedNames.APPOINTMENT);

        assertThat(fed()).containsExactly(new CalendarFeedReading.FedEntry(own, Optional.empty()));

        change.by(by(sam), new ChangeCalendarFeed.Command(Id.random(), FeedNames.INITIALS));
        assertThat(fed()).containsExactly(new CalendarFeedReading.FedEntry(own, Optional.of("A. M. E.")));
        assertThat(feeds.open(DOOR, "b".repeat(64))).isEmpty();
    }

    @Test
    void feed_tellsWhatWasCancelled_for60Days() {
        Appointment before = booked(ann, NINE);
        Appointment lately = booked(ann, NINE.plus(HOUR));
        people.records().appointments().update(before.cancelled(NOW.minus(Duration.ofDays(61))));
        Appointment told = people.records().appointments().update(lately.cancelled(NOW.minus(Duration.ofDays(59))));
        made(sam, HASH, FeedNames.APPOINTMENT);

        assertThat(fed()).extracting(CalendarFeedReading.FedEntry::appointment).containsExactly(told);
    }

    @Test
    void feed_takenBack_madeAnew_orOfNobodyWhoTreats_opensNothing() {
        made(sam, HASH, FeedNames.APPOINTMENT);
        made(sam, "c".repeat(64), FeedNames.APPOINTMENT);
        assertThat(feeds.open(DOOR, HASH)).isEmpty();
        assertThat(feeds.open(DOOR, "c".repeat(64))).isPresent();

        takeBack.by(by(sam), new TakeCalendarFeedBack.Command(Id.random()));
        assertThat(feeds.open(DOOR, "c".repeat(64))).isEmpty();
        assertThat(feeds.by(by(sam))).isEmpty();

        made(kim, HASH, FeedNames.APPOINTMENT);
        people.records()
                .accounts()
                .update(people.records().accounts().find(kim.id()).orElseThrow().inRole(Role.ASSISTANT));
        assertThat(feeds.open(DOOR, HASH)).isEmpty();
        assertThatThrownBy(() -> make.by(
                        by(desk), new MakeCalendarFeed.Command(Id.random(), "d".repeat(64), FeedNames.INITIALS)))
                .isInstanceOf(NotAllowed.class);
    }

    private static SeenTime seen(String event, String instance, Instant start) {
        return new SeenTime(event, instance, start, HOUR, false, true, false, "Ann");
    }

    private static SeenTime cancelled(SeenTime time) {
        return new SeenTime(
                time.event(), time.instance(), time.start(), time.length(), true, true, false, time.summary());
    }

    private List<Proposal> read(SeenTime... seen) {
        take.by(by(sam), new TakeCalendar.Command(Id.random(), Arrays.asList(seen)));
        return Proposal.of(Arrays.asList(seen), elsewhere.by(by(sam)), NOW);
    }

    private void book(String event, SeenTime... times) {
        List<BookedTime> booked = Arrays.stream(times)
                .map(each -> new BookedTime(each.instance(), each.start(), each.length()))
                .toList();
        assertThat(book.by(by(sam), new BookProposal.Command(Id.random(), ann, event, booked)))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void calendar_readAgain_booksNothingTwice_andItsBusyTimesAreWarnedOf() {
        SeenTime first = seen("e", "i1", NINE);
        SeenTime dentist = seen("d", "d", NINE.plus(Duration.ofMinutes(30)));
        assertThat(read(first, dentist)).hasSize(2);

        book("e", first);
        book("e", first);

        assertThat(people.records().appointments().list(ann)).hasSize(1);
        assertThat(read(first, dentist))
                .extracting(each -> ((Proposal.NewTimes) each).event())
                .containsExactly("d");
        AppointmentReading reading = new AppointmentReading(people.work(), clock);
        assertThat(reading.by(by(sam), ann).coming())
                .extracting(AppointmentReading.ComingAppointment::busyElsewhere)
                .containsExactly(true);
        read(first);
        assertThat(reading.by(by(sam), ann).coming())
                .extracting(AppointmentReading.ComingAppointment::busyElsewhere)
                .containsExactly(false);
    }

    @Test
    void calendar_movedOrCalledOff_proposesTheChange_untilItIsFollowed() {
        SeenTime first = seen("e", "i1", NINE);
        SeenTime second = seen("e", "i2", NINE.plus(Duration.ofDays(7)));
        book("e", first, second);
        SeenTime moved = seen("e", "i1", NINE.plus(HOUR));

        List<Proposal> changes = read(moved, cancelled(second));
        assertThat(changes)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Proposal.MovedThere.class)
                .hasAtLeastOneElementOfType(Proposal.GoneThere.class);
        assertThat(people.records().appointments().list(ann))
                .allMatch(Appointment::stands)
                .extracting(Appointment::start)
                .contains(NINE);

        follow.by(
                by(sam),
                new FollowProposal.Command(
                        Id.random(), ann, "i1", Optional.of(new BookedTime("i1", moved.start(), HOUR))));
        follow.by(by(sam), new FollowProposal.Command(Id.random(), ann, "i2", Optional.empty()));

        assertThat(read(moved, cancelled(second))).isEmpty();
        assertThat(people.records().appointments().list(ann))
                .extracting(Appointment::start, Appointment::stands)
                .containsExactly(tuple(NINE.plus(HOUR), true), tuple(NINE.plus(Duration.ofDays(7)), false));
    }

    @Test
    void calendar_furtherTimesOfATiedEvent_areProposedForTheSameClient() {
        SeenTime first = seen("e", "i1", NINE);
        SeenTime third = seen("e", "i3", NINE.plus(Duration.ofDays(14)));
        book("e", first);

        assertThat(read(first, third)).singleElement().isInstanceOfSatisfying(Proposal.NewTimes.class, fresh -> {
            assertThat(fresh.client().map(Client::id)).contains(ann);
            assertThat(fresh.times()).containsExactly(third);
        });
    }

    @Test
    void calendar_ofWholeDaysPastAndFreeTimes_proposesNothing() {
        SeenTime past = seen("p", "p", NOW.minus(HOUR));
        SeenTime day = new SeenTime("w", "w", NINE, Duration.ofDays(1), false, true, true, "");
        SeenTime free = new SeenTime("f", "f", NINE, HOUR, false, false, false, "");

        assertThat(read(past, day, free, cancelled(seen("c", "c", NINE)))).isEmpty();
        assertThat(elsewhere.by(by(sam)).elsewhere().busy()).hasSize(2);
    }

    @Test
    void calendar_isNobodysBusinessButTheirOwn_andAnErasedClientLeavesNoTie() {
        SeenTime first = seen("e", "i1", NINE);
        book("e", first);
        assertThat(elsewhere.by(by(kim)).tied()).isEmpty();
        assertThatThrownBy(() -> elsewhere.by(by(desk))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> book.by(
                        by(sam),
                        new BookProposal.Command(Id.random(), kims, "k", List.of(new BookedTime("k", NINE, HOUR)))))
                .isInstanceOf(NotAllowed.class);

        people.records().clients().erase(ann);
        read(first);
        assertThat(elsewhere.by(by(sam)).elsewhere().ties()).isEmpty();
    }
}
