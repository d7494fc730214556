package org.stillpoint.web.care;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Who sees a client, for whoever decides it.
 *
 * @param head who
 * @param therapist whose they are
 * @param shared who else is let in
 * @param others who may be let in; the owner is already
 * @param heirs to whom the client can be handed over
 * @param refused why nothing was changed
 */
public record CarePage(
        ClientHead head,
        Message therapist,
        List<Colleague> shared,
        List<Colleague> others,
        List<Colleague> heirs,
        Optional<Message> refused) {

    /** Somebody of the practice who treats clients. */
    public record Colleague(String id, String name) {}
}
