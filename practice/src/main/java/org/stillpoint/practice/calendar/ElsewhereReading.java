package org.stillpoint.practice.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.calendar.TiedTime;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What is known here of a practitioner's other calendar. */
public final class ElsewhereReading {

    /** A tie whose appointment stands. */
    public record TiedAppointment(TiedTime tie, Appointment appointment, Client client) {}

    /** @param tied those whose appointments stand */
    public record ElsewhereView(Elsewhere elsewhere, List<TiedAppointment> tied) {}

    private final UnitOfWork work;

    public ElsewhereReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NotAllowed if the actor has no account, or treats nobody */
    public ElsewhereView by(Actor actor) {
        Id<Account> own = MakeCalendarFeed.own(actor);
        return work.read(actor, Act.SEE_CALENDAR, Optional.empty(), records -> of(records, actor, own));
    }

    private static ElsewhereView of(Records records, Actor actor, Id<Account> own) {
        Elsewhere elsewhere = records.calendarsElsewhere().get(own);
        List<TiedAppointment> tied = new ArrayList<>();
        for (TiedTime tie : elsewhere.ties()) {
            boolean sees = Membership.runsThePractice(actor)
                    || records.care().find(tie.client(), own).isPresent();
            if (sees) { // whom they see no more is named to them no more
                records.clients()
                        .find(tie.client())
                        .ifPresent(client -> records.appointments()
                                .find(tie.client(), tie.appointment())
                                .filter(Appointment::stands)
                                .ifPresent(appointment -> tied.add(new TiedAppointment(tie, appointment, client))));
            }
        }
        return new ElsewhereView(elsewhere, tied);
    }
}
