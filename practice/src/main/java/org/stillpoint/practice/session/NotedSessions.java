package org.stillpoint.practice.session;

import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Records;

/** Once the note of a session is signed, nothing of that session is changed any more: what has to be said is an amendment of the note. */
final class NotedSessions {
    private NotedSessions() {}

    /** Whether its note is signed; one that goes on has none. */
    static boolean isSigned(Records records, Session session) {
        return session instanceof EndedSession && records.sessionNotes().isLocked(session.client(), session.id());
    }

    /** @throws Refused if its note is signed */
    static void requireNotSigned(Records records, Session session) {
        if (isSigned(records, session)) {
            throw new Refused(Rule.NOTE_IS_SIGNED, session.id());
        }
    }

    /** @throws Refused if the note of the session that was started on this check is signed */
    static void requireNotSigned(Records records, Id<Client> client, Id<SafetyCheck> check) {
        if (records.sessions().isUsed(check)) {
            records.sessions().heads(client).stream()
                    .filter(session -> session.safetyCheck().equals(check))
                    .forEach(session -> requireNotSigned(records, session));
        }
    }
}
