package org.stillpoint.web.intake;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/** The pages of an intake. */
public sealed interface IntakePages {

    /**
     * All its steps, for whoever treats the client.
     *
     * @param goesOn how far it has come; empty where none goes on
     * @param id of the one that goes on, or of the one that would be begun
     * @param version of the one that goes on, or empty
     * @param completed when the latest was completed
     * @param missing what stands against completing it
     */
    record IntakeOverview(
            ClientHead head,
            Optional<Message> goesOn,
            String id,
            String version,
            String first,
            Optional<Message> completed,
            List<StepRow> steps,
            Optional<Message> missing)
            implements IntakePages {}

    /**
     * One step.
     *
     * @param state how far it has come
     * @param said what was answered, or empty
     * @param toldBy who told it, where it was the client
     */
    record StepRow(Message what, String address, Message state, String said, Optional<Message> toldBy) {}

    /**
     * One question, as whoever treats the client sees it.
     *
     * @param toReview whether a client told it, and it is to be read and kept
     * @param toldBy who told what stands there, where it was the client
     */
    record TherapistStep(ClientHead head, IntakeQuestion question, boolean toReview, Optional<Message> toldBy)
            implements IntakePages {}

    /**
     * One question, as a client sees it who holds the practice's device or came by a link.
     *
     * @param client the address of the client's page, which the password opens; empty where they came by a link
     */
    record ClientStep(IntakeQuestion question, String client) implements IntakePages {}

    /**
     * All is answered, or a red flag was told.
     *
     * @param handIn where it is handed in, which uses the link up; empty on the practice's device, and once it is done
     * @param back where it goes on with the questions, or empty
     */
    record ClientEnd(String client, boolean flagged, List<Contact> contacts, String handIn, String back)
            implements IntakePages {}

    /** The page on which whoever treats the client answers a question. */
    static String byTherapist(IntakeQuestion question) {
        return switch (question.step()) {
            case EVENTS -> "intakeevents";
            case PAIN -> "intakepain";
            case TOUCH -> "intaketouch";
            case CONSENT -> "intakepaper";
            case REASON, HEALTH, MEDICATION, CARE, EXPECTATION -> "intakestep";
        };
    }

    /** The page on which the client answers it. */
    static String byClient(IntakeQuestion question) {
        return switch (question.step()) {
            case EVENTS -> "intakeeventsbyclient";
            case PAIN -> "intakepainbyclient";
            case TOUCH -> "intaketouchbyclient";
            case CONSENT -> "intakepaperbyclient";
            case REASON, HEALTH, MEDICATION, CARE, EXPECTATION -> "intakebyclient";
        };
    }
}
