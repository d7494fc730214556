package org.stillpoint.record.history;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/**
 * A trauma event in a client's history.
 *
 * @param told what the client told of it
 * @param provenance how it came to be known
 * @param recordedAt when it was first written down
 * @param lockedBy the session whose start locked it; empty while it can still be changed
 * @param version grows with each change
 */
public record TraumaEvent(
        Id<TraumaEvent> id,
        Id<Client> client,
        Told told,
        Provenance provenance,
        Instant recordedAt,
        Optional<Id<Session>> lockedBy,
        Version version) {

    /** An event told before the session. */
    public static TraumaEvent toldBeforeSession(Id<Client> client, Told told, Instant now) {
        return fresh(client, told, Provenance.TOLD_BEFORE_SESSION, now);
    }

    /** An event that surfaced in a session. */
    public static TraumaEvent surfaced(Id<Client> client, Told told, Instant now) {
        return fresh(client, told, Provenance.SURFACED_IN_SESSION, now);
    }

    private static TraumaEvent fresh(Id<Client> client, Told told, Provenance provenance, Instant now) {
        return new TraumaEvent(Id.random(), client, told, provenance, now, Optional.empty(), Version.FIRST);
    }

    /** The same event, told differently; hand it to {@link History#update}. */
    public TraumaEvent with(Told newTold) {
        return new TraumaEvent(id, client, newTold, provenance, recordedAt, lockedBy, version);
    }

    /** This event, with what was told and how it came to be known taken from another; the rest as it is. */
    public TraumaEvent changedTo(TraumaEvent changed) {
        return new TraumaEvent(id, client, changed.told, changed.provenance, recordedAt, lockedBy, version);
    }

    /** The same event, as seen at another version: what a form that was filled in earlier rests on. */
    public TraumaEvent seenAt(Version seen) {
        return new TraumaEvent(id, client, told, provenance, recordedAt, lockedBy, seen);
    }

    /** The same event, locked by the session that starts. */
    public TraumaEvent lockedBy(Id<Session> session) {
        return new TraumaEvent(id, client, told, provenance, recordedAt, Optional.of(session), version);
    }

    /** The same event, locked by another session, or by none. */
    public TraumaEvent lockedBy(Optional<Id<Session>> session) {
        return new TraumaEvent(id, client, told, provenance, recordedAt, session, version);
    }

    /**
     * This event, if it can still be changed.
     *
     * @throws Refused if the event is locked
     */
    public TraumaEvent requireUnlocked() {
        if (lockedBy.isPresent()) {
            throw new Refused(Rule.HISTORY_IS_LOCKED, id);
        }
        return this;
    }

    /**
     * The same event as later corroborated. This is no change of what was told, so it is open for locked events too.
     *
     * @throws Refused if the event did not surface in a session
     */
    public TraumaEvent corroborated() {
        if (provenance != Provenance.SURFACED_IN_SESSION) {
            throw new Refused(Rule.ONLY_SURFACED_IS_CORROBORATED, id);
        }
        return new TraumaEvent(id, client, told, Provenance.LATER_CORROBORATED, recordedAt, lockedBy, version);
    }
}
