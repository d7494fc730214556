package org.stillpoint.exchange.fhir.take;

import java.util.List;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;

/**
 * A questionnaire that was read from a file.
 *
 * @param passedOver addresses of extensions that say how it looks elsewhere, and of which nothing is kept
 */
public record TakenQuestionnaire(PublishedForm form, List<String> passedOver) {
    public TakenQuestionnaire {
        passedOver = List.copyOf(passedOver);
    }
}
