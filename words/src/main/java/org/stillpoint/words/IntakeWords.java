package org.stillpoint.words;

import java.util.Arrays;
import java.util.Optional;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;

/** The intake, one question a step. */
public enum IntakeWords implements Label {
    TITLE,
    IS_COMPLETE,
    NONE_YET,
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
    TELL_ONE,
    TELL_ANOTHER,
    THAT_IS_ALL,
    NOT_NOW,
    TOLD_SO_FAR,
    CHANGE_IT,
    KEEP_EVENT,
    COMPLETE_EVENT,
    EVENT_KEPT_HINT,
    EVENT_IS_FULL,
    WHAT_ASKED,
    WHAT_HINT,
    KIND_ASKED,
    CODED_ASKED,
    WHEN_ASKED,
    WHERE_ASKED,
    WHERE_HINT,
    FORCE_ASKED,
    FORCE_HINT,
    POSTURE_ASKED,
    POSTURE_HINT,
    FELT_ASKED,
    FELT_HINT,
    PAIN,
    PAIN_ASKED,
    PAIN_HINT,
    PAIN_NEEDED,
    HOW_IT_FEELS,
    NOT_SAID,
    IN_YOUR_WORDS,
    TOUCH,
    TOUCH_ASKED,
    TOUCH_HINT,
    TOUCH_NEEDED,
    EXPECTATION,
    EXPECTATION_ASKED,
    NOT_AT_ALL,
    VERY_MUCH,
    CONSENT,
    CONSENT_ASKED,
    CONSENT_HINT,
    HOLDS_AT_ONCE,
    NO_CONSENT_YET,
    NONE_OF_THESE,
    NEXT,
    KEEP,
    BACK,
    SKIP,
    SAVED,
    NOT_SAVED,
    CLOSED,
    NEEDED,
    FLAGS_NEEDED,
    TOO_LONG,
    ALL_STEPS,
    READ_IT,
    READ_PAIN,
    READ_EVENTS,
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

    public record PainAt(String place, Score0To10 score) implements Message {}

    /** @param quality how it feels */
    public record PainFeltAt(String place, Score0To10 score, String quality) implements Message {}

    public record FeelsAt(String place) implements Message {}

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

    /** By whose hand it was said, where it was the client's own. */
    public static Optional<Message> saidBy(IntakeHand hand, String day) {
        return switch (hand) {
            case THERAPIST -> Optional.empty();
            case CLIENT_HERE -> Optional.of(new ToldHere(day));
            case CLIENT_BY_LINK -> Optional.of(new ToldByLink(day));
        };
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

    /** What stands before an answer to a question of an event. */
    public static Message label(EventQuestion question) {
        return switch (question) {
            case WHAT -> EventWords.HOW;
            case KIND -> EventWords.WHAT;
            case CODED -> EventWords.CODED;
            case WHEN -> EventWords.WHEN;
            case WHERE -> EventWords.WHERE;
            case FORCE -> EventWords.FORCE;
            case POSTURE -> EventWords.POSTURE;
            case FELT -> EventWords.FELT;
        };
    }

    /** A question of an event. */
    public static Message asked(EventQuestion question) {
        return of(question.name() + "_ASKED");
    }

    /** What is said beside it, where anything is. */
    public static Optional<Message> hint(EventQuestion question) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(question.name() + "_HINT"))
                .map(Message.class::cast)
                .findFirst();
    }

    private static Message of(IntakeStep step, String part) {
        return of(step.name() + part);
    }

    private static Message of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static Message state(Intake intake, IntakeStep step) {
        return intake.find(step)
                .<Message>map(answer -> switch (answer.state()) {
                    case DRAFT -> BEGUN;
                    case ANSWERED -> intake.isToReview(step) ? TO_READ : ANSWERED;
                    case SKIPPED -> SKIPPED;
                })
                .orElse(NOT_YET);
    }
}
