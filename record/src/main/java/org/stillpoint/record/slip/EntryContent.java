package org.stillpoint.record.slip;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;

/** What stood in an entry that can be mended. */
public sealed interface EntryContent {

    /** Who the client is. */
    record ClientEntry(PrivateText name, OptionalInt yearOfBirth) implements EntryContent {}

    /** How the client is reached. */
    record ContactEntry(ContactDetails told) implements EntryContent {}

    /** What whoever treats the client knows beforehand. */
    record BackgroundEntry(Background told) implements EntryContent {}

    /** Whether the client is archived, and why. */
    record ArchiveEntry(Optional<Archiving> archiving) implements EntryContent {}

    /** How it was at an instant. */
    record CheckInEntry(Instant at, Answers answers) implements EntryContent {}

    /** An event as it was told. */
    record EventEntry(Told told) implements EntryContent {}

    /** What the check before a session found. */
    record SafetyEntry(Instant at, Set<Condition> found, Optional<Clearance> clearance) implements EntryContent {}

    /**
     * A session in which nothing was marked.
     *
     * @param endedAt empty where it had not ended
     */
    record SessionEntry(Instant startedAt, Optional<Instant> endedAt) implements EntryContent {}

    /** What was marked in a session. */
    record MarkEntry(Id<Session> session, Instant tappedAt, Moment moment) implements EntryContent {}
}
