package org.stillpoint.web.outcome;

import java.util.Locale;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/** A measure with its names. */
public record NamedMeasure(Measured measured) {

    /** As shown to people. */
    public String words() {
        return switch (measured) {
            case Asked asked -> words(asked);
            case Questionnaire questionnaire -> questionnaire.measure().name();
        };
    }

    /** As said within a sentence. */
    public String within() {
        return measured instanceof Asked ? words().toLowerCase(Locale.ROOT) : words();
    }

    /** What one value is: a check-in, or a score. */
    public String noun() {
        return switch (measured) {
            case Asked asked -> "check-in";
            case Questionnaire questionnaire -> "score";
        };
    }

    public String key() {
        return measured.key();
    }

    public Measure measure() {
        return measured.measure();
    }

    private static String words(Asked asked) {
        return switch (asked) {
            case PAIN -> "Pain";
            case STRESS -> "Stress";
            case TENSION -> "Tension";
            case ANXIETY -> "Anxiety";
            case MOOD -> "Mood";
            case SLEEP -> "Sleep";
            case BODY_AWARENESS -> "Body awareness";
        };
    }
}
