package org.stillpoint.web.search;

import java.util.List;
import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * What was found, in groups; without a query every page that the reader may open.
 *
 * @param query as it was typed
 * @param groups those with anything in them
 * @param nothing that nothing was found
 */
public record SearchPage(String query, List<FoundGroup> groups, Optional<Message> nothing) {

    /** @param name for tests and styles */
    public record FoundGroup(String name, Message title, List<FoundRow> rows) {}

    /**
     * @param beside what tells it from others of that name
     * @param madeUp whether this client does not exist
     */
    public record FoundRow(Message label, Message beside, String address, boolean madeUp) {}
}
