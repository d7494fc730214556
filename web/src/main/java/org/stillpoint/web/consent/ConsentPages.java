package org.stillpoint.web.consent;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/** The pages on a client's consent. */
public sealed interface ConsentPages {

    /**
     * How it stands.
     *
     * @param said what was done just now
     * @param standing in a sentence
     * @param inForce whether a session can start under it
     * @param standsSigned whether anything can be taken back
     * @param textChanged whether the practice says something else since it was signed
     * @param areas the sensitive areas that are agreed to now
     * @param papers everything that was said, the latest first
     * @param session the session that goes on, as an address; or empty
     */
    record ConsentPage(
            ClientHead head,
            Optional<Message> said,
            Message standing,
            boolean inForce,
            boolean standsSigned,
            boolean textChanged,
            List<String> areas,
            List<PaperRow> papers,
            String session)
            implements ConsentPages {}

    /**
     * One thing that was said.
     *
     * @param at day and time
     * @param details a line each
     * @param text what was signed, as it was read; empty of a withdrawal
     * @param ink the strokes as the path of a drawing; empty where none were drawn
     * @param address where it is printed; empty of a withdrawal
     */
    record PaperRow(Message what, String at, List<String> details, List<String> text, String ink, String address) {}

    /** To be read and signed within the practice. */
    record SignPage(ClientHead head, PaperToSign paper) implements ConsentPages {}

    /**
     * The same in the hands of the client.
     *
     * @param client the address of the client's page, which the password opens
     * @param withdraw where it is taken back; empty where nothing is signed
     */
    record HandedSignPage(String client, PaperToSign paper, String withdraw) implements ConsentPages {}

    /** It is done, in the hands of the client. */
    record HandedDonePage(String client, Message said) implements ConsentPages {}
}
