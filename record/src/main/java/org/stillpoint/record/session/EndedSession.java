package org.stillpoint.record.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;

/** A session that has ended. A tap made before its end that arrives late, over a bad connection, is still taken in. */
public record EndedSession(
        Id<Session> id,
        Id<Client> client,
        Id<SafetyCheck> safetyCheck,
        Instant startedAt,
        Instant endedAt,
        List<Mark> marks)
        implements Session {

    public EndedSession {
        marks = List.copyOf(marks);
    }

    public Duration length() {
        return Duration.between(startedAt, endedAt);
    }

    /** When the client is to be asked how it went; read from the marks that say whether it was stopped, see {@link Sessions#turns}. */
    public FollowUpTime followUp() {
        boolean stopped = standingMarks().stream()
                .anyMatch(mark ->
                        mark.moment() instanceof Moment.StopSignal || mark.moment() instanceof Moment.ConsentEnded);
        return FollowUpTime.of(endedAt, stopped);
    }

    /** Whether the safety check it started on is still good, and the client has not taken their consent back in it. */
    public boolean canGoOn(Instant now) {
        return !lostConsent() && Duration.between(startedAt, now).compareTo(SafetyCheck.GOOD_FOR) <= 0;
    }

    /**
     * The same session, which goes on.
     *
     * @throws Refused if the safety check it started on is no longer good, or the client has taken their consent back in it
     */
    public OpenSession goOn(Instant now) {
        if (lostConsent()) {
            throw new Refused(Rule.CONSENT_IS_WITHDRAWN, id);
        }
        if (!canGoOn(now)) {
            throw new Refused(Rule.SAFETY_CHECK_IS_OLD, safetyCheck);
        }
        return new OpenSession(id, client, safetyCheck, startedAt, marks);
    }

    @Override
    public EndedSession with(List<Mark> newMarks) {
        return new EndedSession(id, client, safetyCheck, startedAt, endedAt, newMarks);
    }

    @Override
    public Mark accept(Tap tap, Instant now) {
        if (tap.at().isAfter(endedAt)) {
            throw new Refused(Rule.SESSION_HAS_ENDED, id);
        }
        requireNotStopped(tap);
        requireUndoable(tap);
        return new Mark(tap.id(), tap.at(), now, tap.moment());
    }
}
