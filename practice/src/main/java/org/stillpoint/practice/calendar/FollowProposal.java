package org.stillpoint.practice.calendar;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.calendar.BookProposal.BookedTime;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.TiedTime;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** An appointment that is tied to another calendar is moved or cancelled as it was there. */
public final class FollowProposal {

    /**
     * @param key made with the page
     * @param instance hash of which time of that calendar
     * @param now when it is there now; empty where it was called off
     */
    public record Command(Id<Deed> key, Id<Client> client, String instance, Optional<BookedTime> now) {}

    private final UnitOfWork work;
    private final Clock clock;

    public FollowProposal(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the appointment was cancelled here.
     *
     * @throws NoSuchRecord if nothing of this client is tied to it
     */
    public Answer<Id<Client>> by(Actor actor, Command wanted) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        Act act = wanted.now().isPresent() ? Act.MOVE_APPOINTMENT : Act.CANCEL_APPOINTMENT;
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(act, wanted.key(), wanted.client(), wanted),
                        records -> {
                            follow(records, own, wanted);
                            return new Answer.Done<>(wanted.client());
                        },
                        records -> new Answer.Again<>(wanted.client())),
                wanted::client);
    }

    private void follow(Records records, Id<Account> own, Command wanted) {
        Elsewhere kept = records.calendarsElsewhere().get(own);
        TiedTime tie = kept.find(wanted.instance())
                .filter(one -> one.client().equals(wanted.client()))
                .orElseThrow(() -> new NoSuchRecord("tie", wanted.client()));
        Appointment appointment = records.appointments().get(tie.client(), tie.appointment());
        if (!appointment.stands()) {
            throw new Refused(Rule.APPOINTMENT_IS_CANCELLED, appointment.id());
        }
        if (wanted.now().isEmpty()) {
            records.appointments().update(appointment.cancelled(clock.instant()));
            return;
        }
        BookedTime now = wanted.now().get();
        records.appointments().update(appointment.movedTo(now.start(), now.length()));
        List<TiedTime> ties = kept.ties().stream()
                .map(one -> one.equals(tie) ? tie.at(now.start(), now.length()) : one)
                .toList();
        records.calendarsElsewhere().replace(own, kept.with(kept.busy(), ties));
    }
}
