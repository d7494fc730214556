package org.stillpoint.web.session;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.words.Message;

/**
 * The safety check before a session.
 *
 * @param head whose
 * @param checkId made before the form is filled in
 * @param sessionId made before the form is filled in, so that sending it twice starts one session
 * @param lastChecked when the last check was, in words
 * @param date today, in words
 * @param stopSign how the client says stop without a word, or empty
 * @param cautions what to be careful with, or empty
 * @param consent what stands against a session, where no consent is in force
 * @param flags red flags that nobody has answered yet
 * @param questions what is asked
 * @param form what was ticked
 */
public record SafetyPage(
        ClientHead head,
        String checkId,
        String sessionId,
        Message lastChecked,
        String date,
        String stopSign,
        String cautions,
        Optional<Message> consent,
        List<Message> flags,
        SafetyQuestions questions,
        Form form) {}
