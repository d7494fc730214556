package org.stillpoint.practice.outcome;

import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Setting;

/** Something that is measured again and again of one client: an answer of the check-in, or a questionnaire. */
public sealed interface Measured permits Asked, Questionnaire {

    /** For addresses. */
    String key();

    /** What is known of it. */
    Measure measure();

    /** The lowest value it can have. */
    default double low() {
        return measure().low();
    }

    /** The highest value it can have. */
    default double high() {
        return measure().high();
    }

    default Better better() {
        return measure().better();
    }

    /** What is known of it, for a diary. */
    Setting setting();
}
