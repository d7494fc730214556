package org.stillpoint.web.retention;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * How long records are kept.
 *
 * @param form the rule, as typed
 * @param due who is due for erasure
 * @param held who is held
 */
public record RetentionPage(Form form, List<RetentionRow> due, List<RetentionRow> held) {

    /** One client, and since when and why. */
    public record RetentionRow(ClientHead head, Message says) {}
}
