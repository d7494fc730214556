package org.stillpoint.record.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return isDone(step) && find(step).orElseThrow().by() == IntakeHand.THERAPIST;
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
                .filter(step -> find(step).filter(StepAnswer::isToReview).isPresent()
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

    /** The same, completed; hand it to {@link Intakes#update}. */
    public Intake completed(Instant now) {
        return new Intake(id, client, at, steps, Optional.of(now), version);
    }

    /** The same, as seen at another version. */
    public Intake seenAt(Version seen) {
        return new Intake(id, client, at, steps, completedAt, seen);
    }
}
