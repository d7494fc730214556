package org.stillpoint.record.intake;

/** The steps of an intake, in their order: one question each. A constant's name is kept: it is never changed. */
public enum IntakeStep {
    /** Why they come, in their own words. */
    REASON(true),
    /** How their health is, and whether a red flag is so now. */
    HEALTH(true),
    MEDICATION(true),
    /** Who else sees to them. */
    CARE(true),
    /** What happened to them, as far as they want to tell it. */
    EVENTS(false),
    /** Where it hurts and how. */
    PAIN(false),
    /** How much they expect it to help, 0 to 10. */
    EXPECTATION(true);

    private final boolean required;

    IntakeStep(boolean required) {
        this.required = required;
    }

    /** Whether no intake is completed without an answer; the others may be skipped. */
    public boolean isRequired() {
        return required;
    }
}
