package org.stillpoint.web.checkin;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/** What a client sees who holds the practice's own device: nothing of the practice, and no name. */
public sealed interface HandedPages {

    /**
     * How it is.
     *
     * @param client the address of the client's page, which the password opens
     * @param id made before it is answered, so that sending it twice keeps one
     * @param asked where it hurts; without the map of last time where whoever handed it over may not see it
     * @param flags the red flags that are asked for
     */
    record HandedCheckInPage(
            String client, String id, Form form, AskedPain asked, List<Contact> contacts, List<Condition> flags)
            implements HandedPages {}

    /**
     * It is kept.
     *
     * @param client the address of the client's page, which the password opens
     * @param said that it is, or was before
     * @param worse whether something was said to be worse
     * @param flagged whether a red flag was told
     */
    record HandedKeptPage(String client, Message said, boolean worse, boolean flagged, List<Contact> contacts)
            implements HandedPages {}
}
