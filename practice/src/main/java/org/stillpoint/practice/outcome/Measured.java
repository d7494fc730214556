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

    default Better better() {
        return measure().better();
    }

    /** What is known of it, for a diary. */
    Setting setting();
}
