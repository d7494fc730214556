package org.stillpoint.web.link;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.consent.PaperToSign;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/** What stands behind a link: nothing of the practice, and no name. */
public sealed interface LinkPages {

    /** @param action where it is opened */
    record ToOpenPage(String action, Message asked) implements LinkPages {}

    /**
     * How it is.
     *
     * @param action where it is sent
     * @param id made before it is answered, so that sending it twice keeps one
     * @param flags the red flags that are asked for
     */
    record HowItIsPage(
            String action, String id, Form form, AskedPain asked, List<Contact> contacts, List<Condition> flags)
            implements LinkPages {}

    /** @param action where the copy is asked for */
    record OwnCopyPage(String action) implements LinkPages {}

    /**
     * What is read and signed.
     *
     * @param withdraw where it is taken back; empty where nothing is signed
     */
    record ToSignPage(PaperToSign paper, String withdraw) implements LinkPages {}

    /**
     * It is kept.
     *
     * @param said that it is, or was before
     * @param worse whether something was said to be worse
     * @param flagged whether a red flag was told
     * @param offered where questionnaires that are due are answered, or empty
     */
    record KeptPage(Message said, boolean worse, boolean flagged, List<Contact> contacts, String offered)
            implements LinkPages {}

    /** What was answered waits on the device. */
    record WaitingPage(List<Contact> contacts) implements LinkPages {}

    /** Opened from a home screen, where nothing waits to be answered. */
    record StartPage() implements LinkPages {}

    /** One sentence. */
    record NothingPage(Message said) implements LinkPages {}
}
