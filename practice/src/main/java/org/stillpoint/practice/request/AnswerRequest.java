package org.stillpoint.practice.request;

import java.time.Clock;
import java.time.Instant;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter.CannotCome;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody writes what was done about what a client asked, and it is open no more. The client reads it by their own door. */
public final class AnswerRequest {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param ofAppointment whether it says that they cannot come: that the front desk answers too
     * @param seen the version that was seen
     * @param done in words
     * @param cancel whether the appointment is cancelled with it, where it stands as it did then
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<ClientRequest> request,
            boolean ofAppointment,
            Version seen,
            PrivateText done,
            boolean cancel) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AnswerRequest(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Changed} where somebody else has answered it since it was seen: that stays.
     *
     * @throws BadValue if no words say what was done
     * @throws NoSuchRecord if this client has asked no such thing
     */
    public Answer<Id<ClientRequest>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(
                                wanted.ofAppointment() ? Act.ANSWER_ABSENCE : Act.ANSWER_REQUEST,
                                wanted.key(),
                                wanted.client(),
                                wanted),
                        records -> new Answer.Done<>(answer(records, actor, wanted)),
                        records -> new Answer.Again<>(wanted.request())),
                wanted::request);
    }

    private Id<ClientRequest> answer(Records records, Actor actor, Command wanted) {
        Instant now = clock.instant();
        ClientRequest kept = records.clientRequests()
                .find(wanted.client(), wanted.request())
                .filter(each -> each.isOfAnAppointment() == wanted.ofAppointment())
                .orElseThrow(() -> new NoSuchRecord("request", wanted.request()));
        records.clientRequests()
                .update(kept.seenAt(wanted.seen()).followedBy(new FollowUp(now, actor.ownAccount(), wanted.done())));
        if (wanted.cancel() && kept.matter() instanceof CannotCome said) {
            records.appointments()
                    .find(wanted.client(), said.appointment())
                    .filter(each -> isAsItWas(each, said))
                    .ifPresent(each -> records.appointments().update(each.cancelled(now)));
        }
        return kept.id();
    }

    /** Whether an appointment still stands at the time of which it was said. */
    static boolean isAsItWas(Appointment appointment, CannotCome said) {
        return appointment.stands() && appointment.start().equals(said.start());
    }
}
