package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.safety.SafetyGate;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A session that was ended too early goes on, as long as the safety check it started on is good, nothing says no since, the consent is not
 * withdrawn, and its note is not signed.
 */
public final class GoOnWithSession {

    /** Which session goes on. */
    public record Command(Id<Client> client, Id<Session> session) {}

    private final UnitOfWork work;
    private final Clock clock;

    public GoOnWithSession(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public Answer<OpenSession> by(Actor actor, Command wanted) {
        return Answer.ofRepeatable(
                work, actor, Act.GO_ON_WITH_SESSION, wanted.client(), wanted, records -> goOn(records, wanted));
    }

    private Answer<OpenSession> goOn(Records records, Command wanted) {
        return switch (records.sessions().get(wanted.client(), wanted.session())) {
            case OpenSession open -> new Answer.Again<>(open);
            case EndedSession ended -> {
                if (records.sessions().findOpen(wanted.client()).isPresent()) {
                    throw new Refused(Rule.SESSION_IS_OPEN, wanted.client());
                }
                if (records.consents().list(wanted.client()).isWithdrawn()) {
                    throw new Refused(Rule.CONSENT_IS_WITHDRAWN, wanted.client());
                }
                NotedSessions.requireNotSigned(records, ended);
                Instant now = clock.instant();
                SafetyGate.require(records, records.safetyChecks().get(wanted.client(), ended.safetyCheck()), now);
                OpenSession open = ended.goOn(now);
                records.sessions().keep(open);
                yield new Answer.Done<>(open);
            }
        };
    }
}
