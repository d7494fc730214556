package org.stillpoint.web.outcome;

import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Setting;

/** Something that is measured again and again of one client: an answer of the check-in, or a questionnaire. */
public sealed interface Measured permits Asked, Questionnaire {

    /** As shown to people. */
    String words();

    /** As said within a sentence. */
    String within();

    /** For addresses. */
    String key();

    /** What one value is: a check-in, or a score. */
    String noun();

    /** What is known of it. */
    Measure measure();

    default Better better() {
        return measure().better();
    }

    /** With the name that people here use, in the plain measure's setting. */
    default Setting setting() {
        Setting known = Setting.of(measure());
        return new Setting(words(), known.scale(), known.reliableChange(), known.smallestChange(), known.source());
    }
}
