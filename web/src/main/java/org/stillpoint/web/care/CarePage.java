package org.stillpoint.web.care;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.CareWords;
import org.stillpoint.words.Message;

/**
 * Who sees a client, for whoever decides it.
 *
 * @param head who
 * @param therapist whose they are
 * @param shared who else is let in
 * @param others who may be let in; the owner is already
 * @param heirs to whom the client can be handed over
 * @param supervisions who sees the case without a name
 * @param supervisors to whom it can be handed
 * @param refused why nothing was changed
 */
public record CarePage(
        ClientHead head,
        Message therapist,
        List<Colleague> shared,
        List<Colleague> others,
        List<Colleague> heirs,
        List<SupervisedBy> supervisions,
        List<Colleague> supervisors,
        Optional<Message> refused) {

    public static final List<CareWords.Weeks> PERIODS =
            List.of(new CareWords.Weeks(2), new CareWords.Weeks(4), new CareWords.Weeks(12), new CareWords.Weeks(26));

    /** Of these, what is chosen at first; own choice, 2026. */
    public static final int USUAL_WEEKS = 4;

    /** Somebody of the practice. */
    public record Colleague(String id, String name) {}

    /** One supervision. */
    public record SupervisedBy(String id, String name, Message told) {}
}
