package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * Everybody by name, a page of them; or who was found.
 *
 * @param query what was searched for; empty where nothing was
 * @param found how many were found
 * @param rows by name
 * @param next address of the page that follows, or empty
 * @param archived whether these are those who no longer come
 * @param first whether this is where the names begin
 */
public record ClientsPage(
        String query, Optional<Message> found, List<ClientRow> rows, String next, boolean archived, boolean first) {}
