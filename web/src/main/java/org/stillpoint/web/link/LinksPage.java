package org.stillpoint.web.link;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.signin.DoorRule;
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
 * @param mostDays for which one may stand
 * @param noMail why none may be sent by mail; empty where one may
 */
public record LinksPage(
        ClientHead head,
        Optional<MadeLink> made,
        Optional<Message> said,
        List<LinkRow> links,
        int mostDays,
        Optional<Message> noMail) {
    public static final List<LinkPurpose> PURPOSES = List.of(LinkPurpose.values());

    private static final List<Integer> USUAL_DAYS = List.of(1, 3, 7, 14, DoorRule.MOST_DAYS);

    /** The periods to choose from. */
    public List<LinkWords.Days> periods() {
        return IntStream.concat(
                        USUAL_DAYS.stream().mapToInt(days -> days).filter(days -> days < mostDays),
                        IntStream.of(mostDays))
                .mapToObj(LinkWords.Days::new)
                .toList();
    }

    /** The period that is chosen where nobody chooses. */
    public int usualDays() {
        return Math.min(mostDays, (int) MakeLink.USUAL.toDays());
    }

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
