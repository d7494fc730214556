package org.stillpoint.web.outcome;

import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Speaker;

/** A measure by name, and its key for addresses. */
public record NamedMeasure(String key, String words) {
    static NamedMeasure of(Measured measured, Speaker speaker) {
        return new NamedMeasure(measured.key(), speaker.say(MeasureWords.name(measured)));
    }
}
