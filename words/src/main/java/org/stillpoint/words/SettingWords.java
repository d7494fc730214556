package org.stillpoint.words;

import java.util.List;

/** What a practice writes about itself and for its clients. */
public enum SettingWords implements Label {
    TITLE,
    SAVED,
    CHANGED,
    NAME,
    NAME_HINT,
    ZONE,
    ZONE_HINT,
    NO_ZONE,
    LANGUAGE,
    MORE,
    CONSENT_TEXT,
    CONSENT_TEXT_HINT,
    CONSENT_SOURCE,
    READ_CONSENT_TEXT,
    WRITE_CONSENT_TEXT,
    YOUR_WORDS,
    CONSENT_WORK,
    CONSENT_MEMORIES,
    CONSENT_KNOWN,
    CONSENT_REACTIONS,
    CONSENT_LIMITS,
    CONSENT_CHOICE,
    CONSENT_RECORD,
    GROUNDING,
    GROUNDING_HINT,
    GROUNDING_SOURCE,
    GROUNDING_LAST,
    STEPS;

    public record VersionOf(int version) implements Message {}

    /** @param most how many steps */
    public record TooManySteps(int most) implements Message {}

    public record StepTooLong(int most) implements Message {}

    /** What clients are told as long as the practice has written nothing else: a paragraph each. */
    public static List<Message> consentText() {
        return List.of(
                CONSENT_WORK,
                CONSENT_MEMORIES,
                CONSENT_KNOWN,
                CONSENT_REACTIONS,
                CONSENT_LIMITS,
                CONSENT_CHOICE,
                CONSENT_RECORD);
    }
}
