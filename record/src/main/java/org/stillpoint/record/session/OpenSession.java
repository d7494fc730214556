package org.stillpoint.record.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;

/** A session that goes on. */
public record OpenSession(
        Id<Session> id, Id<Client> client, Id<SafetyCheck> safetyCheck, Instant startedAt, List<Mark> marks)
        implements Session {

    public OpenSession {
        marks = List.copyOf(marks);
    }

    /**
     * Starts a session on a safety check.
     *
     * @throws Refused if the check is of another client, too old, or says no
     */
    public static OpenSession start(Id<Session> id, Id<Client> client, SafetyCheck check, Instant now) {
        if (!check.client().equals(client)) {
            throw new Refused(Rule.SAFETY_CHECK_IS_ANOTHERS, check.id());
        }
        if (Duration.between(check.at(), now).compareTo(SafetyCheck.GOOD_FOR) > 0) {
            throw new Refused(Rule.SAFETY_CHECK_IS_OLD, check.id());
        }
        check.requireSession();
        return new OpenSession(id, client, check.id(), now, List.of());
    }

    @Override
    public OpenSession with(List<Mark> newMarks) {
        return new OpenSession(id, client, safetyCheck, startedAt, newMarks);
    }

    @Override
    public Mark accept(Tap tap, Instant now) {
        requireNotStopped(tap);
        requireUndoable(tap);
        return new Mark(tap.id(), tap.at(), now, tap.moment());
    }

    /**
     * That the session may end: nobody who has said stop is left ungrounded, even where the work went on since.
     *
     * @param steps how many steps of grounding the practice goes through
     * @throws Refused if something of it is open since the last stop
     */
    public void requireGrounded(int steps) {
        if (!Grounding.of(this, steps).isDone()) {
            throw new Refused(Rule.NOT_GROUNDED, id);
        }
    }

    /** The same session, ended now. */
    public EndedSession end(Instant now) {
        Instant end = now.isBefore(startedAt) ? startedAt : now; // a clock that was set back in between
        return new EndedSession(id, client, safetyCheck, startedAt, end, marks);
    }
}
