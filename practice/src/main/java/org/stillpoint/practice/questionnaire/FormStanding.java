package org.stillpoint.practice.questionnaire;

import java.util.List;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;

/** How a questionnaire that is looked at stands to those that were imported. */
public enum FormStanding {
    /** None of its address and language is there. */
    NEW,
    /** It is another edition of one that is there, and is asked in its place from then on. */
    TAKES_PLACE,
    /** The very same is there. */
    IS_THERE;

    public static FormStanding of(PublishedForm form, List<ImportedQuestionnaire> imported) {
        if (imported.stream().anyMatch(one -> one.form().equals(form))) {
            return IS_THERE;
        }
        return imported.stream().anyMatch(one -> one.form().isOfSame(form)) ? TAKES_PLACE : NEW;
    }
}
