package org.stillpoint.web.session;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
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
        Form form) {

    public static List<Condition> stopping() {
        return of(Condition.Weight.STOP);
    }

    public static List<Condition> toBeCleared() {
        return of(Condition.Weight.CLEAR_WITH_PHYSICIAN_FIRST);
    }

    private static List<Condition> of(Condition.Weight weight) {
        return Arrays.stream(Condition.values())
                .filter(condition -> condition.weight() == weight)
                .toList();
    }

    /** The conditions that were ticked. */
    public static Set<Condition> found(Form form) {
        Set<Condition> found = EnumSet.noneOf(Condition.class);
        Arrays.stream(Condition.values())
                .filter(condition -> form.chosen("found", condition.name()))
                .forEach(found::add);
        return found;
    }
}
