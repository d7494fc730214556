package org.stillpoint.exchange.fhir.check;

import java.util.List;

/**
 * What the validator says of a file.
 *
 * @param errors what is wrong
 * @param warnings what nobody has explained yet
 * @param explained warnings that are known, each with why it stands
 */
public record FhirCheck(List<CheckFinding> errors, List<CheckFinding> warnings, List<ExplainedFinding> explained) {

    /**
     * One message. It may quote what stands in the file, so that it is shown to whoever has the file and to nobody else.
     *
     * @param id of the kind of message; may be empty
     * @param place where in the file
     */
    public record CheckFinding(String id, String place, String message) {}

    /** @param why as the table of explained warnings says it */
    public record ExplainedFinding(CheckFinding finding, String why) {}

    public boolean isGood() {
        return errors.isEmpty();
    }
}
