package org.stillpoint.web.casereport;

import java.util.List;
import java.util.Optional;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A report of a trial in one person before it is made.
 *
 * @param refused why none is made; empty where one may be
 * @param about of what it is, in a sentence: of a trial, or of a diary
 * @param measure key of what is measured
 * @param says what it will say by the record, item by item
 * @param fields what somebody has to say
 * @param naming what may say who somebody is, in what was typed last
 * @param form what was typed
 */
public record TrialReportPage(
        ClientHead head,
        Optional<Message> refused,
        Message about,
        String measure,
        List<PlainPart> says,
        List<TrialField> fields,
        List<MayName> naming,
        Form form) {

    /** @param name of the field */
    public record TrialField(String name, Message label) {}
}
