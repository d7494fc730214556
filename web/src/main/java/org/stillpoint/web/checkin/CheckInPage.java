package org.stillpoint.web.checkin;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A check-in to be answered, or one to be mended.
 *
 * @param head whose
 * @param id made before it is answered, so that sending it twice keeps one; or of the one that is mended
 * @param form what was answered so far
 * @param kept the one that is mended; empty for a new one
 * @param earlier those given before, the newest first
 * @param asked where it hurts, as a new one asks it
 * @param today the latest day that is taken
 * @param contacts whom to ring at once
 * @param flags the red flags that are asked for
 */
public record CheckInPage(
        ClientHead head,
        String id,
        Form form,
        Optional<Kept> kept,
        List<Earlier> earlier,
        AskedPain asked,
        String today,
        List<Contact> contacts,
        List<Condition> flags) {

    /**
     * The check-in that is mended.
     *
     * @param when it was given, as a person reads it
     * @param version that was seen
     * @param unasked fields that were not asked when it was given, and may stay empty
     */
    public record Kept(String when, String version, List<String> unasked) {}

    /** One that was given before. */
    public record Earlier(String id, String when, Message pain) {}

    /** Where it is sent. */
    public String action() {
        return head.path() + (kept.isPresent() ? "/check-ins/" + id : "/check-in");
    }

    /** The fields that may stay empty beside those that always may. */
    public List<String> unasked() {
        return kept.map(Kept::unasked).orElse(List.of());
    }
}
