package org.stillpoint.practice.session;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A session ends. Ending an ended one changes nothing. */
public final class EndSession {

    /** Which session ends. */
    public record Command(Id<Client> client, Id<Session> session) {}

    private final UnitOfWork work;

    public EndSession(UnitOfWork work) {
        this.work = work;
    }

    public Answer<EndedSession> by(Actor actor, Command wanted) {
        Id<Deed> once = Id.random(); // it may be said as often as one likes: an ended session stays ended
        return work.run(
                actor,
                Deeds.of(Act.END_SESSION, once, wanted.client(), wanted),
                records -> {
                    Session head = records.sessions().head(wanted.client(), wanted.session());
                    EndedSession ended = records.sessions().end(head.id());
                    return head instanceof EndedSession ? new Answer.Again<>(ended) : new Answer.Done<>(ended);
                },
                records -> new Answer.Again<>(records.sessions().end(wanted.session())));
    }
}
