package org.stillpoint.words;

import java.util.Arrays;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;

/** The intake, one question a step. */
public enum IntakeWords implements Label {
    TITLE,
    BEGIN,
    BEGIN_HINT,
    REASON,
    REASON_ASKED,
    REASON_HINT,
    HEALTH,
    HEALTH_ASKED,
    HEALTH_HINT,
    MEDICATION,
    MEDICATION_ASKED,
    MEDICATION_HINT,
    CARE,
    CARE_ASKED,
    CARE_HINT,
    EVENTS,
    EVENTS_ASKED,
    EVENTS_HINT,
    PAIN,
    PAIN_ASKED,
    PAIN_HINT,
    EXPECTATION,
    EXPECTATION_ASKED,
    NOT_AT_ALL,
    VERY_MUCH,
    NONE_OF_THESE,
    NEXT,
    KEEP,
    BACK,
    SKIP,
    SAVED,
    NOT_SAVED,
    NEEDED,
    FLAGS_NEEDED,
    TOO_LONG,
    ALL_STEPS,
    READ_IT,
    COMPLETE,
    NOT_YET,
    BEGUN,
    ANSWERED,
    SKIPPED,
    TO_READ,
    HAND_OVER,
    HAND_OVER_HINT,
    BY_LINK,
    GO_ON,
    THANKS,
    IS_SAVED,
    HAND_IN,
    HAND_IN_HINT;

    public record StepOf(int step, int all) implements Message {}

    /** It goes on. */
    public record GoesOn(int step, int all) implements Message {}

    public record CompletedOn(String day) implements Message {}

    /** @param steps their names, in a list */
    public record Missing(String steps) implements Message {}

    public record ToldHere(String day) implements Message {}

    public record ToldByLink(String day) implements Message {}

    public static Message goesOn(Intake intake) {
        return new GoesOn(intake.goesOnAt().ordinal() + 1, IntakeStep.values().length);
    }

    public static Message title(IntakeStep step) {
        return of(step, "");
    }

    public static Message asked(IntakeStep step) {
        return of(step, "_ASKED");
    }

    public static Message hint(IntakeStep step) {
        return of(step, "_HINT");
    }

    private static Message of(IntakeStep step, String part) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(step.name() + part))
                .findFirst()
                .orElseThrow();
    }

    public static Message state(StepAnswer answer) {
        return switch (answer.state()) {
            case DRAFT -> BEGUN;
            case ANSWERED -> answer.isToReview() ? TO_READ : ANSWERED;
            case SKIPPED -> SKIPPED;
        };
    }
}
