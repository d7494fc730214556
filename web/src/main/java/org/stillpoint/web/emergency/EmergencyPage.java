package org.stillpoint.web.emergency;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * Looking for a client of somebody else, and opening their record.
 *
 * @param form the name that was typed, and the reason
 * @param found who is called so; empty before anybody was looked for
 * @param nobody what is said where nobody was found
 * @param means what opening a record means
 */
public record EmergencyPage(Form form, List<FoundOne> found, Optional<Message> nobody, Message means) {

    /**
     * Somebody of that name.
     *
     * @param access id of what opening it makes, so that sending it twice opens it once
     */
    public record FoundOne(ClientHead head, String access) {}
}
