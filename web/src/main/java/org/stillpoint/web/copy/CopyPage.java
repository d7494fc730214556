package org.stillpoint.web.copy;

import java.util.List;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/**
 * Everything that is kept of one client, on one page that needs nothing else.
 *
 * @param speaker says it
 * @param title of whom
 * @param made when, and with what
 * @param sections one table each
 */
public record CopyPage(Speaker speaker, Message title, Message made, List<CopySection> sections) {

    /**
     * One table.
     *
     * @param rows each with as many cells as there are columns
     */
    public record CopySection(Message title, List<Message> columns, List<List<String>> rows) {}
}
