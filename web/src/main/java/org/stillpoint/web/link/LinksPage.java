package org.stillpoint.web.link;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.web.account.QrPicture;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;

/**
 * The links of a client, for whoever gives them out.
 *
 * @param head whose
 * @param made the one that was made just now
 * @param said what has to be said first
 * @param links the latest first
 */
public record LinksPage(ClientHead head, Optional<MadeLink> made, Optional<Message> said, List<LinkRow> links) {
    public static final List<LinkPurpose> PURPOSES = List.of(LinkPurpose.values());

    /** Days. */
    public static final List<LinkWords.Days> PERIODS = List.of(
            new LinkWords.Days(1),
            new LinkWords.Days(3),
            new LinkWords.Days(7),
            new LinkWords.Days(14),
            new LinkWords.Days(30));

    /** An address that is shown once, and its picture. */
    public record MadeLink(LinkAddress where, QrPicture picture) {
        public String address() {
            return where.address();
        }

        public boolean thisMachineOnly() {
            return where.thisMachineOnly();
        }
    }

    /** @param stands whether it can be taken back */
    public record LinkRow(String id, LinkPurpose purpose, List<Message> told, boolean stands) {}
}
