package org.stillpoint.practice.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.BusyTime;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.TiedTime;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Times of another calendar are a client's: they become appointments, and are tied, so that reading it again books nothing twice. */
public final class BookProposal {

    /** One time that is booked. */
    public record BookedTime(String instance, Instant start, Duration length) {}

    /**
     * @param key made with the page
     * @param event hash of what the event is known by there
     */
    public record Command(Id<Deed> key, Id<Client> client, String event, List<BookedTime> times) {}

    private final UnitOfWork work;

    public BookProposal(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Answers with how many were booked; those that were tied before are not booked again.
     *
     * @throws org.stillpoint.record.BadValue if one is too short or too long
     */
    public Answer<Integer> by(Actor actor, Command wanted) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.BOOK_APPOINTMENT, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(booked(records, own, wanted)),
                        records -> new Answer.Again<>(0)),
                () -> 0);
    }

    private static int booked(Records records, Id<Account> own, Command wanted) {
        Elsewhere kept = records.calendarsElsewhere().get(own);
        List<TiedTime> ties = new ArrayList<>(kept.ties());
        List<BusyTime> busy = new ArrayList<>(kept.busy());
        for (BookedTime time : wanted.times()) {
            if (kept.find(time.instance()).isPresent()) {
                continue;
            }
            Appointment booked = Appointment.booked(
                    Id.random(), wanted.client(), time.start().truncatedTo(ChronoUnit.SECONDS), time.length());
            records.appointments().add(booked);
            ties.add(new TiedTime(
                    wanted.event(), time.instance(), wanted.client(), booked.id(), booked.start(), booked.length()));
            busy.remove(new BusyTime(booked.start(), booked.end()));
        }
        int added = ties.size() - kept.ties().size();
        if (added > 0) {
            records.calendarsElsewhere().replace(own, kept.with(busy, ties));
        }
        return added;
    }
}
