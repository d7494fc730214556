package org.stillpoint.web.casereport;

import java.util.Optional;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.Message;

/** Why nothing is reported of a client, in a sentence. */
final class ReportRefused {
    private ReportRefused() {}

    /** @param happened whether there is anything to report */
    static Optional<Message> why(ChoiceMade research, boolean happened) {
        if (!research.allows()) {
            return Optional.of(research == ChoiceMade.NO ? CaseReportWords.SAID_NO : CaseReportWords.NO_CONSENT);
        }
        return happened ? Optional.empty() : Optional.of(CaseReportWords.NO_SESSION);
    }
}
