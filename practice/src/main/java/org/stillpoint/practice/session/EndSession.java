package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A session ends, after a stop only once the client is grounded, or help is there; its note waits to be signed from then on. Ending an ended
 * one changes nothing.
 */
public final class EndSession {

    /**
     * Which session ends.
     *
     * @param at when that was asked for, where it comes late over a bad connection; held between the start and now
     */
    public record Command(Id<Client> client, Id<Session> session, Optional<Instant> at) {

        /** It ends now. */
        public Command(Id<Client> client, Id<Session> session) {
            this(client, session, Optional.empty());
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public EndSession(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<EndedSession> by(Actor actor, Command wanted) {
        return Answer.ofRepeatable(
                work, actor, Act.END_SESSION, wanted.client(), wanted, records -> end(records, wanted));
    }

    private Answer<EndedSession> end(Records records, Command wanted) {
        return switch (records.sessions().get(wanted.client(), wanted.session())) {
            case EndedSession ended -> new Answer.Again<>(ended);
            case OpenSession open -> {
                open.requireGrounded(records.settings().groundingSteps().count());
                Instant now = clock.instant();
                EndedSession ended =
                        open.end(wanted.at().filter(at -> at.isBefore(now)).orElse(now));
                records.sessions().keep(ended);
                if (records.sessionNotes()
                        .findStanding(ended.client(), ended.id())
                        .isEmpty()) {
                    records.sessionNotes().add(SessionNote.of(ended, ended.endedAt()));
                }
                yield new Answer.Done<>(ended);
            }
        };
    }
}
