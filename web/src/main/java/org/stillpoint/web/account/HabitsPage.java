package org.stillpoint.web.account;

import java.util.Optional;
import org.stillpoint.record.account.KeyMark;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * How somebody holds a session.
 *
 * @param form what is chosen
 * @param version that was seen
 * @param said that it was saved, or that it has changed since
 */
public record HabitsPage(Form form, int version, Optional<Message> said) {

    public KeyMark[] marks() {
        return KeyMark.values();
    }

    /** The field in which the key of a mark stands. */
    public static String field(KeyMark mark) {
        return "key-" + mark.name();
    }
}
