package org.stillpoint.words;

import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/** What is measured, by name: alone, and within a sentence. Questionnaires are called as their authors call them. */
public enum MeasureWords implements Label {
    PAIN,
    STRESS,
    TENSION,
    ANXIETY,
    MOOD,
    SLEEP,
    BODY_AWARENESS,
    PAIN_WITHIN,
    STRESS_WITHIN,
    TENSION_WITHIN,
    ANXIETY_WITHIN,
    MOOD_WITHIN,
    SLEEP_WITHIN,
    BODY_AWARENESS_WITHIN;

    /** The name alone, or at the start of a sentence. */
    public static Message name(Measured measured) {
        return switch (measured) {
            case Asked asked -> valueOf(asked.name());
            case Questionnaire questionnaire -> new CommonWords.Verbatim(questionnaire.name());
        };
    }

    static Message within(Measured measured) {
        return switch (measured) {
            case Asked asked -> valueOf(asked.name() + "_WITHIN");
            case Questionnaire questionnaire -> new CommonWords.Verbatim(questionnaire.name());
        };
    }
}
