package org.stillpoint.web.request;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What one client asked of the practice.
 *
 * @param said what has to be said first
 * @param open what waits for an answer, the latest first
 * @param answered the others, the latest first
 * @param form as it was typed
 * @param formOf of which request it is; empty where nothing was typed
 * @param mayErase whether the reader may erase a client
 */
public record RequestsPage(
        ClientHead head,
        Optional<Message> said,
        List<RequestLine> open,
        List<RequestLine> answered,
        Form form,
        String formOf,
        boolean mayErase) {

    /**
     * @param stands how it stands with the appointment; empty where it is about none
     * @param mayCancel whether the appointment can be cancelled with it
     * @param erasure whether everything is to be erased
     * @param done what was done; empty where nobody has written it
     */
    public record RequestLine(
            String id,
            int version,
            RequestRow asked,
            Optional<Message> stands,
            boolean mayCancel,
            boolean erasure,
            Optional<Message> done) {}

    /** What was typed into the form of one of them. */
    public Form formOf(RequestLine row) {
        return row.id().equals(formOf) ? form : Form.empty();
    }
}
