package org.stillpoint.words;

/** What a practice asks of whoever comes in. */
public enum DoorRuleWords implements Label {
    TITLE,
    RULE,
    SECOND_STEP,
    SECOND_STEP_HINT,
    LINK_DAYS,
    LINK_DAYS_HINT,
    IS_SET,
    ALONE,
    NOBODY_ALONE,
    DEMANDED,
    DEMANDED_HINT,
    DEMANDED_KEPT,
    SET_UP_ELSEWHERE,
    BY_CODE,
    BY_PASSKEY;

    /** @param name of whoever has nothing but a password */
    public record PasswordAlone(String name) implements Message {}
}
