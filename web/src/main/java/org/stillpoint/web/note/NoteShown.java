package org.stillpoint.web.note;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The note of a session as a page shows it: to be written and signed, or as it was signed.
 *
 * @param id of the note
 * @param path where it is read, and beneath which it is written, signed and amended
 * @param session which it is of; empty where it was moved here
 * @param version that was seen
 * @param marks how many the session has, those that count no more included
 * @param toSign whether it waits to be signed
 * @param locked whether it is signed and locked
 * @param parts its text
 * @param signatures who signed, the earliest first
 * @param hash of what was signed last; empty where nobody has signed
 * @param amendments the earliest first
 * @param strike that it was struck out, by whom and when
 * @param strikeReason why
 * @param copyAddress the copy in another record, where it was moved
 * @param moved that it had stood in another record
 * @param movedReason why it was moved
 * @param asked how whoever signs shows who they are
 * @param form what was typed and not taken
 * @param choices clients of the name that was typed, where there are several
 * @param said what has to be said first
 */
public record NoteShown(
        String id,
        String path,
        String session,
        int version,
        int marks,
        boolean toSign,
        boolean locked,
        List<NotePartRow> parts,
        List<SignatureRow> signatures,
        Optional<Message> hash,
        List<AmendmentRow> amendments,
        Optional<Message> strike,
        Optional<Message> strikeReason,
        String copyAddress,
        Optional<Message> moved,
        Optional<Message> movedReason,
        FactorAsked asked,
        Form form,
        List<ClientChoice> choices,
        Optional<Message> said) {

    /**
     * One part.
     *
     * @param own what somebody wrote beside the drafted sentences
     */
    public record NotePartRow(NotePart part, List<SentenceRow> sentences, String own) {

        /** The field of what is written beside them. */
        public String field() {
            return TypedNote.OWN + part;
        }
    }

    /**
     * A sentence.
     *
     * @param name of the drafted sentence; empty in a note that is signed
     * @param text as it stands
     * @param drafted as the record tells it; empty where it tells it no more
     * @param links what it tells, as long as it stands as drafted
     */
    public record SentenceRow(String name, String text, String drafted, List<SourceLink> links) {

        /** Whether somebody changed it, or left it out. */
        public boolean isChanged() {
            return !text.equals(drafted);
        }
    }

    /** Where an entry of the record is read. */
    public record SourceLink(String address, String label) {}

    /**
     * A signature.
     *
     * @param earlier the text that was signed then, where another was signed since
     */
    public record SignatureRow(Message by, List<NotePartRow> earlier) {}

    /** An amendment. */
    public record AmendmentRow(String text, Message by, Message reason, Message hash) {}

    /**
     * How whoever signs shows who they are.
     *
     * @param name they sign in with
     * @param code whether a code of a device will do
     * @param passkey whether a passkey will do
     */
    public record FactorAsked(String name, boolean code, boolean passkey) {}

    /** A client who may be meant. */
    public record ClientChoice(String id, String name, String about) {}
}
