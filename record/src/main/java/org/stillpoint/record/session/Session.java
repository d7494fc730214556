package org.stillpoint.record.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;

/** A session, open or ended. Its marks are only ever added. */
public sealed interface Session permits OpenSession, EndedSession {
    /** Source: the product's session screen, on which the last mark shows "undo" for ten seconds. */
    Duration UNDO_WITHIN = Duration.ofSeconds(10);

    Id<Session> id();

    Id<Client> client();

    /** The check on which the session was started. */
    Id<SafetyCheck> safetyCheck();

    Instant startedAt();

    /** Every mark ever made, in the order they were recorded, those undone and those that undo included. */
    List<Mark> marks();

    /**
     * What a tap becomes in this session; nothing is kept yet.
     *
     * @throws Refused if the session had ended before the tap or was stopped, or it would undo what cannot be undone (any more)
     */
    Mark accept(Tap tap, Instant now);

    /** The same session with these marks: from a head to the whole. */
    Session with(List<Mark> marks);

    /** The mark under this id, undone or not. */
    default Optional<Mark> findMark(Id<Mark> id) {
        return marks().stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /**
     * The marks that count: not undone, not struck out, not themselves a taking back nor of a device, and there before the note was signed; amended ones as
     * they were meant; in the order they were recorded.
     */
    default List<Mark> standingMarks() {
        Set<Id<Mark>> undone = new HashSet<>();
        Map<Id<Mark>, Optional<Moment>> amended = new HashMap<>();
        for (Mark mark : marks()) {
            switch (mark.moment()) {
                case Moment.Undone(Id<Mark> target) -> undone.add(target);
                case Moment.Amended(Id<Mark> target, Optional<Moment> meant) -> amended.put(target, meant);
                default -> {}
            }
        }
        return marks().stream()
                .filter(mark -> !(mark.moment() instanceof Moment.Undone)
                        && !(mark.moment() instanceof Moment.Amended)
                        && !(mark.moment() instanceof Moment.Annotated)
                        && !(mark.moment() instanceof Moment.HandTaken)
                        && !(mark.moment() instanceof Moment.AfterSigning))
                .filter(mark -> !undone.contains(mark.id()))
                .flatMap(
                        mark -> amended.getOrDefault(mark.id(), Optional.of(mark.moment())).map(mark::meaning).stream())
                .toList();
    }

    /** What was dictated to a mark after the session, the earliest first. */
    default List<PrivateText> dictated(Id<Mark> to) {
        return marks().stream()
                .flatMap(mark -> mark.moment() instanceof Moment.Annotated(Id<Mark> target, PrivateText words)
                                && target.equals(to)
                        ? Stream.of(words)
                        : Stream.empty())
                .toList();
    }

    /** What came only after the note was signed, as it was tapped, in the order it was recorded; it does not count. */
    default List<Mark> marksAfterSigning() {
        return marks().stream()
                .flatMap(mark -> mark.moment() instanceof Moment.AfterSigning(Moment tapped)
                        ? Stream.of(mark.meaning(tapped))
                        : Stream.empty())
                .toList();
    }

    /**
     * The stop that held at an instant, by the instants of the taps; empty where the session went on. Once the client has taken their consent
     * back, that is the stop, and nothing goes on.
     */
    default Optional<Mark> findStop(Instant at) {
        List<Mark> standing = standingMarks();
        Optional<Mark> withdrawn = standing.stream()
                .filter(mark -> mark.moment() instanceof Moment.ConsentEnded
                        && !mark.tappedAt().isAfter(at))
                .findFirst();
        if (withdrawn.isPresent()) {
            return withdrawn;
        }
        return standing.stream()
                .filter(mark -> mark.moment() instanceof Moment.StopSignal || mark.moment() instanceof Moment.Resumed)
                .filter(mark -> !mark.tappedAt().isAfter(at))
                .reduce((before, next) -> next.tappedAt().isBefore(before.tappedAt()) ? before : next)
                .filter(last -> last.moment() instanceof Moment.StopSignal);
    }

    /** Whether the client has taken their consent back in it. */
    default boolean lostConsent() {
        return findStop(Instant.MAX)
                .filter(stop -> stop.moment() instanceof Moment.ConsentEnded)
                .isPresent();
    }

    /**
     * Checks that nothing is marked while the session is stopped but what grounds the client and how they seem, that it goes on, that it is
     * stopped (again), and that the stop was a slip of the finger. Where the consent was taken back it neither goes on nor was it a slip.
     * What was tapped before the stop passes, whenever it comes.
     */
    default void requireNotStopped(Tap tap) {
        Optional<Mark> stop = findStop(tap.at());
        boolean forGood = stop.filter(mark -> mark.moment() instanceof Moment.ConsentEnded)
                .isPresent();
        boolean passes = stop.isEmpty()
                || switch (tap.moment()) {
                    case Moment.Grounded any -> true;
                    case Moment.StepTaken any -> true;
                    case Moment.AskedAfterStop any -> true;
                    case Moment.HelpCalled any -> true;
                    case Moment.SignNoticed any -> true;
                    case Moment.StopSignal any -> true;
                    case Moment.Resumed any -> !forGood;
                    case Moment.Undone(Id<Mark> target) ->
                        !forGood && target.equals(stop.get().id());
                    default -> false;
                };
        if (!passes) {
            throw new Refused(forGood ? Rule.CONSENT_IS_WITHDRAWN : Rule.SESSION_IS_STOPPED, id());
        }
    }

    /** Whether nothing was ever marked in it; which device held it is no mark of what happened. */
    default boolean isUnmarked() {
        return marks().stream().allMatch(mark -> mark.moment() instanceof Moment.HandTaken);
    }

    /** The device that held the session at an instant; empty where none did yet. */
    default Optional<SessionDevice> findHand(Instant at) {
        return marks().stream()
                .filter(mark -> mark.moment() instanceof Moment.HandTaken
                        && !mark.tappedAt().isAfter(at))
                .reduce((before, next) -> next.tappedAt().isBefore(before.tappedAt()) ? before : next)
                .map(mark -> ((Moment.HandTaken) mark.moment()).hand());
    }

    /**
     * Checks that a tap comes from the device that held the session at its instant. A stop, and that help was called, is taken from any
     * device: it is never refused for where it was tapped.
     *
     * @param hand on which it was tapped; empty where that is not told
     */
    default void requireHand(Tap tap, Optional<SessionDevice> hand) {
        Optional<SessionDevice> holder = findHand(tap.at());
        boolean anywhere = tap.moment() instanceof Moment.StopSignal || tap.moment() instanceof Moment.HelpCalled;
        if (!anywhere && holder.isPresent() && !holder.equals(hand)) {
            throw new Refused(Rule.ANOTHER_DEVICE_HOLDS, id());
        }
    }

    /** How often a mark was amended, counted as the versions of other entries are. */
    default Version versionOf(Id<Mark> mark) {
        long amendments = marks().stream()
                .filter(each -> each.moment() instanceof Moment.Amended(var target, var meant) && target.equals(mark))
                .count();
        return new Version(1 + Math.toIntExact(amendments));
    }

    /** Checks that a tap undoes something that stands, in time; a tap that undoes nothing passes. */
    default void requireUndoable(Tap tap) {
        if (!(tap.moment() instanceof Moment.Undone(Id<Mark> target))) {
            return;
        }
        Mark undone = standingMarks().stream()
                .filter(mark -> mark.id().equals(target))
                .findFirst()
                .orElseThrow(() -> new Refused(Rule.NOTHING_TO_UNDO, target));
        if (undone.moment() instanceof Moment.ConsentEnded) {
            throw new Refused(Rule.CONSENT_IS_WITHDRAWN, target);
        }
        if (Duration.between(undone.tappedAt(), tap.at()).compareTo(UNDO_WITHIN) > 0) {
            throw new Refused(Rule.TOO_LATE_TO_UNDO, target);
        }
    }
}
