package org.stillpoint.web.fhir;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What a file of another system proposes for one client.
 *
 * @param look what was read; empty before there is a file
 * @param form what was sent with the file
 */
public record ProposalsPage(ClientHead head, Optional<FileLook> look, Form form) {

    public EventKind[] kinds() {
        return EventKind.values();
    }

    /**
     * A file as it was read. It is kept in the page alone.
     *
     * @param held the file, to be sent again
     * @param name of the file
     * @param wrong why it cannot be read; then nothing else is there
     * @param said what is to be known of it, sentence by sentence
     * @param rows what it proposes
     * @param passedOver what says nothing here, or is no part of R4
     */
    public record FileLook(
            String held,
            String name,
            List<Message> wrong,
            List<Message> said,
            List<ProposalRow> rows,
            List<Message> passedOver) {}

    /**
     * A proposal.
     *
     * @param number its place among the proposals
     * @param label what the file calls it
     * @param form what it would be told as
     * @param doubts why it may not be meant
     * @param isKept whether the client has told it
     */
    public record ProposalRow(int number, String label, Form form, List<Message> doubts, boolean isKept) {}
}
