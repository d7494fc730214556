package org.stillpoint.web.matter;

import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What is open with one client.
 *
 * @param key sends the form once
 * @param open red flags and what is worse, each the earliest first
 */
public record MatterPage(ClientHead head, String key, List<Matter> open, Form form) {

    /** A red flag, or a check-in with which something is worse. */
    public record Matter(Id<?> id, List<Message> said) {}
}
