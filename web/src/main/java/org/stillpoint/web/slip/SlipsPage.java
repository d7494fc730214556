package org.stillpoint.web.slip;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Every entry of a client that can be mended, and what was mended.
 *
 * @param head whose
 * @param parts the entries by their kind
 * @param mended what was mended, the newest first
 */
public record SlipsPage(ClientHead head, List<SlipPart> parts, List<MendedRow> mended) {

    /** Entries of one kind. */
    public record SlipPart(Message title, List<EntryRow> rows) {}

    /**
     * One entry.
     *
     * @param what which, in a few words
     * @param detail what it says
     * @param address where it is mended; empty where it no longer can be
     */
    public record EntryRow(String what, Message detail, Optional<String> address) {}

    /**
     * One correction.
     *
     * @param what which kind of entry
     * @param by who and when
     * @param reason why, where it was said
     * @param fields what differs; all that there was where it was struck out
     * @param struckOut whether the entry counts no more
     */
    public record MendedRow(
            Message what, Message by, Optional<Message> reason, List<ChangedField> fields, boolean struckOut) {}

    /** One field, before and after. */
    public record ChangedField(Message label, String before, String after) {}
}
