package org.stillpoint.record.intake;

/** The steps of an intake, in their order: one question each. A constant's name is kept: it is never changed. */
public enum IntakeStep {
    /** Why they come, in their own words. */
    REASON(StepKind.REQUIRED),
    /** How their health is, and whether a red flag is so now. */
    HEALTH(StepKind.REQUIRED),
    MEDICATION(StepKind.REQUIRED),
    /** Who else sees to them. */
    CARE(StepKind.REQUIRED),
    /** What happened to them, as far as they want to tell it. */
    EVENTS(StepKind.FREE),
    /** Where it hurts and how. */
    PAIN(StepKind.FREE),
    /** Where touch is welcome. */
    TOUCH(StepKind.KEPT_ELSEWHERE),
    /** How much they expect it to help, 0 to 10. */
    EXPECTATION(StepKind.REQUIRED),
    /** What they agree to. No session starts without it, so an intake need not wait for it. */
    CONSENT(StepKind.KEPT_ELSEWHERE);

    private enum StepKind {
        REQUIRED,
        FREE,
        KEPT_ELSEWHERE
    }

    private final StepKind kind;

    IntakeStep(StepKind kind) {
        this.kind = kind;
    }

    /** Whether no intake is completed without an answer; the others may be skipped. */
    public boolean isRequired() {
        return kind == StepKind.REQUIRED;
    }

    /**
     * Whether what is said holds in the record from the moment on at which it is said, and not once somebody has read it: a touch map, a
     * consent. The intake knows that it was answered and by whose hand, and nothing of what it says.
     */
    public boolean isKeptElsewhere() {
        return kind == StepKind.KEPT_ELSEWHERE;
    }
}
