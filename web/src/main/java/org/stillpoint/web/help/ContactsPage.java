package org.stillpoint.web.help;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The list as it is written.
 *
 * @param version that was seen
 * @param lines names of the fields, two a line
 * @param said what has to be said first
 */
public record ContactsPage(String key, int version, List<LineFields> lines, Form form, Optional<Message> said) {

    /** The fields of one line. */
    public record LineFields(Message name, String who, String number) {}
}
