package org.stillpoint.record.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.StepAnswer.StepState;

/**
 * An intake, with what was typed so far.
 *
 * @param at when it was begun
 * @param steps those at which anything was typed, answered or skipped
 * @param completedAt when whoever treats the client completed it; empty while it goes on
 * @param version grows with each change
 */
public record Intake(
        Id<Intake> id,
        Id<Client> client,
        Instant at,
        Map<IntakeStep, StepAnswer> steps,
        Optional<Instant> completedAt,
        Version version) {

    public Intake {
        EnumMap<IntakeStep, StepAnswer> ordered = new EnumMap<>(IntakeStep.class);
        ordered.putAll(steps);
        steps = Collections.unmodifiableMap(ordered);
    }

    public static Intake begun(Id<Intake> id, Id<Client> client, Instant at) {
        return new Intake(id, client, at, Map.of(), Optional.empty(), Version.FIRST);
    }

    public boolean isOpen() {
        return completedAt.isEmpty();
    }

    public Optional<StepAnswer> find(IntakeStep step) {
        return Optional.ofNullable(steps.get(step));
    }

    /** Whether somebody answered it or chose to skip it. */
    public boolean isDone(IntakeStep step) {
        return find(step).filter(answer -> answer.state() != StepState.DRAFT).isPresent();
    }

    /** Whether whoever treats the client has answered it, or kept what the client told. */
    public boolean isReviewed(IntakeStep step) {
        return !step.isKeptElsewhere()
                && isDone(step)
                && find(step).orElseThrow().by() == IntakeHand.THERAPIST;
    }

    /** Whether the client told it and nobody who treats them has read and kept it yet. */
    public boolean isToReview(IntakeStep step) {
        return !step.isKeptElsewhere()
                && find(step)
                        .filter(answer -> answer.by() != IntakeHand.THERAPIST && answer.state() == StepState.ANSWERED)
                        .isPresent();
    }

    /** Where it goes on: the first step that is not done; the last where all are. */
    public IntakeStep goesOnAt() {
        return Arrays.stream(IntakeStep.values())
                .filter(step -> !isDone(step))
                .findFirst()
                .orElse(IntakeStep.values()[IntakeStep.values().length - 1]);
    }

    /** What stands against completing it: required steps without an answer, and what the client told and nobody has read. */
    public List<IntakeStep> missing() {
        return Arrays.stream(IntakeStep.values())
                .filter(step -> isToReview(step)
                        || (step.isRequired()
                                && find(step)
                                        .filter(answer -> answer.state() == StepState.ANSWERED)
                                        .isEmpty()))
                .toList();
    }

    /** The same with another answer to a step; hand it to {@link Intakes#update}. */
    public Intake with(IntakeStep step, StepAnswer answer) {
        EnumMap<IntakeStep, StepAnswer> next = new EnumMap<>(IntakeStep.class);
        next.putAll(steps);
        next.put(step, answer);
        return new Intake(id, client, at, next, completedAt, version);
    }

    /**
     * The same without one of the events that were told in it: it stands in the history from now on. What is left is still to be read; where
     * nothing is, all was read.
     *
     * @param number of the event; its fields begin with it and a point
     */
    public Intake withoutEvent(int number, Instant now) {
        StepAnswer told = find(IntakeStep.EVENTS).orElseThrow();
        Map<String, String> left = new TreeMap<>(told.typed());
        left.keySet().removeIf(field -> field.startsWith(number + "."));
        return with(
                IntakeStep.EVENTS,
                left.isEmpty()
                        ? new StepAnswer(left, StepState.ANSWERED, IntakeHand.THERAPIST, now)
                        : new StepAnswer(left, told.state(), told.by(), told.at()));
    }

    /** The same, completed; hand it to {@link Intakes#update}. */
    public Intake completed(Instant now) {
        return new Intake(id, client, at, steps, Optional.of(now), version);
    }

    /** The same, as seen at another version. */
    public Intake seenAt(Version seen) {
        return new Intake(id, client, at, steps, completedAt, seen);
    }
}
