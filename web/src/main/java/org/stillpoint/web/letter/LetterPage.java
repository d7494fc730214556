package org.stillpoint.web.letter;

import java.util.List;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * A letter to another clinician before it is made.
 *
 * @param carers to whom it may go, each with the id it is chosen by
 * @param says what it will say
 * @param form what was typed
 */
public record LetterPage(ClientHead head, List<LetterReader> carers, List<PlainPart> says, Form form) {

    /** Somebody who sees to the client elsewhere. */
    public record LetterReader(String id, String name, String profession) {}
}
