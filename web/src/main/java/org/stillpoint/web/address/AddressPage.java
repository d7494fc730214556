package org.stillpoint.web.address;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The practice's address book.
 *
 * @param said what was done or refused
 * @param refused whether it was refused
 * @param entries by name
 * @param id for somebody new
 * @param form somebody new, as typed
 */
public record AddressPage(Optional<Message> said, boolean refused, List<AddressRow> entries, String id, Form form) {

    /**
     * Somebody in it.
     *
     * @param line all of them in one line
     * @param form as they stand, or as they were typed
     */
    public record AddressRow(
            String id, String version, String name, String line, boolean current, boolean open, Form form) {}
}
