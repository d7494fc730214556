package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A device takes a running session over from another: from then on it alone marks. What was tapped on the other before is taken in whenever
 * it comes.
 */
public final class TakeOverSession {

    /** @param hand which device */
    public record Command(Id<Client> client, Id<Session> session, SessionDevice hand) {}

    private final UnitOfWork work;
    private final Clock clock;

    public TakeOverSession(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.Again} where the device holds the session already. */
    public Answer<Session> by(Actor actor, Command wanted) {
        return Answer.ofRepeatable(
                work, actor, Act.TAKE_OVER_SESSION, wanted.client(), wanted, records -> takeOver(records, wanted));
    }

    private Answer<Session> takeOver(Records records, Command wanted) {
        Session session = records.sessions().turns(wanted.client(), wanted.session(), Id.random());
        return switch (session) {
            case EndedSession ended -> throw new Refused(Rule.SESSION_HAS_ENDED, ended.id());
            case OpenSession open -> {
                if (open.findHand(Instant.MAX).equals(Optional.of(wanted.hand()))) {
                    yield new Answer.Again<>(open);
                }
                taken(records, open, wanted.hand(), clock.instant());
                yield new Answer.Done<>(open);
            }
        };
    }

    /** From this instant on the session is held on this device. */
    static void taken(Records records, Session session, SessionDevice hand, Instant at) {
        records.sessions()
                .append(
                        session.client(),
                        session.id(),
                        new Mark(Id.random(), at, at, new Moment.HandTaken(hand)),
                        Optional.empty());
    }
}
