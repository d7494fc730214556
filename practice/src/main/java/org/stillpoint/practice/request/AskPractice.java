package org.stillpoint.practice.request;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client asks that something be corrected, or that everything be erased. Nothing is changed by it: somebody has to answer. */
public final class AskPractice {
    /** Own choice, 2026: whoever waits for so many answers is waited for first. */
    public static final int MOST_OPEN = 20;

    /**
     * @param id made with the page, so that sending it twice asks once
     * @param matter a correction or the erasure; that they cannot come is an act of its own
     */
    public record Command(Id<ClientRequest> id, Id<Client> client, RequestMatter matter) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AskPractice(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.No} where too much waits for an answer already. */
    public Answer<Id<ClientRequest>> by(Actor actor, Command wanted) {
        if (wanted.matter() instanceof RequestMatter.CannotCome) {
            throw new BadValue("request", "about an appointment", "about what is kept");
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ASK_PRACTICE, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(ask(records, wanted)),
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }

    private Id<ClientRequest> ask(Records records, Command wanted) {
        long open = records.clientRequests().list(wanted.client()).stream()
                .filter(ClientRequest::isOpen)
                .count();
        if (open >= MOST_OPEN) {
            throw new Refused(Rule.MUCH_IS_ASKED, wanted.client());
        }
        records.clientRequests()
                .add(ClientRequest.asked(
                        wanted.id(), wanted.client(), clock.instant().truncatedTo(ChronoUnit.MILLIS), wanted.matter()));
        return wanted.id();
    }
}
