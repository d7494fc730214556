package org.stillpoint.practice.asking;

import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.questionnaire.AskMoment;

/**
 * One that is due.
 *
 * @param form which
 * @param moment why now
 * @param last when it was answered last; empty where it never was
 */
public record DueQuestionnaire(AskedForm form, AskMoment moment, Optional<LocalDate> last) {

    /** Its short name. */
    public String instrument() {
        return form.instrument();
    }
}
