package org.stillpoint.record.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;

/**
 * How the client is at one instant between sessions.
 *
 * @param at when it was so
 * @param offset of the clock of whoever said it from UTC, then; empty where nobody knows: the practice's
 * @param answers what the client said
 * @param map where it hurt then: the map drawn with it, or one of before that was still so; empty where that was not asked or not said
 * @param turnedWorse whether with it the pain since the first session came to be judged worse than before
 * @param followUp what was done about what is worse; empty where nothing is, or nobody has written it yet
 * @param version grows with each correction and with a follow-up
 */
public record CheckIn(
        Id<CheckIn> id,
        Id<Client> client,
        Instant at,
        Optional<ZoneOffset> offset,
        Answers answers,
        Optional<Id<BodyMap>> map,
        boolean turnedWorse,
        Optional<FollowUp> followUp,
        Version version) {

    /** A check-in that nobody has followed up, with which nobody said where it hurts. */
    public CheckIn(Id<CheckIn> id, Id<Client> client, Instant at, Answers answers, Version version) {
        this(id, client, at, Optional.empty(), answers, Optional.empty(), false, Optional.empty(), version);
    }

    /** A new check-in. */
    public static CheckIn given(Id<Client> client, Answers answers, Instant at) {
        return new CheckIn(Id.random(), client, at, answers, Version.FIRST);
    }

    /** Whether the client said with it that something is worse. */
    public boolean saysWorse() {
        return !answers.anythingWorse().isEmpty();
    }

    /** Whether it is an open matter: something is worse, said or judged, and nobody has written what was done. */
    public boolean isOpen() {
        return (saysWorse() || turnedWorse) && followUp.isEmpty();
    }

    /**
     * The same check-in with corrected answers; hand it to {@link CheckIns#update}. Where other words say what is worse, it is open
     * again.
     */
    public CheckIn with(Answers newAnswers) {
        boolean sameWords = newAnswers.anythingWorse().equals(answers.anythingWorse());
        return new CheckIn(
                id, client, at, offset, newAnswers, map, turnedWorse, sameWords ? followUp : Optional.empty(), version);
    }

    /** The same check-in, with where it hurts; before it is added. */
    public CheckIn where(Optional<Id<BodyMap>> said) {
        return new CheckIn(id, client, at, offset, answers, said, turnedWorse, followUp, version);
    }

    /** The same check-in, said where that clock is; before it is added. */
    public CheckIn onClock(Optional<ZoneOffset> there) {
        return new CheckIn(id, client, at, there, answers, map, turnedWorse, followUp, version);
    }

    /**
     * The day it is of, where it was said.
     *
     * @param practice the practice's time zone, where nobody knows another
     */
    public LocalDate day(ZoneId practice) {
        return LocalDate.ofInstant(at, zone(practice));
    }

    /** The same for the clock itself. */
    public ZoneId zone(ZoneId practice) {
        return offset.<ZoneId>map(there -> there).orElse(practice);
    }

    /** The same check-in, of another instant; hand it to {@link CheckIns#update}. */
    public CheckIn movedTo(Instant when) {
        return new CheckIn(id, client, when, offset, answers, map, turnedWorse, followUp, version);
    }

    /** The same check-in, with which the pain came to be judged worse; hand it to {@link CheckIns#update}. */
    public CheckIn turningWorse(boolean turned) {
        return new CheckIn(id, client, at, offset, answers, map, turned, followUp, version);
    }

    /** The same check-in, about which something was done; hand it to {@link CheckIns#update}. */
    public CheckIn followedBy(Optional<FollowUp> what) {
        return new CheckIn(id, client, at, offset, answers, map, turnedWorse, what, version);
    }

    /** The same check-in, as seen at another version: what a form that was filled in earlier rests on. */
    public CheckIn seenAt(Version seen) {
        return new CheckIn(id, client, at, offset, answers, map, turnedWorse, followUp, seen);
    }
}
