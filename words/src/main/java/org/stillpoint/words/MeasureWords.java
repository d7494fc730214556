package org.stillpoint.words;

import java.util.Arrays;
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

    /** The name of a diary's measure: one that this program asks for is called as it calls it, any other by its own name. */
    static Message called(String name) {
        return Arrays.stream(Asked.values())
                .filter(asked -> asked.setting().name().equals(name))
                .findFirst()
                .map(MeasureWords::name)
                .orElseGet(() -> new CommonWords.Verbatim(name));
    }

    static Message within(Measured measured) {
        return switch (measured) {
            case Asked asked -> valueOf(asked.name() + "_WITHIN");
            case Questionnaire questionnaire -> new CommonWords.Verbatim(questionnaire.name());
        };
    }
}
