package org.stillpoint.record.checkin;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * How the client is at one instant between sessions.
 *
 * @param at when it was so
 * @param answers what the client said
 * @param version grows with each correction
 */
public record CheckIn(Id<CheckIn> id, Id<Client> client, Instant at, Answers answers, Version version) {

    /** A new check-in. */
    public static CheckIn given(Id<Client> client, Answers answers, Instant at) {
        return new CheckIn(Id.random(), client, at, answers, Version.FIRST);
    }

    /** The same check-in with corrected answers; hand it to {@link CheckIns#update}. */
    public CheckIn with(Answers newAnswers) {
        return new CheckIn(id, client, at, newAnswers, version);
    }

    /** The same check-in, of another instant; hand it to {@link CheckIns#update}. */
    public CheckIn movedTo(Instant when) {
        return new CheckIn(id, client, when, answers, version);
    }

    /** The same check-in, as seen at another version: what a form that was filled in earlier rests on. */
    public CheckIn seenAt(Version seen) {
        return new CheckIn(id, client, at, answers, seen);
    }
}
